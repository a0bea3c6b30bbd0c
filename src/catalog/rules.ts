import { z } from 'zod';
import type { ReadLang } from '../core/article.ts';
import { DATA_DIR, openYaml, readYamlFolder } from './yaml.ts';

/**
 * One linearisation of a frame of `data/rules/patterns/*.yaml`: how one language says what the frame names
 * (LANGUAGE §4.4). It is the rule that runs and that facts record.
 */
export interface RuleSource {
  /** Language and frame, `ru/official/post-name`: unique, recorded with every fact. */
  readonly id: string;
  readonly lang: ReadLang;
  /** What a match becomes: the extractor of that kind of fact reads the captures. */
  readonly emits: 'official' | 'program';
  /** Why this holds, of the frame and of the language. Shown beside the fact. */
  readonly reason: string;
  /** Captures that the frame speaks of; a required one stands in the pattern of every language. */
  readonly roles: Readonly<Record<string, 'required' | 'optional'>>;
  readonly pattern: string;
  /** What must hold between captures of a finished match: `agree(post,name:c)`, `izafet(name,trig)`. */
  readonly relations: readonly string[];
  /** Among matches of one place the higher wins. */
  readonly priority: number;
  /** Sentences that must match, with the text that each named capture covers. */
  readonly examples: readonly {
    readonly text: string;
    readonly finds: Readonly<Record<string, string>>;
  }[];
  /** Near misses that must not match. */
  readonly not: readonly string[];
  readonly file: string;
  /** Where the linearisation begins in its file. */
  readonly line: number;
}

const reason = z.string().min(10, 'a reason: why this holds, in a sentence');

const linearisation = z.strictObject({
  reason: reason.optional(),
  priority: z.int().default(0),
  pattern: z.string().min(3),
  relations: z.array(z.string()).default([]),
  examples: z
    .array(
      z.strictObject({
        text: z.string(),
        finds: z
          .record(z.string(), z.string())
          .refine((finds) => Object.keys(finds).length > 0, 'at least one capture with its text'),
      }),
    )
    .min(1, 'at least one example'),
  not: z.array(z.string()).min(1, 'at least one near miss that must not match'),
});

const frame = z.strictObject({
  id: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/, 'an id like official/post-name'),
  emits: z.enum(['program', 'official']),
  reason,
  roles: z.record(z.string(), z.enum(['required', 'optional'])),
  lin: z
    .strictObject({ kk: linearisation.optional(), ru: linearisation.optional() })
    .refine(({ kk, ru }) => kk ?? ru, 'a linearisation in kk or ru'),
});

/** Rules of `data/rules/patterns/`, in file order, Kazakh before Russian in a frame. Throws `BadData`. */
export function loadRules(dir = DATA_DIR): readonly RuleSource[] {
  return readYamlFolder('rules/patterns', z.array(frame), dir).flatMap(({ file, value, lineOf }) =>
    value.flatMap(({ id, emits, reason, roles, lin }, at) =>
      (['kk', 'ru'] as const).flatMap((lang): RuleSource[] => {
        const own = lin[lang];
        if (!own) return [];
        return [
          {
            ...own,
            id: `${lang}/${id}`,
            lang,
            emits,
            roles,
            reason: own.reason === undefined ? reason : `${reason} ${own.reason}`,
            file,
            line: lineOf([at, 'lin', lang]),
          },
        ];
      }),
    ),
  );
}

/** A rule as people are told of it. */
export interface RuleNote {
  readonly id: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  /** Source file of a rule that is built in; null for one that is data alone. */
  readonly code: string | null;
}

const builtIn = z.strictObject({
  id: z.string().regex(/^[a-z-]+(\/[a-z-]+)*$/, 'an id like indicator/money'),
  reason,
  code: z.string().regex(/^src\/[a-z/-]+\.ts$/, 'the file of the code, like src/extract/regions.ts'),
});

const BUILT_IN = 'rules/built-in.yaml';

/**
 * Notes on rules by their ids, for `derek explain`: the given ones, and those of `data/rules/built-in.yaml`,
 * which hold for both languages (`indicator/money` tells of `kk/indicator/money`). Throws `BadData`.
 */
export function loadRuleNotes(
  rules: readonly RuleSource[],
  dir = DATA_DIR,
): (id: string) => RuleNote | undefined {
  const file = `data/${BUILT_IN}`;
  const { value, lineOf } = openYaml(`${dir}${BUILT_IN}`, z.array(builtIn), file);
  const notes = new Map<string, RuleNote>();
  for (const [at, note] of value.entries()) notes.set(note.id, { ...note, file, line: lineOf([at]) });
  for (const { id, reason, file, line } of rules) notes.set(id, { id, reason, file, line, code: null });
  return (id) => {
    const note = notes.get(id) ?? notes.get(id.replace(/^(kk|ru|any)\//, ''));
    return note && { ...note, id };
  };
}
