import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BadData } from '../core/errors.ts';
import type { Evaluation, Fault } from './figures.ts';

const FILE = fileURLToPath(new URL('../../samples/floors.json', import.meta.url));

const schema = z.record(
  z.string(),
  z.strictObject({
    /** Language, then kind of fact: percent below which a figure must not fall. */
    floors: z.record(z.string(), z.record(z.string(), z.number().min(0).max(100))),
    /** What was wrong when the floors were set, so that a change can be named. Only of sets that are part of the project. */
    faults: z.array(z.string()).optional(),
  }),
);
/** Floors of every set that has some, by its name. */
export type Floors = z.infer<typeof schema>;

/** Reads `samples/floors.json`. Throws `BadData`. */
export function loadFloors(file = FILE): Floors {
  if (!existsSync(file)) return {};
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new BadData('samples/floors.json', issue?.path.join('.') ?? '', issue?.message ?? 'floors', null);
}

/** An evaluation against its floors. */
export interface Comparison {
  /** Figures under their floor, in words. */
  readonly below: readonly string[];
  /** Faults that are gone since the floors were set, and faults that are new. */
  readonly mended: readonly string[];
  readonly broken: readonly string[];
}

export const faultLine = ({ id, kind, what, detail }: Fault): string => `${id} ${kind}: ${what} ${detail}`;

/** Compares an evaluation with the floors of its set; null when the set has none. */
export function compare(evaluation: Evaluation, floors: Floors): Comparison | null {
  const own = floors[evaluation.set];
  if (!own) return null;
  const now = new Set(evaluation.faults.map(faultLine));
  const then = own.faults && new Set(own.faults);
  return {
    below: Object.entries(own.floors).flatMap(([lang, kinds]) =>
      Object.entries(kinds).flatMap(([kind, floor]) => {
        const figure = evaluation.figures.find((f) => f.lang === lang && f.kind === kind)?.figure ?? 0;
        return figure < floor ? [`${lang} ${kind}: ${figure} is below its floor of ${floor}`] : [];
      }),
    ),
    mended: then ? [...then].filter((line) => !now.has(line)) : [],
    broken: then ? [...now].filter((line) => !then.has(line)) : [],
  };
}

/** Floors lifted to today's figures, rounded down to half a percent; none ever sinks. */
export function raised(evaluation: Evaluation, floors: Floors): Floors {
  const after = structuredClone(floors[evaluation.set]?.floors ?? {});
  for (const { lang, kind, figure } of evaluation.figures) {
    const kinds = after[lang] ?? {};
    kinds[kind] = Math.max(kinds[kind] ?? 0, Math.floor(figure * 2) / 2);
    after[lang] = kinds;
  }
  const faults = evaluation.set.startsWith(OURS) ? { faults: evaluation.faults.map(faultLine).sort() } : {};
  return { ...floors, [evaluation.set]: { floors: after, ...faults } };
}

/** Sets under `samples`. */
const OURS = 'samples/';

export function saveFloors(floors: Floors, file = FILE): void {
  writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`);
}
