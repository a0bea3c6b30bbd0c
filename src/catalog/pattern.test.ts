import { expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

test.each<[string, readonly string[], readonly string[]]>([
  [
    '/[a-z0-9-]+_\\d{6,9}/?',
    ['/a-b_123456', '/a_123456789/'],
    ['/a_12345', '/a_1234567890', 'x/a_123456', '/A_123456'],
  ],
  ['/(ru|kz)/[^/]+', ['/ru/x', '/kz/é'], ['/en/x', '/ru/', '/ru/x/']],
  ['(?:a+)+b?', ['a', 'aaab'], ['', 'b', 'ba']],
  ['x{3}', ['xxx'], ['xx', 'xxxx']],
  ['a\\.b', ['a.b'], ['axb']],
  ['|a', ['', 'a'], ['b']],
  ['[a\\]-]*', ['', 'a]-'], ['b']],
])('%s', (source, yes, no) => {
  const pattern = compilePattern(source);
  for (const text of yes) expect(pattern.test(text), text).toBe(true);
  for (const text of no) expect(pattern.test(text), text).toBe(false);
});

test.each(['(?=a)', '(a', 'a)', '[a', 'a{,3}', '\\1', '^a', '*', '(?<n>a)', 'a\\'])(
  'refused: %s',
  (source) => {
    expect(() => compilePattern(source)).toThrow(SyntaxError);
  },
);

test('a pattern that kills a backtracking engine is matched at once', () => {
  const started = performance.now();
  expect(compilePattern('(a|a|aa)*(a*)*c').test('a'.repeat(2_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
