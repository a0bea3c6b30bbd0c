import type { RuleSource } from '../catalog/rules.ts';
import type { ReadLang } from '../core/article.ts';
import { cover, isFree } from './cover.ts';
import { bitOf, type Document, hasWithin, type Sentence, STARTS } from './document.ts';
import { ANNOTATION_BITS, type Annotations, compile, type Match, type Program } from './pattern/match.ts';
import type { Need } from './pattern/parse.ts';
import { holdsIn, type Relation } from './pattern/relations.ts';
import { parseRule } from './rule-parse.ts';

/** A rule ready to run. */
interface Rule {
  readonly source: RuleSource;
  readonly program: Program;
  readonly relations: readonly Relation[];
  /** Of each of these its sentence must hold one. */
  readonly needs: readonly Bits[];
  /** Closed classes that it must hold, which have no bits of their own. */
  readonly closed: readonly string[];
  /** What a match may begin with; null: anything. */
  readonly opens: Bits | null;
}

/** Bits of classes, as words and wordings bear them, and of annotations. */
interface Bits {
  readonly classes: number;
  readonly annotations: number;
}

/** The rules of one kind of fact and one language, in the order of their file. */
interface Rules {
  readonly list: readonly Rule[];
  /** Bits of classes of which every rule needs one: most sentences hold none. Null where a rule needs none. */
  readonly keys: number | null;
}

export type RuleSet = ReadonlyMap<string, Readonly<Record<ReadLang, Rules>>>;

export interface RuleMatch extends Match {
  readonly rule: RuleSource;
}

/** Compiles rules. Throws `BadData` with file, rule and column for a pattern or relation that cannot be read. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const kinds = [...new Set(sources.map((s) => s.emits))];
  const rulesOf = (emits: string, lang: ReadLang): Rules => {
    const list = sources.filter((s) => s.emits === emits && s.lang === lang).map(compiled);
    return { list, keys: keysOf(list) };
  };
  return new Map(kinds.map((k) => [k, { kk: rulesOf(k, 'kk'), ru: rulesOf(k, 'ru') }]));
}

function compiled(source: RuleSource): Rule {
  const { node, relations } = parseRule(source);
  const program = compile(node);
  const { first, needs } = program;
  return {
    source,
    program,
    relations,
    needs: needs.map(bitsOf),
    closed: needs.flatMap(({ classes: [cls, ...others], annotations }) =>
      cls !== undefined && !STARTS.has(cls) && others.length + annotations.size === 0 ? [cls] : [],
    ),
    opens: first && bitsOf(first),
  };
}

const bitsOf = ({ classes, annotations }: Need): Bits => ({
  classes: [...classes].reduce((all, cls) => all | bitOf(cls), 0),
  annotations: [...annotations].reduce((all, ann) => all | (ANNOTATION_BITS.get(ann) ?? 0), 0),
});

/**
 * Bits of classes of which every rule needs one: that of most rules first, then that of most others; null where a rule
 * needs none.
 */
function keysOf(rules: readonly Rule[]): number | null {
  const needing = (bit: number, of: readonly Rule[]): readonly Rule[] =>
    of.filter((r) => r.needs.some((n) => n.classes === bit && n.annotations === 0));
  let keys = 0;
  for (let left = rules; left.length > 0; ) {
    const counts = [...STARTS.values()].map((bit) => ({ bit, served: needing(bit, left) }));
    const { bit, served } = counts.reduce((a, b) => (b.served.length > a.served.length ? b : a));
    if (served.length === 0) return null;
    keys |= bit;
    left = left.filter((r) => !served.includes(r));
  }
  return keys;
}

/**
 * All matches, without overlaps: the longest first, then priority, then file order (JAPE's order, LANGUAGE §4.2).
 * Only sentences of the story are read.
 */
export function runRules(doc: Document, annotations: Annotations, set: RuleSet, emits: string): RuleMatch[] {
  const found: RuleMatch[] = [];
  const rules = set.get(emits);
  if (!rules) return found;
  for (let k = 0; k < doc.sentences.length; k++) {
    const s = doc.sentences[k] as Sentence;
    if (!s.lang || s.section !== 'body') continue;
    const { keys, list } = rules[s.lang];
    if (keys !== null && (s.starts & keys) === 0) continue;
    const fit = list.filter((rule) => mayMatch(doc, s, rule, annotations.kindsIn(k)));
    if (fit.length > 0) search(doc, annotations, s, fit, found);
  }
  return withoutOverlaps(doc, found);
}

/** Does a sentence hold all that a rule of its language needs? `kinds` are bits of the annotations in it. */
const mayMatch = (doc: Document, s: Sentence, { needs, closed }: Rule, kinds: number): boolean =>
  holdAll(needs, s.starts, kinds) && closed.every((cls) => hasWithin(doc, s.from, s.to, cls));

const NONE: Bits = { classes: 0, annotations: 0 };
const union = (a: Bits, b: Bits): Bits => ({
  classes: a.classes | b.classes,
  annotations: a.annotations | b.annotations,
});

function holdAll(needs: readonly Bits[], classes: number, kinds: number): boolean {
  for (const n of needs) if ((n.classes & classes) === 0 && (n.annotations & kinds) === 0) return false;
  return true;
}

/**
 * Tries rules wherever in a sentence a match of theirs may begin and what they need follows: from its end on, so that
 * this is known.
 */
function search(
  doc: Document,
  annotations: Annotations,
  s: Sentence,
  rules: readonly Rule[],
  found: RuleMatch[],
): void {
  const open = rules.reduce<Bits | null>((all, { opens }) => all && opens && union(all, opens), NONE);
  let [classes, kinds] = [0, 0];
  for (let i = s.to - 1; i >= s.from; i--) {
    const begins = doc.starts[i] ?? 0;
    const annotated = annotations.kindsAt(i);
    classes |= begins;
    kinds |= annotated;
    if (open && (open.classes & begins) === 0 && (open.annotations & annotated) === 0) continue;
    for (const { opens, needs, program, relations, source } of rules) {
      if (opens && (opens.classes & begins) === 0 && (opens.annotations & annotated) === 0) continue;
      const m = holdAll(needs, classes, kinds) ? program.matchAt(doc, annotations, i) : null;
      if (m && holdsIn(doc, annotations, m, relations))
        found.push({ from: m.from, to: m.to, captures: m.captures, rule: source });
    }
  }
}

function withoutOverlaps(doc: Document, found: RuleMatch[]): RuleMatch[] {
  if (found.length === 0) return found;
  found.sort(
    (a, b) => b.rule.priority - a.rule.priority || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const taken = new Uint8Array(doc.tokens.length);
  const out: RuleMatch[] = [];
  for (const m of found) {
    if (!isFree(taken, m.from, m.to)) continue;
    cover(taken, m.from, m.to);
    out.push(m);
  }
  return out.sort((a, b) => a.from - b.from);
}
