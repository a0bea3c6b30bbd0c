import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BadData } from '../core/errors.ts';

/** The folder of hand-edited data; `src` and `dist` lie equally deep, so one path serves both. */
export const DATA_DIR = fileURLToPath(new URL('../../data/', import.meta.url));

/** What a file holds, and where in it: the line of the node that a path of keys leads to. */
export interface YamlFile<T> {
  readonly value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and checks one YAML file: the value of {@link openYaml} alone. */
export const readYaml = <T extends z.ZodType>(file: string, schema: T, name = shortName(file)): z.infer<T> =>
  openYaml(file, schema, name).value;

/**
 * Reads and checks one YAML file. Throws `BadData` with file, line and what was expected,
 * so that a broken data file stops the start-up instead of silently weakening the reading.
 * `name` is the file as people know it (`data/places/oblasts.yaml`).
 */
export function openYaml<T extends z.ZodType>(file: string, schema: T, name: string): YamlFile<z.infer<T>> {
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
  const lineOf = (path: readonly PropertyKey[]): number => {
    const range = nodeAt(doc, path)?.range;
    return range ? lines.linePos(range[0]).line : 1;
  };
  const value: unknown = doc.toJS({ maxAliasCount: 0 });
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, lineOf };
  const issue = deepest(result.error.issues[0], value);
  const path = issue?.path ?? [];
  const where = `(${path.join('.') || 'top level'})`;
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    throw new BadData(name, `line ${lineOf([...path, key])} ${where}`, 'a key that is known here', key);
  }
  throw new BadData(
    name,
    `line ${lineOf(path)} ${where}`,
    issue?.message ?? 'valid data',
    valueAt(value, path),
  );
}

/** What stands at a path of a value that was read. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((v, k) => (v as Record<PropertyKey, unknown> | undefined)?.[k], value);

/**
 * Of a value that may be of several forms, the fault of the form that it comes nearest to: one with something wrong inside.
 * A form that only misses something is none that it comes near.
 */
function deepest(issue: z.core.$ZodIssue | undefined, value: unknown): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const within = issue.errors
    .flatMap((issues) => issues.slice(0, 1))
    .map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
    .find(({ path }) => path.length > issue.path.length && valueAt(value, path) !== undefined);
  return within === undefined ? issue : deepest(within, value);
}

/** All YAML files of a folder under `data/`, sorted by name; each is checked by `schema`. */
export function readYamlFolder<T extends z.ZodType>(
  folder: string,
  schema: T,
  dir = DATA_DIR,
): (YamlFile<z.infer<T>> & { readonly file: string })[] {
  return readdirSync(`${dir}${folder}`)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => {
      const file = `data/${folder}/${f}`;
      return { file, ...openYaml(`${dir}${folder}/${f}`, schema, file) };
    });
}

const shortName = (file: string): string => file.replace(/^.*\/(data|pipelines|samples)\//, '$1/');

/** The nearest node that exists on a path, its key where it has one: a missing key is reported at its parent. */
function nodeAt(doc: Document, path: readonly PropertyKey[]): Ranged | undefined {
  for (let n = path.length; n > 0; n--) {
    const parent = n === 1 ? doc.contents : doc.getIn(path.slice(0, n - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path[n - 1]);
      if (isScalar(pair?.key)) return pair.key;
    } else {
      const node = doc.getIn(path.slice(0, n), true);
      if (isNode(node)) return node;
    }
  }
  return undefined;
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
}
