import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { WrongUsage } from '../core/errors.ts';
import { parseCron } from './cron.ts';
import type { Publisher } from './publishers.ts';
import { readYaml } from './yaml.ts';

/** The pipelines that come with Derek; `src` and `dist` lie equally deep, so one path serves both. */
export const PIPELINES_DIR = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** The names of the pipelines that come with Derek. */
export const BUILT_IN = ['nightly', 'backfill', 'samples'] as const;

/** A timer holds no more than 24 days. */
const MOST_HOURS = 14 * 24;

const schemaFor = (keys: readonly string[]) =>
  z.strictObject({
    /** What it is for, in one sentence. */
    about: z.string('one sentence that says what it is for').min(10),
    /** `sample`: the outlets under samples/, served on this machine; `live`: the outlets themselves. */
    outlets: z.enum(['sample', 'live'], { error: 'sample or live' }),
    publishers: z.union(
      [
        z.literal('all'),
        z.array(z.enum(keys, { error: `one of the publishers: ${keys.join(', ')}` })).min(1),
      ],
      { error: `all, or a list of publishers out of ${keys.join(', ')}` },
    ),
    /** How often one host is asked; its own Crawl-delay wins when it is longer. */
    pace: z.strictObject({
      seconds: z.number('seconds between two requests to a host').min(0).max(3_600),
      /** Requests under way to one host, where `seconds` is 0. */
      together: z.int('a whole number of requests').min(1).max(16).default(1),
    }),
    /** Only what a source dates within so many days before the run; without it everything that is listed. */
    days: z.int('a whole number of days').min(1).max(10_000).optional(),
    /** Articles fetched of one publisher in one run. */
    articles: z.int('a whole number of articles').min(1).optional(),
    /** How long one run may crawl; what is left then comes with the next run. */
    hours: z.number('hours, two weeks at most').positive().max(MOST_HOURS).optional(),
    /** How much is kept of the pages as they were fetched; all of them, when it is not said. */
    keep: z
      .strictObject({
        megabytes: z.int('a whole number of megabytes').min(1).optional(),
        days: z.int('a whole number of days').min(1).optional(),
      })
      .optional(),
    /** When `derek schedule` runs it: minute hour day month weekday, on the clock of Almaty. */
    schedule: z
      .string()
      .refine((text) => parseCron(text) !== undefined, 'a cron time such as "30 2 * * *"')
      .optional(),
  });

type Schema = ReturnType<typeof schemaFor>;

/** What a run does: which publishers, how politely, how far back. */
export type Pipeline = Omit<z.infer<Schema>, 'publishers'> & {
  readonly name: string;
  readonly publishers: readonly Publisher[];
};

/**
 * Reads one pipeline: a name under `pipelines/` (`nightly`) or a path to a YAML file. Throws `WrongUsage` when there is no
 * such file, `BadData` with file and line for anything in it that cannot be run, an unknown publisher included.
 */
export function loadPipeline(nameOrFile: string, publishers: readonly Publisher[]): Pipeline {
  const builtIn = `${PIPELINES_DIR}${nameOrFile}.yaml`;
  const file = /^[a-z0-9-]+$/.test(nameOrFile) && existsSync(builtIn) ? builtIn : nameOrFile;
  if (!existsSync(file))
    throw new WrongUsage(`there is no pipeline ${nameOrFile}: give a YAML file, or ${BUILT_IN.join(', ')}`);
  const shown = file === builtIn ? `pipelines/${nameOrFile}.yaml` : file;
  const read = readYaml(file, schemaFor(publishers.map((p) => p.key)), shown);
  const wanted = read.publishers;
  return {
    ...read,
    name: file.replace(/^.*\//, '').replace(/\.yaml$/, ''),
    publishers: wanted === 'all' ? publishers : publishers.filter((p) => wanted.includes(p.key)),
  };
}
