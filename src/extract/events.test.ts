import { expect, test } from 'vitest';
import { loadExtractor } from './index.ts';

const extractor = loadExtractor();

/** kind, date and what it happened to, of every event of a text. */
function check(text: string, expected: readonly string[]): void {
  const { events } = extractor.extract({ id: 'x', text, published: '2026-03-10' });
  expect(events.map((e) => [e.kind, e.date.from, e.program ?? e.official].join(' '))).toEqual(expected);
  for (const e of events) expect(text.slice(e.start, e.end)).toBe(e.quote);
}

const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['ru start', 'Проект «Тёплый дом» стартовал в 2021 году.', ['start 2021 Тёплый дом']],
  [
    'ru ongoing',
    'С 2023 года в области реализуется программа «Сельский врач».',
    ['start 2023 Сельский врач'],
  ],
  [
    'ru creation',
    'Штаб был создан 5 мая 2022 года в рамках акции «Чистый двор».',
    ['creation 2022-05-05 Чистый двор'],
  ],
  [
    'ru end',
    'Приём по программе «Сельский врач» завершился 1 декабря 2025 года.',
    ['end 2025-12-01 Сельский врач'],
  ],
  ['kk start', '«Жылы үй» акциясы 2020 жылы басталды.', ['start 2020 Жылы үй']],
  ['kk ongoing', '2022 жылдан бері «Ұшқыр ой» жобасы іске асырылуда.', ['start 2022 Ұшқыр ой']],
  [
    'ru appointment',
    'Акимом Абайской области 12 июня 2024 года назначен Серик Оспанов, аким области Серик Оспанов приступил к работе.',
    ['appointment 2024-06-12 Серик Оспанов'],
  ],
  ['no date', 'Проект «Тёплый дом» стартовал успешно.', []],
  ['no program', 'Ремонт школы начат в 2021 году.', []],
  ['a stretch of time is no date', 'За последние пять лет проект «Тёплый дом» завершён в трёх районах.', []],
];

for (const [name, text, expected] of CASES) test(name, () => check(text, expected));
