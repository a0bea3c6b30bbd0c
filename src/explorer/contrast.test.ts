import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync(new URL('./public/explorer.css', import.meta.url), 'utf8');
const DARK = CSS.indexOf('@media screen and (prefers-color-scheme: dark)');

/** Colours by name: those of light pages, or with those of dark pages over them. */
function colours(dark: boolean): ReadonlyMap<string, string> {
  const end = CSS.indexOf('\n}\n', DARK);
  const text = CSS.slice(0, dark ? end : DARK);
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Text and what it stands on. */
const PAIRS: readonly [text: string, ground: string][] = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['quiet', 'paper'],
  ['quiet', 'raised'],
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['accent', 'accent-soft'],
  ['paper', 'accent'],
  ['focus', 'paper'],
  ['ink', 'warn-paper'],
  ['ink', 'mark'],
  ['ink', 'indicator'],
  ['ink', 'event'],
  ['ink', 'shade-0'],
  ['ink', 'shade-1'],
  ['ink', 'shade-2'],
  ['on-shade-3', 'shade-3'],
  ['on-shade-4', 'shade-4'],
  ['on-shade-4', 'shade-5'],
];

test.each([
  ['light', false],
  ['dark', true],
] as const)('%s pages: every text has a contrast of at least 4.5 to its ground', (_name, dark) => {
  const of = colours(dark);
  const weak = PAIRS.map(([text, ground]) => {
    const ratio = contrast(of.get(text) ?? '', of.get(ground) ?? '');
    return `${text} on ${ground}: ${ratio.toFixed(2)}`;
  }).filter((line) => !(Number(line.split(': ')[1]) >= 4.5));
  expect(weak).toEqual([]);
});
