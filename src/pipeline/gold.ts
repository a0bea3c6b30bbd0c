import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BadData, WrongUsage } from '../core/errors.ts';

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));

const day = z.string().nullable();
const indicator = z.object({
  quote: z.string().min(1),
  /** Where the quote stands; without it the first one after the quote before it. */
  start: z.int().min(0).optional(),
  value: z.number().nullable(),
  previous: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~']),
  unit: z.string(),
  subject: z.string().default(''),
  direction: z.enum(['up', 'down']).nullable().default(null),
  period: z.object({ from: day, to: day }).nullable().default(null),
  region: z.string().nullable().default(null),
  program: z.string().nullable().default(null),
});

const passage = z.object({
  id: z.string().min(1),
  lang: z.enum(['kk', 'ru']),
  published: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string().min(1),
  programs: z.array(z.object({ name: z.string(), known_as: z.array(z.string()).default([]) })).default([]),
  regions: z
    .array(z.object({ name_ru: z.string(), level: z.string(), foreign: z.boolean().default(false) }))
    .default([]),
  officials: z
    .array(
      z.object({
        name: z.string(),
        post: z.string(),
        jurisdiction: z.string().nullish(),
        foreign: z.boolean().default(false),
      }),
    )
    .default([]),
  indicators: z.array(indicator).default([]),
  not_indicators: z
    .array(
      z.union([
        z.string().transform((quote) => ({ quote, start: undefined })),
        z.object({ quote: z.string(), start: z.int().optional() }),
      ]),
    )
    .default([]),
});

/** A passage with the facts that must come out of it (samples/gold/README.md). */
export type Gold = z.infer<typeof passage>;
export type GoldIndicator = Gold['indicators'][number];

/** Passages with a name under which their floors are kept: the folder and the one above it, `samples/gold`. */
export interface GoldSet {
  readonly name: string;
  readonly passages: readonly Gold[];
}

/** Lists beside the passages, with a format of their own. */
const NOT_PASSAGES = new Set(['claims.json', 'pairs.json']);

/**
 * Reads a set: a folder of passages, one passage, or the name of a folder under `samples`.
 * Throws `WrongUsage` when there is none, `BadData` when a passage is not what the format says.
 */
export function loadGold(set = 'gold'): GoldSet {
  const path = [set, join(SAMPLES, set)].map((p) => resolve(p)).find((p) => existsSync(p));
  if (path === undefined)
    throw new WrongUsage(`${set}: no such file or folder, and no folder of that name under samples`);
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((f) => f.endsWith('.json') && !NOT_PASSAGES.has(f))
        .sort()
        .map((f) => join(path, f))
    : [path];
  if (files.length === 0) throw new WrongUsage(`${set}: no passage (.json) in this folder`);
  return { name: path.split(/[\\/]/).slice(-2).join('/'), passages: files.map(readPassage) };
}

function readPassage(file: string): Gold {
  const name = basename(file);
  const read = passage.safeParse(parsed(file, name));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new BadData(name, issue?.path.join('.') || 'top level', issue?.message ?? 'a passage', null);
  }
  const gold = read.data;
  let at = 0;
  const indicators = gold.indicators.map((i, k) => {
    const next = gold.text.indexOf(i.quote, at);
    const start = i.start ?? (next >= 0 ? next : gold.text.indexOf(i.quote));
    if (start < 0 || !gold.text.startsWith(i.quote, start))
      throw new BadData(name, `indicators.${k}`, 'a quote that stands in the text', i.quote);
    at = start + 1;
    return { ...i, start };
  });
  for (const [k, n] of gold.not_indicators.entries())
    if (!gold.text.includes(n.quote))
      throw new BadData(name, `not_indicators.${k}`, 'a part of the text', n.quote);
  return { ...gold, indicators };
}

function parsed(file: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadData(name, 'file', 'valid JSON', error instanceof Error ? error.message : error);
  }
}
