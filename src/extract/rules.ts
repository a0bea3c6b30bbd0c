import type { RuleSource } from '../catalog/rules.ts';
import { BadData } from '../core/errors.ts';
import { type Document, type Sentence, Starts, startsAt } from './document.ts';
import { type Annotations, compile, type Match, type Program } from './pattern/match.ts';
import { PatternError, parsePattern } from './pattern/parse.ts';

/** A rule ready to run. */
export interface Rule {
  readonly source: RuleSource;
  readonly program: Program;
  /** Bits of what its sentence must hold. */
  readonly needs: number;
}

/** Rules of one kind of fact by what a match of theirs may begin with; those that may begin anywhere are tried at every word. */
interface Anchored {
  readonly rules: readonly Rule[];
  /** Bits of the classes and annotations that some rule cannot do without. */
  readonly classBits: ReadonlyMap<string, number>;
  readonly annotationBits: ReadonlyMap<string, number>;
  readonly byClass: ReadonlyMap<string, readonly Rule[]>;
  readonly byAnnotation: ReadonlyMap<string, readonly Rule[]>;
  readonly anywhere: readonly Rule[];
}

export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly byKind: ReadonlyMap<string, Anchored>;
}

export interface RuleMatch extends Match {
  readonly rule: RuleSource;
}

/** Compiles rules. Throws `BadData` with file, rule and column for a pattern that cannot be read. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const kinds = [...new Set(sources.map((s) => s.emits))];
  const byKind = new Map(kinds.map((k) => [k, anchored(sources.filter((s) => s.emits === k))]));
  return { rules: [...byKind.values()].flatMap((k) => k.rules), byKind };
}

/** An integer has so many bits; what rules need beyond them is not asked for in advance. */
const MAX_BITS = 30;

function anchored(sources: readonly RuleSource[]): Anchored {
  const compiled = sources.map((source) => ({ source, program: compile(parsed(source)) }));
  let given = 0;
  const bitsOf = (kind: 'classes' | 'annotations'): Map<string, number> => {
    const names = [...new Set(compiled.flatMap((r) => [...r.program.needs[kind]]))];
    return new Map(names.map((name) => [name, given < MAX_BITS ? 2 ** given++ : 0]));
  };
  const [classBits, annotationBits] = [bitsOf('classes'), bitsOf('annotations')];
  const sum = (names: Iterable<string>, bits: ReadonlyMap<string, number>): number =>
    [...names].reduce((all, name) => all | (bits.get(name) ?? 0), 0);
  const rules = compiled.map((r) => ({
    ...r,
    needs: sum(r.program.needs.classes, classBits) | sum(r.program.needs.annotations, annotationBits),
  }));
  const byClass = new Map<string, Rule[]>();
  const byAnnotation = new Map<string, Rule[]>();
  const put = (map: Map<string, Rule[]>, key: string, rule: Rule): void => {
    map.set(key, [...(map.get(key) ?? []), rule]);
  };
  for (const rule of rules) {
    for (const c of rule.program.first?.classes ?? []) put(byClass, c, rule);
    for (const a of rule.program.first?.annotations ?? []) put(byAnnotation, a, rule);
  }
  return {
    rules,
    classBits,
    annotationBits,
    byClass,
    byAnnotation,
    anywhere: rules.filter((r) => !r.program.first),
  };
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

/** Which of the things that rules need stand in a sentence, as bits. */
function holds(doc: Document, annotations: Annotations, set: Anchored, s: Sentence): number {
  let found = 0;
  for (let i = s.from; i < s.to; i++) {
    for (const a of annotations.at(i)) found |= set.annotationBits.get(a.ann) ?? 0;
    if (!startsAt(doc, i, Starts.closed | Starts.wording)) continue;
    for (const sense of doc.senses[i] ?? []) found |= set.classBits.get(sense.entry.cls) ?? 0;
    for (const c of doc.classes[i] ?? []) found |= set.classBits.get(c) ?? 0;
  }
  return found;
}

const NONE: readonly Rule[] = [];

/** The rules that may begin at a token. */
function candidates(doc: Document, annotations: Annotations, set: Anchored, i: number): readonly Rule[] {
  let out: Rule[] | undefined;
  const add = (rules: readonly Rule[] | undefined): void => {
    if (!rules) return;
    out ??= [];
    for (const r of rules) if (!out.includes(r)) out.push(r);
  };
  if (startsAt(doc, i, Starts.closed | Starts.wording)) {
    for (const sense of doc.senses[i] ?? []) add(set.byClass.get(sense.entry.cls));
    for (const c of doc.classes[i] ?? []) add(set.byClass.get(c));
  }
  for (const a of annotations.at(i)) add(set.byAnnotation.get(a.ann));
  if (set.anywhere.length > 0 && doc.tokens[i]?.form) add(set.anywhere);
  return out ?? NONE;
}

/**
 * All matches, without overlaps: the longest first, then priority, then file order (JAPE's order, LANGUAGE §4.2).
 * Only sentences of the story are read.
 */
export function runRules(doc: Document, annotations: Annotations, set: RuleSet, emits: string): RuleMatch[] {
  const found: RuleMatch[] = [];
  const anchors = set.byKind.get(emits);
  if (!anchors) return found;
  for (const s of doc.sentences) {
    if (!s.lang || s.section !== 'body') continue;
    const held = holds(doc, annotations, anchors, s);
    const active = (rule: Rule): boolean =>
      (rule.needs & held) === rule.needs && (rule.source.lang === 'any' || rule.source.lang === s.lang);
    if (!anchors.rules.some(active)) continue;
    for (let i = s.from; i < s.to; i++) {
      for (const rule of candidates(doc, annotations, anchors, i)) {
        if (!active(rule)) continue;
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
