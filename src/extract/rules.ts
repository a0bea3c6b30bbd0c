import type { RuleSource } from '../catalog/rules.ts';
import { BadData } from '../core/errors.ts';
import type { Document } from './document.ts';
import { type Annotations, compile, type Match, type Program } from './pattern/match.ts';
import { PatternError, parsePattern } from './pattern/parse.ts';

/** A rule ready to run. */
export interface Rule {
  readonly source: RuleSource;
  readonly program: Program;
}

/** Rules by what a match of theirs may begin with; rules that may begin anywhere are tried at every word. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly byFirst: ReadonlyMap<string, readonly Rule[]>;
  readonly anywhere: readonly Rule[];
}

export interface RuleMatch extends Match {
  readonly rule: RuleSource;
}

/** Compiles rules. Throws `BadData` with file, rule and column for a pattern that cannot be read. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const byFirst = new Map<string, Rule[]>();
  const anywhere: Rule[] = [];
  const rules: Rule[] = [];
  for (const source of sources) {
    const rule = { source, program: compile(parsed(source)) };
    rules.push(rule);
    const first = rule.program.first;
    if (!first) anywhere.push(rule);
    else
      for (const key of [
        ...[...first.classes].map((c) => `@${c}`),
        ...[...first.annotations].map((a) => `<${a}`),
      ])
        byFirst.set(key, [...(byFirst.get(key) ?? []), rule]);
  }
  return { rules, byFirst, anywhere };
}

function parsed(source: RuleSource): ReturnType<typeof parsePattern> {
  try {
    return parsePattern(source.pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new BadData(
      source.file,
      `rule ${source.id}, column ${error.column}`,
      error.message,
      source.pattern,
    );
  }
}

const NONE: ReadonlySet<Rule> = new Set();

/** The rules that may begin at a token. */
function candidates(doc: Document, annotations: Annotations, set: RuleSet, i: number): ReadonlySet<Rule> {
  if (
    !doc.senses[i]?.length &&
    !doc.classes[i]?.size &&
    annotations.at(i).length === 0 &&
    set.anywhere.length === 0
  )
    return NONE;
  const out = new Set<Rule>();
  const add = (rules: readonly Rule[] | undefined): void => {
    if (rules) for (const r of rules) out.add(r);
  };
  for (const sense of doc.senses[i] ?? []) add(set.byFirst.get(`@${sense.entry.cls}`));
  for (const c of doc.classes[i] ?? []) add(set.byFirst.get(`@${c}`));
  for (const a of annotations.at(i)) add(set.byFirst.get(`<${a.ann}`));
  if (set.anywhere.length > 0 && doc.tokens[i]?.form) add(set.anywhere);
  return out;
}

/**
 * All matches, without overlaps: the longest first, then priority, then file order (JAPE's order, LANGUAGE §4.2).
 * Only sentences of the story are read.
 */
export function runRules(doc: Document, annotations: Annotations, set: RuleSet, emits: string): RuleMatch[] {
  const found: RuleMatch[] = [];
  for (const s of doc.sentences) {
    if (!s.lang || s.section !== 'body') continue;
    for (let i = s.from; i < s.to; i++) {
      const rules = candidates(doc, annotations, set, i);
      for (const rule of rules) {
        if (rule.source.emits !== emits || (rule.source.lang !== 'any' && rule.source.lang !== s.lang))
          continue;
        const m = rule.program.run(doc, annotations, i);
        if (m) found.push({ ...m, rule: rule.source });
      }
    }
  }
  found.sort(
    (a, b) => b.rule.priority - a.rule.priority || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const taken = new Uint8Array(doc.tokens.length);
  const out: RuleMatch[] = [];
  for (const m of found) {
    if (taken.subarray(m.from, m.to).includes(1)) continue;
    taken.fill(1, m.from, m.to);
    out.push(m);
  }
  return out.sort((a, b) => a.from - b.from);
}
