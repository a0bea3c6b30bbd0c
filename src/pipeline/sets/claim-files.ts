import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ArticleInput } from '../../core/article.ts';
import { loadSamples, stories, storyLines } from '../../replica/index.ts';
import type { Label } from '../../verdict/index.ts';
import { loadGold } from '../gold.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

const LABELS = [
  'SUPPORTED',
  'REFUTED',
  'PARTLY',
  'OUTDATED',
  'CONFLICTING',
  'INCONCLUSIVE',
  'NO_EVIDENCE',
] as const satisfies readonly Label[];
/** What cannot be decided may be told in two ways. */
const UNVERIFIABLE: readonly Label[] = ['NO_EVIDENCE', 'INCONCLUSIVE'];

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/u, 'a day such as 2026-02-20');

/** A claim with the verdict that is right, or those that are. */
export const claimRow = z.object({
  claim: z.string().min(1),
  /** The day of the check. */
  as_of: day,
  expected: z
    .string()
    .transform((word) => word.toUpperCase())
    .pipe(z.enum([...LABELS, 'UNVERIFIABLE'], `one of ${LABELS.join(', ')}, or unverifiable`))
    .transform((word): readonly Label[] => (word === 'UNVERIFIABLE' ? UNVERIFIABLE : [word])),
  /** Ids of articles, of which one at least must be cited as deciding; none where nothing decides. */
  evidence: z.array(z.string()).default([]),
});
export type ClaimRow = z.infer<typeof claimRow>;

/** The files of a set of claims, when it is a folder of `.jsonl` files, or the name of one under `samples`. */
export function claimFiles(set: string | undefined): string[] {
  if (set === undefined) return [];
  const folder = [set, join(SAMPLES, set)].map((p) => resolve(p)).find((p) => existsSync(p));
  if (folder === undefined || !statSync(folder).isDirectory()) return [];
  const names = readdirSync(folder);
  if (names.some((name) => name.endsWith('.json'))) return [];
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

/** What the record holds: the passages in the folder of the claims, else the sample articles, by their keys. */
export function articlesBeside(folder: string): ArticleInput[] {
  if (readdirSync(folder).some((name) => name.endsWith('.json') && name !== 'claims.json'))
    return loadGold(folder).passages.map(({ id, text, title, published, lang }) => ({
      id,
      text,
      lang,
      ...(title != null && { title }),
      ...(published != null && { published }),
    }));
  return stories(loadSamples()).map((article) => ({
    id: article.key,
    text: storyLines(article).join('\n'),
    title: article.title,
    published: article.published,
    lang: article.lang,
    publisher: article.publisher,
  }));
}
