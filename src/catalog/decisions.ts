import { existsSync } from 'node:fs';
import { z } from 'zod';
import { BadData } from '../core/errors.ts';
import { openYaml } from './yaml.ts';

/** A person as one article names them, or (without a name) an article itself. */
export interface Decided {
  readonly article: string;
  readonly name: string | null;
}

/** What a person has decided about who is who, or about which articles tell one story. */
export interface Decision {
  readonly about: 'person' | 'story';
  /** Are those named one, or are they (as one) parted from all that the rules would join them with? */
  readonly says: 'same' | 'apart';
  readonly of: readonly Decided[];
  readonly because: string;
  /** Stops with the line of one of those named, which the record does not know. */
  unknown(at: number, expected: string): never;
}

const article = z.string().min(1, 'the id of an article');
const named = z.strictObject({ article, name: z.string().min(1, 'the name as the article gives it') });
const KEYS = ['same person', 'apart person', 'same story', 'apart story'] as const;
const entry = z
  .strictObject({
    'same person': z.array(named).min(2, 'two names or more').optional(),
    'apart person': z.array(named).min(1, 'a name or more').optional(),
    'same story': z.array(article).min(2, 'two articles or more').optional(),
    'apart story': z.array(article).min(1, 'an article or more').optional(),
    because: z.string().min(1, 'why it was decided so'),
  })
  .refine((given) => KEYS.filter((key) => given[key] !== undefined).length === 1, {
    message: `one of ${KEYS.join(', ')}`,
  });

/** The decisions in a file, in its order; none when there is no file. Throws `BadData` with file and line. */
export function loadDecisions(file: string): readonly Decision[] {
  if (!existsSync(file)) return [];
  // A file of comments alone holds nothing.
  const { value, lineOf } = openYaml(file, z.array(entry).nullable(), file);
  return (value ?? []).flatMap((given, index) =>
    KEYS.flatMap((key): Decision[] => {
      const of = given[key];
      if (of === undefined) return [];
      const [says, about] = key.split(' ') as [Decision['says'], Decision['about']];
      return [
        {
          about,
          says,
          of: of.map((one) => (typeof one === 'string' ? { article: one, name: null } : one)),
          because: given.because,
          unknown(at, expected) {
            throw new BadData(file, `line ${lineOf([index, key, at])}`, expected, of[at]);
          },
        },
      ];
    }),
  );
}
