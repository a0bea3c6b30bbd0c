import { loadThings, type Thing } from '../../catalog/things.ts';
import { phrase } from '../../language/packs/ru/inflect.ts';
import { GENDERS } from '../../language/tags.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

const things = loadThings();

interface Forms {
  readonly thing: Thing;
  readonly lemma: string;
  /** The ending that the word takes, and the word itself, by case and number. */
  readonly forms: ReadonlyMap<number, string>;
  readonly family: string;
}

/** Things told in one Russian word each, with their forms; a gender and a kind make a family. */
const russian: readonly Forms[] = things
  .filter((t) => t.class === 'count' && t.kind !== 'person' && t.kind !== 'child')
  .flatMap((thing) => {
    const [first] = thing.ru;
    if (first === undefined || first.words.length !== 1 || first.words[0]?.indeclinable) return [];
    const forms = new Map<number, string>();
    let gender = 0;
    for (const { words, tags } of phrase(first)) {
      if (!forms.has(tags)) forms.set(tags, words[0] ?? '');
      gender |= tags & GENDERS;
    }
    return [{ thing, lemma: first.written, forms, family: `${gender} ${thing.kind}` }];
  });

/** The same things told in one Kazakh word; its last sound and vowel decide the endings it takes. */
const kazakh: readonly Forms[] = things
  .filter((t) => t.class === 'count' && t.kind !== 'person' && t.kind !== 'child')
  .flatMap((thing) => {
    const [first] = thing.kk;
    if (first === undefined || first.words.length !== 1 || first.indeclinable || first.p3) return [];
    const word = first.written;
    const vowel = [...word].findLast((c) => /[аәеоөұүыіэяё]/u.test(c)) ?? '';
    const back = /[аоұыяё]/u.test(vowel);
    const last = word.at(-1) ?? '';
    const sound = /[пк-қ]/u.test(last)
      ? last
      : /[аәеоөұүыі]/u.test(last)
        ? 'v'
        : /[тсшщцфх]/u.test(last)
          ? 't'
          : last;
    return [{ thing, lemma: word, forms: new Map(), family: `${back}${sound} ${thing.kind}` }];
  });

/** Words that mean other things as well, as parts of names and posts. */
const COMMON = new Set([
  'person',
  'child',
  'family',
  'Kazakhstani',
  'case',
  'item',
  'place',
  'point',
  'level',
  'district',
  'city',
  'oblast',
  'village',
  'region',
  'program',
  'project',
]);

const WORD = /(?<![\p{L}-])\p{L}+(?![\p{L}])/gu;

/** A thing that is counted becomes another one of the same grammar wherever the passage names it. */
export const otherThings: Mutate = (gold, facts, random) => {
  const all = gold.lang === 'ru' ? russian : kazakh;
  const counted = new Set(facts.indicators.map((i) => i.unit));
  const mine = all.filter((f) => counted.has(f.thing.unit) && !COMMON.has(f.thing.unit));
  const edits: Edit[] = [];
  const units = new Map<string, Forms>();
  for (const old of mine) {
    const other = oneOf(
      all.filter(
        (f) =>
          f.family === old.family &&
          f !== old &&
          !COMMON.has(f.thing.unit) &&
          !counted.has(f.thing.unit) &&
          !/resident$/u.test(f.thing.unit),
      ),
      random,
    );
    if (other === undefined) continue;
    const own = [...gold.text.matchAll(WORD)].flatMap((m) => {
      const text = gold.lang === 'ru' ? inRussian(m[0], old, other) : inKazakh(m[0], old, other);
      if (text === undefined) return [];
      return [
        {
          start: m.index,
          end: m.index + m[0].length,
          text: /^\p{Lu}/u.test(m[0]) ? (text[0] ?? '').toUpperCase() + text.slice(1) : text,
        },
      ];
    });
    const inName = own.some((e) =>
      facts.mentions.some(
        (x) => !['number', 'unit'].includes(x.type) && x.start <= e.start && e.end <= x.end,
      ),
    );
    if (own.length === 0 || inName) continue;
    edits.push(...own);
    units.set(old.thing.unit, other);
  }
  const disjoint = edits.filter((e, k) => !edits.some((f, j) => j < k && f.start < e.end && e.start < f.end));
  return edited(
    {
      ...gold,
      indicators: gold.indicators.map((i) => {
        const [start, end] = [i.start ?? 0, (i.start ?? 0) + i.quote.length];
        const fact = facts.indicators.find((f) => f.start < end && start < f.end);
        const other = fact && units.get(fact.unit);
        const named = disjoint.some((e) => e.start < end && start < e.end) || fact?.inferred.includes('unit');
        return other === undefined || !named
          ? i
          : { ...i, unit: other.thing.unit, subject: `${i.subject} ${other.lemma}` };
      }),
    },
    disjoint,
  );
};

function inRussian(word: string, old: Forms, other: Forms): string | undefined {
  const norm = word.toLowerCase();
  const plain = (w: string): string => w.replaceAll('ё', 'е');
  const hits = [...old.forms]
    .filter(([, form]) => plain(form) === plain(norm))
    .map(([tags]) => other.forms.get(tags));
  return new Set(hits).size === 1 ? hits[0] : undefined;
}

function inKazakh(word: string, old: Forms, other: Forms): string | undefined {
  const norm = word.toLowerCase();
  if (norm === old.lemma) return other.lemma;
  // A voiceless end is voiced before a vowel (`мектеп`, `мектебі`): such forms are left to the families of one sound.
  const ending = norm.startsWith(old.lemma) ? norm.slice(old.lemma.length) : undefined;
  if (
    ending === undefined ||
    ending.length > 6 ||
    !/^(?:[лдт][ае]р|[ғгқк][ае]|[дт][ыіае]|н[ыі]|[ыі]|[бмп]ен|с[ыі])/u.test(ending)
  )
    return undefined;
  if (/[пкқ]$/u.test(other.lemma) && /^[ыі]/u.test(ending)) return undefined;
  return other.lemma + ending;
}
