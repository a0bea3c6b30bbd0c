import { isVerbalNoun } from '../../language/packs/kk/shape.ts';
import { isAgeSuffix } from '../../language/packs/ru/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { Shape } from '../../language/words.ts';
import { bitOf, type Document, langAt, Starts, sensesAt, startsAt, word } from '../document.ts';
import { firstSet, type Needs, type Node, needsOf } from './parse.ts';

/** Something a lower layer found: tokens `from` up to `to`. */
export interface Annotation {
  readonly ann: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly data: unknown;
}

/** A bit for each kind of annotation. */
export const ANNOTATION_BITS: ReadonlyMap<string, number> = new Map([
  ['QUOTE', 1],
  ['REGION', 2],
  ['NAME', 4],
  ['DIGITS', 8],
  ['HASHTAG', 16],
  ['SURNAME', 32],
  ['NAMESAKE', 64],
]);

/** Annotations by the token they begin at, the longest first. */
export class Annotations {
  #at: (Annotation[] | undefined)[];
  #kinds: Uint8Array;

  /** For a document of so many tokens. */
  constructor(tokens: number) {
    this.#at = new Array(tokens).fill(undefined);
    this.#kinds = new Uint8Array(tokens);
  }

  add(a: Annotation): void {
    this.#kinds[a.from] = this.kindsAt(a.from) | (ANNOTATION_BITS.get(a.ann) ?? 0);
    const list = this.#at[a.from];
    if (!list) this.#at[a.from] = [a];
    else {
      list.push(a);
      list.sort((x, y) => y.to - x.to);
    }
  }

  /** Bits of what begins at a token. */
  kindsAt(i: number): number {
    return this.#kinds[i] ?? 0;
  }

  at(i: number): readonly Annotation[] {
    return this.#at[i] ?? NONE;
  }
}
const NONE: readonly Annotation[] = [];

export interface Match {
  readonly from: number;
  readonly to: number;
  /** What each capture covers, in order; a repeated capture covers from its first to its last token. */
  readonly captures: ReadonlyMap<string, readonly [from: number, to: number]>;
}

interface Context {
  readonly doc: Document;
  readonly annotations: Annotations;
  readonly end: number;
  /** Attempts left: a pattern cannot cost more than this at one place. */
  budget: number;
}

type Captures = ReadonlyMap<string, readonly [number, number]>;
type Next = (at: number, captures: Captures) => Match | null;
type Matcher = (ctx: Context, at: number, captures: Captures, next: Next) => Match | null;

const BUDGET = 4000;

/** A pattern ready to run. */
export interface Program {
  readonly first: ReturnType<typeof firstSet>;
  readonly needs: Needs;
  run(doc: Document, annotations: Annotations, at: number): Match | null;
}

/** Compiles a parsed pattern to closures; matching backtracks within a budget, so its cost is bounded. */
export function compile(node: Node): Program {
  const matcher = build(node);
  return {
    first: firstSet(node),
    needs: needsOf(node),
    run(doc, annotations, at) {
      const end = doc.sentences[doc.sentenceOf[at] ?? 0]?.to ?? doc.tokens.length;
      return matcher({ doc, annotations, end, budget: BUDGET }, at, new Map(), (to, captures) =>
        to > at ? { from: at, to, captures } : null,
      );
    },
  };
}

const TAGS: Readonly<Record<string, number>> = { ...Tag };

function build(node: Node): Matcher {
  switch (node.type) {
    case 'seq': {
      const parts = node.items.map(build);
      return (ctx, at, captures, next) => {
        const step = (k: number, i: number, c: Captures): Match | null => {
          const part = parts[k];
          return part ? part(ctx, i, c, (j, d) => step(k + 1, j, d)) : next(i, c);
        };
        return step(0, at, captures);
      };
    }
    case 'alt': {
      const options = node.options.map(build);
      return (ctx, at, captures, next) => {
        for (const o of options) {
          const m = o(ctx, at, captures, next);
          if (m) return m;
        }
        return null;
      };
    }
    case 'repeat': {
      const item = build(node.item);
      const { min, max, lazy } = node;
      return (ctx, at, captures, next) => {
        const step = (n: number, i: number, c: Captures): Match | null => {
          if (ctx.budget-- <= 0) return null;
          const more = (): Match | null =>
            n < max ? item(ctx, i, c, (j, d) => (j > i ? step(n + 1, j, d) : null)) : null;
          if (n < min) return more();
          return lazy ? (next(i, c) ?? more()) : (more() ?? next(i, c));
        };
        return step(0, at, captures);
      };
    }
    case 'not': {
      const item = build(node.item);
      return (ctx, at, captures, next) =>
        item(ctx, at, captures, (to) => ({ from: at, to, captures })) ? null : next(at, captures);
    }
    case 'capture': {
      const item = build(node.item);
      const { name } = node;
      return (ctx, at, captures, next) =>
        item(ctx, at, captures, (to, c) =>
          to > at ? next(to, new Map(c).set(name, [c.get(name)?.[0] ?? at, to])) : next(to, c),
        );
    }
    case 'class':
      return classMatcher(
        node.cls,
        node.id,
        node.tags.reduce((t, x) => t | (TAGS[x] ?? 0), 0),
      );
    case 'annotation': {
      const { ann, kind } = node;
      return (ctx, at, captures, next) => {
        if (at >= ctx.end) return null;
        for (const a of ctx.annotations.at(at)) {
          if (a.ann !== ann || (kind !== null && a.kind !== kind)) continue;
          if (ctx.budget-- <= 0) return null;
          const m = next(a.to, captures);
          if (m) return m;
        }
        return null;
      };
    }
    case 'literal': {
      const { form } = node;
      return (ctx, at, captures, next) =>
        at < ctx.end && ctx.doc.tokens[at]?.form?.type.norm === form ? next(at + 1, captures) : null;
    }
    case 'shape':
      return shapeMatcher(node.shape);
  }
}

function classMatcher(cls: string, id: string | null, tags: number): Matcher {
  const bit = bitOf(cls);
  return (ctx, at, captures, next) => {
    if (!startsAt(ctx.doc, at, bit) || at >= ctx.end || ctx.budget-- <= 0) return null;
    if (id === null && tags === 0 && ctx.doc.classes[at]?.has(cls)) {
      const m = next(at + 1, captures);
      if (m) return m;
    }
    let tried = -1;
    for (const s of sensesAt(ctx.doc, at, bit)) {
      if (
        s.entry.cls !== cls ||
        (id !== null && s.entry.id !== id) ||
        (tags !== 0 && !(s.tags & tags)) ||
        s.to === tried
      )
        continue;
      tried = s.to;
      const m = next(s.to, captures);
      if (m) return m;
    }
    return null;
  };
}

/** Classes that end a noun phrase. */
const BREAKS: ReadonlySet<string> = new Set([
  'say',
  'up',
  'down',
  'level',
  'shift',
  'not',
  'than',
  'predicate',
  'becomes',
]);

/** Words of a complement: `труда и социальной защиты`, `білім беру`; a verb or a number ends it. */
export function isComplement(doc: Document, at: number): boolean {
  const form = doc.tokens[at]?.form;
  if (!form) return false;
  const lang = langAt(doc, at);
  if (!lang) return false;
  for (const c of doc.classes[at] ?? []) if (BREAKS.has(c) || c.startsWith('cmp.')) return false;
  for (const s of sensesAt(doc, at, Starts.month)) if (s.entry.cls === 'month') return false;
  return (
    !isVerbal(form, lang) || isNounOfLexicon(doc, at) || (lang === 'kk' && isVerbalNoun(word(doc, at + 1)))
  );
}

const isNounOfLexicon = (doc: Document, at: number): boolean =>
  sensesAt(doc, at).some((s) => s.entry.cls !== 'numeral');

function shapeMatcher(shape: string): Matcher {
  const test = (ctx: Context, at: number): boolean => {
    const t = ctx.doc.tokens[at];
    if (!t) return false;
    switch (shape) {
      case 'CAP':
        return t.form?.shape === Shape.capital || t.form?.shape === Shape.mixed;
      case 'WORD':
        return t.kind === Kind.word;
      case 'COMP':
        return isComplement(ctx.doc, at) && !ctx.annotations.at(at).some((a) => a.ann === 'NAME');
      case 'LATIN':
        return t.form?.latin === true;
      case 'AGE':
        return t.kind === Kind.number && isAgeSuffix(t.suffix);
      case 'COMMA':
        return t.mark === ',';
      case 'COLON':
        return t.mark === ':';
      case 'DASH':
        return t.mark === '–' || t.mark === '—' || t.mark === '-';
      case 'LP':
        return t.mark === '(';
      default:
        return t.mark === ')';
    }
  };
  if (shape === 'BOS')
    return (ctx, at, captures, next) =>
      at === 0 || ctx.doc.sentenceOf[at] !== ctx.doc.sentenceOf[at - 1] ? next(at, captures) : null;
  if (shape === 'EOS') return (ctx, at, captures, next) => (at >= ctx.end ? next(at, captures) : null);
  return (ctx, at, captures, next) => (at < ctx.end && test(ctx, at) ? next(at + 1, captures) : null);
}
