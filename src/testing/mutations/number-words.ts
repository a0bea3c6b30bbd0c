import type { Gold } from '../../pipeline/gold.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

/** Number words that stand in each other's place: the words around them keep their forms. */
const WORDS: Readonly<Record<Gold['lang'], readonly Readonly<Record<string, number>>[]>> = {
  kk: [
    { екі: 2, үш: 3, төрт: 4, бес: 5, алты: 6, жеті: 7, сегіз: 8, тоғыз: 9 },
    { он: 10, жиырма: 20, отыз: 30, қырық: 40, елу: 50, алпыс: 60, жетпіс: 70, сексен: 80, тоқсан: 90 },
    { екеуі: 2, үшеуі: 3, төртеуі: 4, бесеуі: 5, жетеуі: 7 },
  ],
  ru: [
    { три: 3, четыре: 4 },
    { трех: 3, трёх: 3, четырех: 4, четырёх: 4 },
    { трем: 3, трём: 3, четырем: 4, четырём: 4 },
    {
      пять: 5,
      шесть: 6,
      семь: 7,
      восемь: 8,
      девять: 9,
      десять: 10,
      двенадцать: 12,
      пятнадцать: 15,
      двадцать: 20,
    },
    {
      пяти: 5,
      шести: 6,
      семи: 7,
      восьми: 8,
      девяти: 9,
      десяти: 10,
      двенадцати: 12,
      двадцати: 20,
      тридцати: 30,
    },
    { пятью: 5, шестью: 6, семью: 7, девятью: 9, десятью: 10 },
    { пятьдесят: 50, шестьдесят: 60, семьдесят: 70, восемьдесят: 80 },
    { двести: 200, триста: 300, четыреста: 400, пятьсот: 500, шестьсот: 600 },
    { двухсот: 200, трехсот: 300, трёхсот: 300, четырёхсот: 400, пятисот: 500, семисот: 700 },
  ],
};
const WORD = /\p{L}+/gu;
const SCALE: readonly (readonly [RegExp, number])[] = [
  [/^(?:тысяч|мың)/u, 1e3],
  [/^миллион/u, 1e6],
  [/^миллиард/u, 1e9],
];

/** One number word of a figure becomes another; only where the quote tells one value with one word of its sort. */
export const otherNumberWords: Mutate = (gold, _, random) => {
  const edits: Edit[] = [];
  const indicators = gold.indicators.map((i) => {
    if (i.value === null || i.previous !== null || i.high !== null || /\d/u.test(i.quote)) return i;
    const words = [...i.quote.matchAll(WORD)];
    const known = words.flatMap((m) => {
      const row = WORDS[gold.lang].find((r) => m[0].toLowerCase() in r);
      return row === undefined ? [] : [{ m, row, value: row[m[0].toLowerCase()] ?? 0 }];
    });
    const scale = words.flatMap((m) => SCALE.find(([re]) => re.test(m[0]))?.[1] ?? [])[0] ?? 1;
    const told = known.reduce((sum, k) => sum + k.value, 0) * scale;
    const one = known.at(-1);
    if (one === undefined || told !== i.value) return i;
    // «он екі» stays a sum: only its last word changes, and not to a round one.
    const other = oneOf(
      Object.entries(one.row).filter(([, v]) => v !== one.value && (known.length === 1 || v < 10)),
      random,
    );
    if (other === undefined) return i;
    const start = (i.start ?? 0) + one.m.index;
    const capital = /^\p{Lu}/u.test(one.m[0]);
    const [word, value] = other;
    edits.push({
      start,
      end: start + one.m[0].length,
      text: capital ? (word[0] ?? '').toUpperCase() + word.slice(1) : word,
    });
    return { ...i, value: i.value + (value - one.value) * scale };
  });
  return edited({ ...gold, indicators }, edits);
};
