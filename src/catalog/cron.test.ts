import { expect, test } from 'vitest';
import { almatyIso } from '../core/clock.ts';
import { nextTime, parseCron } from './cron.ts';

/** The time after `after` (both on the clock of Almaty) at which a timetable comes next. */
function check(text: string, after: string, expected: string | undefined): void {
  const cron = parseCron(text);
  const next = cron && nextTime(cron, new Date(after));
  expect(next && almatyIso(next).slice(0, 16)).toBe(expected);
}

const times: readonly (readonly [string, string, string | undefined])[] = [
  ['30 2 * * *', '2026-11-22T02:29:59+05:00', '2026-11-22T02:30'],
  ['30 2 * * *', '2026-11-22T02:30:00+05:00', '2026-11-23T02:30'],
  ['30 2 * * *', '2026-11-21T23:00:00Z', '2026-11-23T02:30'],
  ['0 0 * * *', '2026-12-31T23:59:59+05:00', '2027-01-01T00:00'],
  ['*/15 * * * *', '2026-11-22T10:07:00+05:00', '2026-11-22T10:15'],
  ['10/20 * * * *', '2026-11-22T10:31:00+05:00', '2026-11-22T10:50'],
  ['0 6-8,20 * * *', '2026-11-22T08:00:00+05:00', '2026-11-22T20:00'],
  ['0 6 * * 1-5', '2026-11-20T07:00:00+05:00', '2026-11-23T06:00'],
  ['0 6 * * 7', '2026-11-20T07:00:00+05:00', '2026-11-22T06:00'],
  ['0 6 1 * *', '2026-11-20T07:00:00+05:00', '2026-12-01T06:00'],
  ['0 6 1 * 1', '2026-11-20T07:00:00+05:00', '2026-11-23T06:00'],
  ['0 0 29 2 *', '2026-03-01T00:00:00+05:00', '2028-02-29T00:00'],
  // The clock of Almaty went back an hour at the end of February 2024.
  ['30 2 * * *', '2024-02-29T12:00:00+06:00', '2024-03-01T02:30'],
  ['0 0 30 2 *', '2026-11-22T00:00:00Z', undefined],
  ['60 2 * * *', '2026-11-22T00:00:00Z', undefined],
  ['5-1 2 * * *', '2026-11-22T00:00:00Z', undefined],
  ['*/0 2 * * *', '2026-11-22T00:00:00Z', undefined],
  ['30 2 * *', '2026-11-22T00:00:00Z', undefined],
  ['30 2 * * mon', '2026-11-22T00:00:00Z', undefined],
  ['', '2026-11-22T00:00:00Z', undefined],
];
for (const [text, after, expected] of times)
  test(`cron: "${text}" after ${after}`, () => check(text, after, expected));
