import { expect, test } from 'vitest';
import { ABOUT } from './about.ts';
import { formatOf } from './format.ts';
import { preferredLang, requestedLang, type UiLang } from './lang.ts';
import { MESSAGES, type MessageKey, wordsOf } from './messages.ts';

const HEADERS: readonly [header: string | undefined, expected: UiLang][] = [
  [undefined, 'kk'],
  ['', 'kk'],
  ['ru', 'ru'],
  ['ru-KZ,ru;q=0.9,en;q=0.8', 'ru'],
  ['en-GB,en;q=0.9', 'en'],
  ['de,fr;q=0.9,kk;q=0.1', 'kk'],
  ['ru;q=0.5, kk;q=0.7', 'kk'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['de', 'kk'],
  [';;;,,,q=', 'kk'],
];
test.each(HEADERS)('Accept-Language %j gives %s', (header, expected) => {
  expect(preferredLang(header)).toBe(expected);
});

test('?hl= takes our languages only', () => {
  expect(['kk', 'RU', 'en', 'de', '', undefined].map(requestedLang)).toEqual([
    'kk',
    'ru',
    'en',
    undefined,
    undefined,
    undefined,
  ]);
});

const PERIODS: readonly [
  lang: UiLang,
  from: string | null,
  to: string | null,
  expected: string | undefined,
][] = [
  ['kk', '2025', '2025', '2025'],
  ['kk', '2026-02', '2026-02', '2026 ж. ақпан'],
  ['kk', '2026-02-04', '2026-02-04', '2026 ж. 4 ақпан'],
  ['ru', '2026-02', '2026-02', 'февраль 2026 г.'],
  ['ru', '2021', '2025', '2021–2025'],
  ['ru', '2026-01', '2026-06', 'январь 2026 г. – июнь 2026 г.'],
  ['en', '2026-02-04', '2026-02-04', '4 February 2026'],
  ['ru', null, '2029', '… – 2029'],
  ['ru', '2024', null, '2024 – …'],
  ['ru', '2024', '2026-03', '2024 – март 2026 г.'],
  ['ru', null, null, undefined],
  ['ru', 'сейчас', 'сейчас', 'сейчас'],
];
test.each(PERIODS)('a period in %s: %s to %s', (lang, from, to, expected) => {
  const text = formatOf(lang).period({ from, to });
  expect(text?.replace(/[\u00a0\u2009\u202f]/g, ' ')).toBe(expected);
});

test('times are told as in Almaty, before and after its clocks changed', () => {
  expect(formatOf('en').time('2026-02-03T20:30:00Z')).toContain('4 Feb 2026, 01:30');
  expect(formatOf('en').date('2023-12-31T18:30:00Z')).toBe('1 January 2024');
  expect(formatOf('en').date('2026-12-31T18:30:00Z')).toBe('31 December 2026');
});

test('every language has every message, in its own words', () => {
  const { kk, ru, en } = MESSAGES;
  for (const [name, messages] of Object.entries({ kk, ru })) {
    const missing = Object.entries(messages).filter(([, text]) => text.trim() === '');
    expect(missing, name).toEqual([]);
  }
  const inKazakh = Object.values(kk).join(' ');
  expect(inKazakh).toMatch(/[әіңғүұқөһ]/);
  const same = (Object.keys(en) as MessageKey[]).filter((key) => en[key] === ru[key] || kk[key] === en[key]);
  expect(same).toEqual([]);
});

test('counted phrases follow the grammar of each language', () => {
  const said = (lang: UiLang): string[] =>
    [1, 2, 5, 21].map((n) => wordsOf(lang).count('value', n, String(n)));
  expect(said('ru')).toEqual(['1 значение', '2 значения', '5 значений', '21 значение']);
  expect(said('kk')).toEqual(['1 мән', '2 мән', '5 мән', '21 мән']);
  expect(said('en')).toEqual(['1 value', '2 values', '5 values', '21 values']);
});

test('the page about Derek says as much in each language', () => {
  const shape = (lang: UiLang): number[] => ABOUT[lang].map((section) => section.length);
  expect(shape('kk')).toEqual(shape('en'));
  expect(shape('ru')).toEqual(shape('en'));
});
