import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseFiles, loadCases } from '../testing/cases.ts';
import { loadExtractor } from './index.ts';

const extractor = loadExtractor();
const GOLD = new URL('../../samples/gold/', import.meta.url);

/** Digits with nothing of a word glued to them: not those of `COVID-19`, `5G`, `м2`, `baq24.kz`. */
const FREE_DIGITS = /(?<![\p{L}\p{M}_\d]|[\p{L}][-‑'’.])\d+(?![\p{L}_\d]|\.\p{L})/gu;

/** Every number of the text is mentioned, whatever it means, with its kind (the contract of `mentions`). */
function check(text: string): void {
  const { mentions } = extractor.extract({ id: 'x', text, published: '2026-03-10' });
  const numbers = mentions.filter((m) => m.type === 'number');
  for (const m of numbers) {
    expect(m.kind, `«${m.text}» in ${text}`).toBeDefined();
    expect(m.value, `«${m.text}» in ${text}`).not.toBeUndefined();
  }
  const missed = [...text.matchAll(FREE_DIGITS)].filter(
    ({ index, 0: digits }) => !numbers.some((m) => m.start <= index && index + digits.length <= m.end),
  );
  expect(
    missed.map((m) => m[0]),
    text,
  ).toEqual([]);
}

test('every number of the cases is mentioned', () => {
  for (const file of caseFiles()) for (const c of loadCases(file)) check(c.text);
});

test('every number of the passages is mentioned', () => {
  for (const file of readdirSync(GOLD).filter((f) => f.endsWith('.json')))
    check(JSON.parse(readFileSync(new URL(file, GOLD), 'utf8')).text);
});

const PIECES = [
  ...[
    '12',
    '1 200',
    '3,5',
    '2024',
    '2025–2027',
    '07.02.2019',
    '12:50',
    '10.30',
    '7-',
    '33-тен',
    '№',
    '%',
    '-ы',
  ],
  ...[
    'тыс.',
    'млн',
    'мың',
    'тенге',
    'человек',
    'отбасы',
    'года',
    'жылы',
    'лет',
    'жас',
    'минут',
    'бап',
    'статья',
  ],
  ...[
    'с',
    'до',
    'от',
    'по',
    'на',
    'из',
    'не',
    'вместо',
    'каждый',
    'әр',
    'астам',
    'дейін',
    'емес',
    'орнына',
    ',',
    '(',
    ')',
  ],
];

test('every number of any heap of words is mentioned', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('В области ', 'Облыста '),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }),
      (opening, pieces) => check(opening + pieces.join(' ')),
    ),
    { numRuns: 500 },
  );
});
