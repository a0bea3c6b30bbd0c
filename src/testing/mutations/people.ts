import { loadNames } from '../../catalog/names.ts';
import type { Gold } from '../../pipeline/gold.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

const { given } = loadNames();

/** Roots of surnames, written for this purpose; those before `ев` and `ева` end in a vowel or a soft sound. */
const ROOTS: Readonly<Record<Gold['lang'], Readonly<Record<'hard' | 'soft' | 'bare', readonly string[]>>>> = {
  kk: {
    hard: [
      'Сәрсенбек',
      'Тілеміс',
      'Қожахмет',
      'Бөлебай',
      'Ермұрат',
      'Жүсіп',
      'Оспанбет',
      'Қазыбай',
      'Дүйсембай',
    ],
    soft: ['Ақтанба', 'Қали', 'Нұрғали', 'Әлімғали', 'Өтеба', 'Тәжи'],
    bare: ['Қанатбек', 'Өмірбек', 'Сатыбек', 'Тойшыбек', 'Аманбек'],
  },
  ru: {
    hard: ['Сарсенбек', 'Тлемис', 'Кожахмет', 'Ермурат', 'Жусуп', 'Оспанбет', 'Казыбек', 'Климчук', 'Дружин'],
    soft: ['Актанба', 'Кали', 'Нургали', 'Алимгали', 'Утеба', 'Тажи'],
    bare: ['Канатбек', 'Омирбек', 'Сатыбек', 'Тойшыбек', 'Аманбек'],
  },
};
const SUFFIXED = /^(.+?)(ов|ова|ев|ева)$/u;

function otherSurname(name: string, lang: Gold['lang'], random: () => number): string | undefined {
  const [, , suffix] = SUFFIXED.exec(name) ?? [];
  const roots = ROOTS[lang];
  if (suffix !== undefined)
    return `${oneOf(suffix.startsWith('о') ? roots.hard : roots.soft, random)}${suffix}`;
  return name.endsWith('бек') ? oneOf(roots.bare, random) : undefined;
}

const isBack = (name: string): boolean => /[аоұыуяё](?=[^аәеёиоөұүыіуэюя]*$)/iu.test(name);

function otherGiven(name: string, lang: Gold['lang'], random: () => number): string | undefined {
  const spelt = (g: (typeof given)[number]): string => (lang === 'kk' ? g.kk : (g.ru[0] ?? ''));
  const own = given.find((g) => (lang === 'kk' ? g.kk === name : g.ru.includes(name)));
  if (own === undefined) return undefined;
  return oneOf(
    given
      .filter((g) => g.gender === own.gender && !g.alsoWord && spelt(g) !== name)
      .map(spelt)
      .filter((s) => s.slice(-1) === name.slice(-1) && isBack(s) === isBack(name) && !s.includes('-')),
    random,
  );
}

/** What no case changes of a name, and what then stands for its letters in the text. */
const stemOf = (name: string): string => name.replace(/[аяй]$/u, '');

/** Every office holder bears another name of the same gender and the same endings, in full and by initials. */
export const otherPeople: Mutate = (gold, _, random) => {
  const edits: Edit[] = [];
  const done = new Map<string, string>();
  const officials = gold.officials.map((o) => {
    const words = o.name.split(' ');
    const others = words.map((w, k) => {
      const known = done.get(w);
      if (known !== undefined) return known;
      const other =
        words.length > 1 && k === 0 ? otherGiven(w, gold.lang, random) : otherSurname(w, gold.lang, random);
      if (other === undefined || (words.length === 3 && k === 2 && !SUFFIXED.test(w))) return w;
      done.set(w, other);
      return other;
    });
    return { ...o, name: others.join(' ') };
  });
  for (const [name, other] of done) {
    const stem = stemOf(name);
    const pattern = new RegExp(`(?<!\\p{L})${stem}(?=\\p{Ll}{0,6}(?!\\p{L}))`, 'giu');
    for (const m of gold.text.matchAll(pattern)) {
      const shouted = m[0].length > 1 && m[0] === m[0].toUpperCase();
      if (!/^\p{Lu}/u.test(m[0])) continue;
      const text = stemOf(other);
      edits.push({ start: m.index, end: m.index + m[0].length, text: shouted ? text.toUpperCase() : text });
    }
  }
  const disjoint = edits.filter((e, k) => !edits.some((f, j) => j < k && f.start < e.end && e.start < f.end));
  return edited({ ...gold, officials }, disjoint);
};

/** Office holders named in full are named by an initial and a surname wherever they stand. */
export const initials: Mutate = (gold) => {
  const edits: Edit[] = [];
  const officials = gold.officials.map((o) => {
    const [first = '', last, ...more] = o.name.split(' ');
    if (last === undefined || more.length > 0 || first.length < 3) return o;
    const pattern = new RegExp(`(?<!\\p{L})${stemOf(first)}\\p{Ll}{0,3} (?=${stemOf(last)})`, 'gu');
    const found = [...gold.text.matchAll(pattern)];
    if (found.length === 0) return o;
    for (const m of found) edits.push({ start: m.index, end: m.index + m[0].length, text: `${first[0]}. ` });
    return { ...o, name: `${first[0]}. ${last}` };
  });
  return edited({ ...gold, officials }, edits);
};
