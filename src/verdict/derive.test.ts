import { expect, test } from 'vitest';
import { ulpOf } from './amount.ts';
import { derive } from './derive.ts';
import type { Statement } from './scope.ts';

/** A statement from a short line: what is counted, the number, what it is, its year; `…` goes on from the one before. */
function statement(line: string, at: number): Statement {
  const [thing = '', number = '', kind = 'level person', year = '', from] = line
    .split('|')
    .map((s) => s.trim());
  const [measure = '', unit = '', direction] = kind.split(' ');
  const value = Number(number);
  return {
    id: String(at),
    lang: 'ru',
    measure: measure as Statement['measure'],
    unit,
    unitClass: unit === 'percent' || unit === 'percentage_point' || unit === 'times' ? unit : 'count',
    direction: (direction as Statement['direction']) ?? null,
    per: null,
    status: 'actual',
    concept: null,
    program: null,
    region: null,
    period: year === '' ? null : { from: year, to: year, text: year },
    terms: [{ keys: [thing.replace('…', '')], weight: 1, paired: true }],
    keys: new Set([thing.replace('…', '')]),
    passage: new Set(),
    amount: { value, high: null, order: null, comparator: '=', nearness: null, ulp: ulpOf(number, value) },
    previous: from === undefined ? null : Number(from),
    place: { article: 'a', sentence: 0, at, continues: thing.startsWith('…') },
    derived: null,
    known: '2026-01-01',
    origin: 'a',
    periodInferred: false,
    regionInferred: false,
    unitInferred: false,
    revises: false,
    negated: false,
    people: unit === 'person',
  };
}

function check(lines: string, expected: readonly string[]): void {
  const told = derive(lines.split(';').map(statement)).map(({ amount, unit, direction, derived }) => {
    const [value, off] = [amount.value ?? 0, amount.off ?? 0];
    return `${derived?.sum} ${direction ?? ''} ${value.toFixed(2)}±${off.toFixed(2)} ${unit}`;
  });
  expect(told.sort()).toEqual([...expected].sort());
}

test.each<[what: string, lines: string, expected: readonly string[]]>([
  ['one level', 'schools|162|level school|2025', []],
  [
    'from one to another in one breath',
    'tourists|6700|level person|2025|4200',
    ['times up 1.60±0.03 times', 'percent up 59.52±3.09 percent', 'difference up 2500.00±100.00 person'],
  ],
  [
    'two years of one thing',
    'guests|500|level person|2024;guests|250|level person|2025',
    ['times down 2.00±0.24 times', 'percent down 50.00±6.00 percent', 'difference down 250.00±55.00 person'],
  ],
  ['two years of different things', 'guests|500|level person|2024;hotels|250|level person|2025', []],
  ['one thing in two units', 'guests|500|level person|2024;guests|250|level family|2025', []],
  ['one year', 'guests|500|level person|2025;guests|250|level person|2025', []],
  [
    'a part of what stands before it',
    'schools|160|level school;…project|40|level school',
    ['share  25.00±3.28 percent'],
  ],
  ['a part before its whole', '…project|40|level school;schools|160|level school', []],
  ['two numbers that do not go on from each other', 'schools|160|level school;hospitals|40|level school', []],
  ['growth in percent', 'guests|60|change percent up', ['times up 1.60±0.05 times']],
  ['a fall in percent', 'guests|50|change percent down', ['times down 2.00±0.20 times']],
  ['growth in times', 'guests|1.6|ratio times up', ['percent up 60.00±5.00 percent']],
  [
    'a level and a later change',
    'gas|62.4|level percent|2025;gas|1.9|change percentage_point up|2026',
    ['level up 64.30±0.10 percent'],
  ],
  [
    'a level and the change that led to it',
    'gas|62.4|level percent|2025;gas|1.9|change percentage_point up|2025',
    [],
  ],
])('%s', (_, lines, expected) => check(lines, expected));
