import { z } from 'zod';
import type { ReadLang } from '../core/article.ts';
import { DATA_DIR, readYamlFolder } from './yaml.ts';

/** A pattern rule as it stands in `data/rules/patterns/*.yaml`. */
export interface RuleSource {
  /** `ru/official/post-name`: unique, recorded with every fact. */
  readonly id: string;
  readonly lang: ReadLang | 'any';
  /** What a match becomes: the extractor of that kind of fact reads the captures. */
  readonly emits: string;
  /** One sentence: why this holds. Shown beside the fact. */
  readonly reason: string;
  readonly pattern: string;
  /** Among matches of one length the higher wins. */
  readonly priority: number;
  /** Sentences that must match, with what the named capture covers. */
  readonly examples: readonly { readonly text: string; readonly finds: string }[];
  /** Near misses that must not match. */
  readonly not: readonly string[];
  readonly file: string;
}

const rule = z.strictObject({
  id: z.string().regex(/^(kk|ru|any)\/[a-z-]+\/[a-z0-9-]+$/, 'an id like ru/official/post-name'),
  emits: z.enum(['program', 'official', 'event']),
  reason: z.string().min(10),
  pattern: z.string().min(3),
  priority: z.int().default(0),
  examples: z.array(z.strictObject({ text: z.string(), finds: z.string() })).min(1, 'at least one example'),
  not: z.array(z.string()).min(1, 'at least one near miss that must not match'),
});

/** Rules of `data/rules/patterns/`, in file order. Throws `BadData`. */
export function loadRules(dir = DATA_DIR): readonly RuleSource[] {
  return readYamlFolder('rules/patterns', z.array(rule), dir).flatMap(({ file, value }) =>
    value.map((r) => ({ ...r, lang: r.id.split('/')[0] as RuleSource['lang'], file })),
  );
}
