import { loadPrograms } from '../../catalog/programs.ts';
import type { Facts } from '../../core/facts.ts';
import type { Gold } from '../../pipeline/gold.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

const catalogue = loadPrograms();
const INVENTED: Readonly<Record<Gold['lang'], readonly string[]>> = {
  kk: [
    'Сыңғыр самал',
    'Ақ қайың',
    'Дарын көші',
    'Тұлпар ізі',
    'Бесік жыры',
    'Кәусар бұлақ – 2030',
    'Qanat Bloom',
  ],
  ru: [
    'Ромашковый ветер',
    'Серебряная нить',
    'Тёплый причал',
    'Чистый лист – 2030',
    'Kokjiek Start',
    'Алтын көпір',
  ],
};
/** Names with words that would say something of a figure, were they not names. */
const SPEAKING: Readonly<Record<Gold['lang'], readonly string[]>> = {
  kk: [
    'Ел ертеңі',
    'Өңірге өрлеу',
    'Біздің қала',
    'Мың бұлақ',
    'Екі жаға',
    'Аудан тынысы',
    'Жаңа жыл жаңалығы',
    'Артық емес',
    'Балаға жыл сайын',
    'Облыс жастары',
  ],
  ru: [
    'Страна мастеров',
    'Рост региона',
    'Город без пробок',
    'Тысяча родников',
    'Два берега',
    'Наш район',
    'Новый год по-новому',
    'Больше света',
    'Каждому ребёнку',
    'Молодёжь области',
  ],
};

/** Another name for a program; undefined leaves it its own. */
type Choose = (
  gold: Gold,
  old: Gold['programs'][number],
  random: () => number,
  facts: Facts,
) => string | undefined;

/** Programs that the passage names in quotes only bear other names. */
const withNames =
  (choose: Choose): Mutate =>
  (gold, facts, random) => {
    const edits: Edit[] = [];
    const renamed = new Map<string, string>();
    const taken = new Set(gold.programs.map((p) => p.name));
    for (const program of gold.programs) {
      const names = [program.name, ...program.known_as];
      const quoted = [...gold.text.matchAll(/[«"“]([^»"”\n]{2,80})[»"”]/gu)].filter((m) =>
        names.some((n) => n.replace(/[«»"“”]/gu, '') === m[1]),
      );
      const bare = names.map((n) => n.replace(/[«»"“”]/gu, '')).flatMap((n) => gold.text.split(n).length - 1);
      if (quoted.length === 0 || new Set(quoted.map((m) => m[1])).size > 1) continue;
      if (bare.some((n) => n > quoted.length)) continue;
      const other = choose(gold, program, random, facts);
      if (other === undefined || taken.has(other)) continue;
      taken.add(other);
      renamed.set(program.name, other);
      for (const m of quoted)
        edits.push({ start: m.index + 1, end: m.index + 1 + (m[1]?.length ?? 0), text: other });
    }
    return edited(
      {
        ...gold,
        programs: gold.programs.map((p) => {
          const other = renamed.get(p.name);
          return other === undefined ? p : { ...p, name: other, known_as: [other] };
        }),
        indicators: gold.indicators.map((i) => ({
          ...i,
          program: (i.program && renamed.get(i.program)) ?? i.program,
        })),
      },
      edits,
    );
  };

/** A name that nobody lists, where a noun says what it is the name of: by the list alone it could not be known. */
const unlisted =
  (names: Readonly<Record<Gold['lang'], readonly string[]>>): Choose =>
  (gold, old, random, facts) => {
    const known = facts.programs.find((p) => [old.name, ...old.known_as].includes(p.name));
    return known?.rule.endsWith('/program/quoted') ? oneOf(names[gold.lang], random) : undefined;
  };

export const inventedPrograms = withNames(unlisted(INVENTED));
export const speakingPrograms = withNames(unlisted(SPEAKING));

/**
 * A listed program becomes another of its kind, by the name in the language of the passage; a benefit's is a word of
 * its own.
 */
export const otherPrograms = withNames((gold, old, random) => {
  const own = catalogue.find((p) => [...p.names.kk, ...p.names.ru].includes(old.name));
  const others = catalogue.filter((p) => p.kind === own?.kind && p !== own && p.kind !== 'benefit');
  return oneOf(
    others.flatMap((p) => p.names[gold.lang][0] ?? []),
    random,
  );
});
