import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kind, tokenize } from './tokens.ts';
import { Words } from './words.ts';

const words = new Words();
const NAME = Object.fromEntries(Object.entries(Kind).map(([name, kind]) => [kind, name]));

/** Tokens in short: words as they stand, `числа=value~suffix`, dates and times in brackets, newlines as ⏎. */
const cut = (text: string): string =>
  tokenize(text, words)
    .map((t) => {
      const raw = text.slice(t.start, t.end);
      if (t.kind === Kind.word || (t.kind === Kind.punct && t.digits.suffix === '')) return raw;
      if (t.kind === Kind.number)
        return `${raw}=${t.digits.num}${t.digits.suffix === '' ? '' : `~${t.digits.suffix}`}`;
      return t.kind === Kind.newline
        ? '⏎'
        : `[${NAME[t.kind]} ${raw}${t.digits.suffix === '' ? '' : `~${t.digits.suffix}`}]`;
    })
    .join(' ');

test.each<[string, string]>([
  // groups of digits: three by three, with any of the spaces that news use; four digits are never joined
  ['12\u00a0450 мест', '12\u00a0450=12450 мест'],
  ['8\u2009051', '8\u2009051=8051'],
  ['1\u202f000\u202f000', '1\u202f000\u202f000=1000000'],
  ['10 000 000,5', '10 000 000,5=10000000.5'],
  ['В 2024 300 семей', 'В 2024=2024 300=300 семей'],
  ['20 2024', '20=20 2024=2024'],
  ['15,4 мың', '15,4=15.4 мың'],
  ['2.51', '2.51=2.51'],
  ['12-15', '12=12 - 15=15'],
  ['2025–2027', '2025=2025 – 2027=2027'],
  // endings on figures, signs and abbreviations
  ['33-тен 131-ге', '33-тен=33~тен 131-ге=131~ге'],
  ['1 286-сы', '1 286-сы=1286~сы'],
  ['37,5%-ы', '37,5=37.5 [punct %-ы~ы]'],
  ['50-летие', '50-летие=50~летие'],
  ['2019-жылы', '2019-жылы=2019~жылы'],
  ['млрд-тан', 'млрд-тан'],
  // dates, times, numberings
  ['07.02.2019 және 2026-02-04', '[date 07.02.2019] және [date 2026-02-04]'],
  ['7.2.19', '[date 7.2.19]'],
  ['в 12:50', 'в [time 12:50]'],
  ['счёт 2:150', 'счёт 2=2 : 150=150'],
  ['1.2.3', '1=1 . 2.3=2.3'],
  // words
  ['COVID-19 м2', 'COVID-19 м2'],
  ['200.news, msqory.kz', '200.news , msqory.kz'],
  ["O'zbek об’явл", "O'zbek об’явл"],
  ['и.о. Н.Омарову', 'и . о . Н . Омарову'],
  ['нан-су-', 'нан-су -'],
  ['«Ұшқыр» ст.84', '« Ұшқыр » ст . 84=84'],
  ['бір\nекі', 'бір ⏎ екі'],
  // marks inside a word belong to it
  ['со\u00adвет', 'со\u00adвет'],
  ['Ка\u0301захстан', 'Ка\u0301захстан'],
  // what is no letter at all
  ['😀5', '😀 5=5'],
  ['', ''],
  ['1,500,000', '1,500,000=1500000'],
])('%j', (text, want) => {
  expect(cut(text)).toBe(want);
});

test('a number too long for a quantity has no value', () => {
  expect(tokenize('9'.repeat(100_000), words).map((t) => t.digits.num)).toEqual([Number.NaN]);
});

/** Texts of the letters, digits, marks and spaces that decide something in the tokenizer. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(..."аәЖқіхW5 0,.:-–%№«»'’\n\t\u00a0\u2009\u00ad\u0301\ud83d\ude00\0"), {
      maxLength: 60,
    })
    .map((c) => c.join('')),
);

test('tokens stand in order, do not overlap, and leave out nothing but white space and marks', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0;
      for (const t of tokenize(text, words)) {
        expect(t.start).toBeGreaterThanOrEqual(at);
        expect(t.end).toBeGreaterThan(t.start);
        expect(text.slice(at, t.start)).toMatch(/^[\s\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*$/u);
        if (t.form) expect(text.slice(t.start, t.end)).toBe(t.form.raw);
        at = t.end;
      }
      expect(text.slice(at)).toMatch(/^[\s\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*$/u);
    }),
    { numRuns: 500 },
  );
});

test('a text is cut alike alone and behind another line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const alone = tokenize(text, words).map((t) => [t.start, t.end, t.kind]);
      const behind = tokenize(`Алдында\n${text}`, words).slice(2);
      expect(behind.map((t) => [t.start - 8, t.end - 8, t.kind])).toEqual(alone);
    }),
  );
});
