import { expect, test } from 'vitest';
import type { FailureClass } from './backoff.ts';
import type { Refused } from './client.ts';
import { nextAsk, nextLook, nextTry } from './schedule.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR = 3600_000;
const hours = (to: Date | null): number | null =>
  to === null ? null : (to.getTime() - NOW.getTime()) / HOUR;

test('re-looks: after six hours, then whenever the age has doubled, for two weeks', () => {
  // Age of the article in hours -> hours until the next look.
  const cases: readonly (readonly [number, number | null])[] = [
    [-3, 6],
    [0, 6],
    [1, 6],
    [6, 6],
    [12, 12],
    [24, 24],
    [96, 96],
    [168, 168],
    [169, null],
    [24 * 365, null],
  ];
  for (const [age, expected] of cases)
    expect(hours(nextLook(new Date(NOW.getTime() - age * HOUR), NOW)), `${age} h`).toBe(expected);
});

test('re-looks: an article is looked at seven times in all', () => {
  const published = NOW;
  const looks: number[] = [];
  for (let at: Date | null = nextLook(published, NOW); at !== null; at = nextLook(published, at))
    looks.push(hours(at) ?? 0);
  expect(looks).toEqual([6, 12, 24, 48, 96, 192]);
});

test('tries: sooner for what passes, later for what only a person can mend, never before Retry-After', () => {
  const cases: readonly (readonly [FailureClass, number, number | undefined, number | null])[] = [
    ['server', 1, undefined, 0.25],
    ['timeout', 2, undefined, 1],
    ['dns', 3, undefined, 4],
    ['server', 1, 5 * HOUR, 5],
    ['server', 3, HOUR, 4],
    ['server', 5, undefined, 64],
    ['server', 6, undefined, null],
    ['blocked', 1, undefined, 24],
    ['tls', 2, undefined, 48],
    ['too-large', 6, undefined, null],
  ];
  for (const [failure, tries, retryAfter, expected] of cases) {
    const answer = {
      kind: 'failed' as const,
      failure,
      detail: '',
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
    expect(hours(nextTry(answer, tries, NOW)), `${failure} ${tries}`).toBe(expected);
  }
});

test('asks: a missing robots.txt soon, a ban after a week, what leads outside never', () => {
  const reasons: readonly (readonly [Refused['reason'], number | null])[] = [
    ['robots-unreachable', 1],
    ['robots', 168],
    ['redirects', null],
    ['address', null],
  ];
  for (const [reason, expected] of reasons)
    expect(hours(nextAsk({ kind: 'refused', reason, detail: '' }, NOW)), reason).toBe(expected);
});
