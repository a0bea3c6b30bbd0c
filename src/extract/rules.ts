import type { RuleSource } from '../catalog/rules.ts';
import { bitOf, type Document, hasWithin, STARTS, sensesAt, startsAt } from './document.ts';
import { ANNOTATION_BITS, type Annotations, compile, type Match, type Program } from './pattern/match.ts';
import { holdsIn, type Relation } from './pattern/relations.ts';
import { parseRule } from './rule-parse.ts';

/** A rule ready to run. */
export interface Rule {
  readonly source: RuleSource;
  readonly program: Program;
  readonly relations: readonly Relation[];
  /** Bits of the annotations and of the classes of wordings that its sentence must hold. */
  readonly annotations: number;
  readonly wordings: number;
  /** Closed classes that it must hold. */
  readonly closed: readonly string[];
  /** Bits of the classes that a match may begin with. */
  readonly opens: number;
}

/** Rules of one kind of fact by what a match of theirs may begin with; those that may begin anywhere are tried at every word. */
interface Anchored {
  readonly rules: readonly Rule[];
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

/** Compiles rules. Throws `BadData` with file, rule and column for a pattern or relation that cannot be read. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const kinds = [...new Set(sources.map((s) => s.emits))];
  const byKind = new Map(kinds.map((k) => [k, anchored(sources.filter((s) => s.emits === k))]));
  return { rules: [...byKind.values()].flatMap((k) => k.rules), byKind };
}

function anchored(sources: readonly RuleSource[]): Anchored {
  const rules = sources.map((source): Rule => {
    const { node, relations } = parseRule(source);
    const program = compile(node);
    const sum = (names: Iterable<string>, bits: ReadonlyMap<string, number>): number =>
      [...names].reduce((all, name) => all | (bits.get(name) ?? 0), 0);
    const annotations = sum(program.needs.annotations, ANNOTATION_BITS);
    const wordings = sum(program.needs.classes, STARTS);
    const closed = [...program.needs.classes].filter((cls) => !STARTS.has(cls));
    const opens = [...(program.first?.classes ?? [])].reduce((all, cls) => all | bitOf(cls), 0);
    return { source, program, relations, annotations, wordings, closed, opens };
  });
  const byClass = new Map<string, Rule[]>();
  const byAnnotation = new Map<string, Rule[]>();
  const put = (map: Map<string, Rule[]>, key: string, rule: Rule): void => {
    map.set(key, [...(map.get(key) ?? []), rule]);
  };
  for (const rule of rules) {
    for (const c of rule.program.first?.classes ?? []) put(byClass, c, rule);
    for (const a of rule.program.first?.annotations ?? []) put(byAnnotation, a, rule);
  }
  return { rules, byClass, byAnnotation, anywhere: rules.filter((r) => !r.program.first) };
}

const NONE: readonly Rule[] = [];

/** The rules that may begin at a token. */
function candidates(
  doc: Document,
  annotations: Annotations,
  set: Anchored,
  i: number,
  opens: number,
): readonly Rule[] {
  let out: Rule[] | undefined;
  const add = (rules: readonly Rule[] | undefined): void => {
    if (!rules) return;
    out ??= [];
    for (const r of rules) if (!out.includes(r)) out.push(r);
  };
  if (startsAt(doc, i, opens)) {
    for (const sense of sensesAt(doc, i, opens)) add(set.byClass.get(sense.entry.cls));
    for (const c of doc.classes[i] ?? []) add(set.byClass.get(c));
  }
  for (const a of annotations.at(i)) add(set.byAnnotation.get(a.ann));
  if (doc.tokens[i]?.form) add(set.anywhere);
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
    let [wordings, annotated] = [0, 0];
    for (let i = s.from; i < s.to; i++) {
      wordings |= doc.starts[i] ?? 0;
      annotated |= annotations.kindsAt(i);
    }
    const may = (rule: Rule): boolean =>
      (rule.wordings & wordings) === rule.wordings &&
      (rule.annotations & annotated) === rule.annotations &&
      rule.source.lang === s.lang &&
      rule.closed.every((cls) => hasWithin(doc, s.from, s.to, cls));
    const active = anchors.rules.filter(may);
    if (active.length === 0) continue;
    const opens = active.reduce((all, rule) => all | rule.opens, 0);
    for (let i = s.from; i < s.to; i++) {
      for (const rule of candidates(doc, annotations, anchors, i, opens)) {
        if (!active.includes(rule)) continue;
        const m = rule.program.run(doc, annotations, i);
        if (m && holdsIn(doc, annotations, m, rule.relations)) found.push({ ...m, rule: rule.source });
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
