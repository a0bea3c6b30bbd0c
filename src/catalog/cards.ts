import { readdirSync, readFileSync } from 'node:fs';
import { BadData } from '../core/errors.ts';
import type { Complain } from './table.ts';
import { DATA_DIR } from './yaml.ts';

/**
 * Long lists of entries with many optional fields are cards: lines `field: value`, a blank line between two
 * cards, items of a list separated by `;`. Read ten times as fast as YAML, and every field knows its line.
 */
export type Card<F extends string> = Partial<Record<F, string>>;

/** A list inside a field: items separated by semicolons. */
export const fieldList = (field: string | undefined): string[] =>
  (field ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/**
 * Reads one file of cards and hands each to `read`, with a way to reject it that names file, line and field.
 * Throws `BadData`, also for a field that is unknown or stands twice.
 */
export function readCards<F extends string, T>(
  file: string,
  name: string,
  fields: readonly F[],
  read: (card: Card<F>, complain: Complain) => T,
): T[] {
  const entries: T[] = [];
  let card: Card<F> = {};
  let lines = new Map<string, number>();
  const known = new Map(fields.map((f) => [f as string, f]));
  const finish = () => {
    if (lines.size === 0) return;
    const at = lines;
    const first = Math.min(...at.values());
    entries.push(
      read(card, (field, expected, got) => {
        throw new BadData(name, `line ${at.get(field) ?? first} (${field})`, expected, got);
      }),
    );
    card = {};
    lines = new Map();
  };
  for (const [i, raw] of readFileSync(file, 'utf8').split('\n').entries()) {
    const text = raw.trim();
    if (text.startsWith('#')) continue;
    if (text === '') {
      finish();
      continue;
    }
    const colon = text.indexOf(':');
    const key = text.slice(0, Math.max(colon, 0));
    const field = known.get(key);
    if (field === undefined)
      throw new BadData(name, `line ${i + 1}`, `a field of ${fields.join(', ')} and a colon`, text);
    if (lines.has(key)) throw new BadData(name, `line ${i + 1} (${key})`, 'a field once in a card', text);
    lines.set(key, i + 1);
    card[field] = text.slice(colon + 1).trim();
  }
  finish();
  return entries;
}

/** All files of cards (`.txt`) of a folder under `data/`, sorted by name. */
export function readCardFolder<F extends string, T>(
  folder: string,
  fields: readonly F[],
  read: (card: Card<F>, complain: Complain) => T,
  dir = DATA_DIR,
): T[] {
  return readdirSync(`${dir}${folder}`)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .flatMap((f) => readCards(`${dir}${folder}/${f}`, `data/${folder}/${f}`, fields, read));
}
