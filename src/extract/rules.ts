import type { RuleSource } from '../catalog/rules.ts';
import type { ReadLang } from '../core/article.ts';
import { cover, isFree } from './cover.ts';
import { bitOf, type Document, hasWithin, type Sentence, STARTS, sensesAt, startsAt } from './document.ts';
import { ANNOTATION_BITS, type Annotations, compile, type Match, type Program } from './pattern/match.ts';
import { holdsIn, type Relation } from './pattern/relations.ts';
import { parseRule } from './rule-parse.ts';

/** A rule ready to run. */
interface Rule {
  readonly source: RuleSource;
  readonly lang: RuleSource['lang'];
  /** Its place among the rules of its kind. */
  readonly at: number;
  readonly program: Program;
  readonly relations: readonly Relation[];
  /** Bits of the annotations and of the classes of wordings that its sentence must hold. */
  readonly annotations: number;
  readonly wordings: number;
  /** Closed classes that it must hold. */
  readonly closed: readonly string[];
  /** Bits of the classes and of the annotations that a match may begin with. */
  readonly opens: number;
  readonly opensWith: number;
}

/** Rules of one kind of fact by what a match of theirs may begin with; those that may begin anywhere are tried at every word. */
interface Anchored {
  readonly rules: Readonly<Record<ReadLang, readonly Rule[]>>;
  readonly count: number;
  readonly byClass: ReadonlyMap<string, readonly Rule[]>;
  readonly byAnnotation: ReadonlyMap<string, readonly Rule[]>;
  readonly anywhere: readonly Rule[];
}

export type RuleSet = ReadonlyMap<string, Anchored>;

export interface RuleMatch extends Match {
  readonly rule: RuleSource;
}

/** Compiles rules. Throws `BadData` with file, rule and column for a pattern or relation that cannot be read. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const kinds = [...new Set(sources.map((s) => s.emits))];
  return new Map(kinds.map((k) => [k, anchored(sources.filter((s) => s.emits === k))]));
}

function anchored(sources: readonly RuleSource[]): Anchored {
  const rules = sources.map((source, at): Rule => {
    const { node, relations } = parseRule(source);
    const program = compile(node);
    const sum = (names: Iterable<string>, bits: ReadonlyMap<string, number>): number =>
      [...names].reduce((all, name) => all | (bits.get(name) ?? 0), 0);
    const annotations = sum(program.needs.annotations, ANNOTATION_BITS);
    const wordings = sum(program.needs.classes, STARTS);
    const closed = [...program.needs.classes].filter((cls) => !STARTS.has(cls));
    const opens = [...(program.first?.classes ?? [])].reduce((all, cls) => all | bitOf(cls), 0);
    const opensWith = sum(program.first?.annotations ?? [], ANNOTATION_BITS);
    return {
      source,
      lang: source.lang,
      at,
      program,
      relations,
      annotations,
      wordings,
      closed,
      opens,
      opensWith,
    };
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
  return {
    rules: { kk: rules.filter((r) => r.lang === 'kk'), ru: rules.filter((r) => r.lang === 'ru') },
    count: rules.length,
    byClass,
    byAnnotation,
    anywhere: rules.filter((r) => !r.program.first),
  };
}

/**
 * All matches, without overlaps: the longest first, then priority, then file order (JAPE's order, LANGUAGE §4.2).
 * Only sentences of the story are read.
 */
export function runRules(doc: Document, annotations: Annotations, set: RuleSet, emits: string): RuleMatch[] {
  const anchors = set.get(emits);
  return anchors ? withoutOverlaps(doc, new Search(doc, annotations, anchors).matches()) : [];
}

/** Tries the rules of one kind on the sentences of a document. */
class Search {
  readonly #doc: Document;
  readonly #annotations: Annotations;
  readonly #anchors: Anchored;
  readonly #found: RuleMatch[] = [];
  /** By rule: the sentence in which it is to be tried last, and the token at which it was. */
  readonly #active: Int32Array;
  readonly #tried: Int32Array;

  constructor(doc: Document, annotations: Annotations, anchors: Anchored) {
    this.#doc = doc;
    this.#annotations = annotations;
    this.#anchors = anchors;
    this.#active = new Int32Array(anchors.count).fill(-1);
    this.#tried = new Int32Array(anchors.count).fill(-1);
  }

  matches(): RuleMatch[] {
    const { sentences } = this.#doc;
    for (let k = 0; k < sentences.length; k++) {
      const s = sentences[k] as Sentence;
      if (s.lang && s.section === 'body') this.#search(s, k, this.#anchors.rules[s.lang]);
    }
    return this.#found;
  }

  #search(s: Sentence, at: number, rules: readonly Rule[]): void {
    const doc = this.#doc;
    const annotated = this.#annotations.kindsIn(at);
    let [opens, opensWith, anywhere] = [0, 0, false];
    for (const rule of rules) {
      if (!mayMatch(doc, s, rule, annotated)) continue;
      this.#active[rule.at] = at;
      opens |= rule.opens;
      opensWith |= rule.opensWith;
      anywhere ||= rule.program.first === null;
    }
    if (opens === 0 && opensWith === 0 && !anywhere) return;
    for (let i = s.from; i < s.to; i++) {
      if (startsAt(doc, i, opens)) {
        for (const sense of sensesAt(doc, i, opens))
          this.#try(this.#anchors.byClass.get(sense.entry.cls), i, at);
        for (const c of doc.classes[i] ?? []) this.#try(this.#anchors.byClass.get(c), i, at);
      }
      if (this.#annotations.kindsAt(i) & opensWith)
        for (const a of this.#annotations.at(i)) this.#try(this.#anchors.byAnnotation.get(a.ann), i, at);
      if (anywhere && doc.tokens[i]?.form) this.#try(this.#anchors.anywhere, i, at);
    }
  }

  /** Tries rules at token `i` of a sentence. */
  #try(rules: readonly Rule[] | undefined, i: number, sentence: number): void {
    if (!rules) return;
    for (const rule of rules) {
      if (this.#active[rule.at] !== sentence || this.#tried[rule.at] === i) continue;
      this.#tried[rule.at] = i;
      const m = rule.program.matchAt(this.#doc, this.#annotations, i);
      if (m && holdsIn(this.#doc, this.#annotations, m, rule.relations))
        this.#found.push({ from: m.from, to: m.to, captures: m.captures, rule: rule.source });
    }
  }
}

/** Does a sentence hold all that a rule of its language needs? `annotated` are the annotations in it. */
function mayMatch(doc: Document, s: Sentence, rule: Rule, annotated: number): boolean {
  if ((rule.wordings & s.starts) !== rule.wordings) return false;
  if ((rule.annotations & annotated) !== rule.annotations) return false;
  for (const cls of rule.closed) if (!hasWithin(doc, s.from, s.to, cls)) return false;
  return true;
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
