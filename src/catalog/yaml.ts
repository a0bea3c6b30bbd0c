import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BadData } from '../core/errors.ts';

/** The folder of hand-edited data; `src` and `dist` lie equally deep, so one path serves both. */
export const DATA_DIR = fileURLToPath(new URL('../../data/', import.meta.url));

/**
 * Reads and checks one YAML file. Throws `BadData` with file, line and what was expected,
 * so that a broken data file stops the start-up instead of silently weakening the reading.
 * `name` is the file as people know it (`data/places/oblasts.yaml`).
 */
export function readYaml<T extends z.ZodType>(file: string, schema: T, name = shortName(file)): z.infer<T> {
  const lines = new LineCounter();
  const doc = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, merge: false });
  const broken = doc.errors[0];
  if (broken)
    throw new BadData(
      name,
      `line ${lines.linePos(broken.pos[0]).line}`,
      'valid YAML',
      broken.message.split('\n')[0],
    );
  const value: unknown = doc.toJS({ maxAliasCount: 0 });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  const node = path.length > 0 ? nodeAt(doc, path) : undefined;
  const line = node?.range ? lines.linePos(node.range[0]).line : 1;
  const got = path.reduce<unknown>((v, k) => (v as Record<PropertyKey, unknown> | undefined)?.[k], value);
  throw new BadData(
    name,
    `line ${line} (${path.join('.') || 'top level'})`,
    issue?.message ?? 'valid data',
    got,
  );
}

/** All YAML files of a folder under `data/`, sorted by name; each is checked by `schema`. */
export function readYamlFolder<T extends z.ZodType>(
  folder: string,
  schema: T,
  dir = DATA_DIR,
): { file: string; value: z.infer<T> }[] {
  return readdirSync(`${dir}${folder}`)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => ({
      file: `data/${folder}/${f}`,
      value: readYaml(`${dir}${folder}/${f}`, schema, `data/${folder}/${f}`),
    }));
}

const shortName = (file: string): string => file.replace(/^.*\/(data|pipelines|samples)\//, '$1/');

interface Ranged {
  range?: [number, number, number] | null;
}

/** The nearest node that exists on a path: a missing key is reported at its parent. */
function nodeAt(
  doc: { getIn(path: Iterable<unknown>, keep?: boolean): unknown },
  path: readonly PropertyKey[],
): Ranged | undefined {
  for (let n = path.length; n > 0; n--) {
    const node = doc.getIn(path.slice(0, n), true);
    if (node && typeof node === 'object') return node as Ranged;
  }
  return undefined;
}
