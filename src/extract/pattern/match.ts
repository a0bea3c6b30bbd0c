import { isVerbalNoun } from '../../language/packs/kk/shape.ts';
import { isAgeSuffix } from '../../language/packs/ru/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind, type Token } from '../../language/tokens.ts';
import { Shape as WordShape } from '../../language/words.ts';
import {
  bitOf,
  type Document,
  has,
  isSign,
  langAt,
  STARTS,
  Starts,
  sensesAt,
  startsAt,
  word,
} from '../document.ts';
import { Sign } from '../signs.ts';
import { type First, firstSet, type Need, type Node, needsOf, type Shape } from './parse.ts';

/** Something a lower layer found: tokens `from` up to `to`. */
export interface Annotation {
  readonly ann: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly data: unknown;
}

const NAME = 4;
/** A bit for each kind of annotation. */
export const ANNOTATION_BITS: ReadonlyMap<string, number> = new Map([
  ['QUOTE', 1],
  ['REGION', 2],
  ['NAME', NAME],
  ['DIGITS', 8],
  ['HASHTAG', 16],
  ['SURNAME', 32],
  ['NAMESAKE', 64],
  ['LATIN', 128],
]);

/** Annotations by the token they begin at, the longest first. */
export class Annotations {
  #at: (Annotation[] | undefined)[];
  #kinds: Uint8Array;
  /** Bits of what begins in each sentence. */
  #inSentence: Uint8Array;
  #sentenceOf: Int32Array;

  constructor({ tokens, sentences, sentenceOf }: Document) {
    this.#at = new Array(tokens.length).fill(undefined);
    this.#kinds = new Uint8Array(tokens.length);
    this.#inSentence = new Uint8Array(sentences.length);
    this.#sentenceOf = sentenceOf;
  }

  add(a: Annotation): void {
    const bit = ANNOTATION_BITS.get(a.ann) ?? 0;
    const sentence = this.#sentenceOf[a.from] ?? 0;
    this.#kinds[a.from] = this.kindsAt(a.from) | bit;
    this.#inSentence[sentence] = this.kindsIn(sentence) | bit;
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

  /** Bits of what begins in a sentence. */
  kindsIn(sentence: number): number {
    return this.#inSentence[sentence] ?? 0;
  }

  at(i: number): readonly Annotation[] {
    return this.#at[i] ?? NONE;
  }
}
const NONE: readonly Annotation[] = [];

export interface Match {
  readonly from: number;
  readonly to: number;
  /** What each capture covers; a repeated capture covers from its first to its last token. */
  readonly captures: ReadonlyMap<string, readonly [from: number, to: number]>;
}

/**
 * The state of one attempt of a pattern after another, whatever the document. What a capture covers is written down
 * when the whole pattern has been read, on the way back: nothing is to be taken back, and nothing is allocated for what
 * does not match.
 */
class Attempt {
  doc!: Document;
  annotations!: Annotations;
  /** Where the attempt begins, and where its sentence ends. */
  from = 0;
  end = 0;
  /** Steps left: a pattern cannot cost more than this at one place. */
  budget = 0;
  /** Where the match ends. */
  to = 0;
  /** First token of each capture and the one behind its last, -1 while it covers nothing. */
  readonly spans: number[];
  /** Where each part of the pattern that is captured was begun. */
  readonly opened: number[];

  constructor({ captures, opened }: Layout) {
    this.spans = new Array(captures.length * 2).fill(-1);
    this.opened = new Array(opened).fill(0);
  }
}

/** How many places an attempt must have. */
interface Layout {
  readonly captures: string[];
  opened: number;
}

/** A part of a pattern with all that follows it: can the rest of the pattern be read from a token on? */
type Step = (run: Attempt, at: number) => boolean;

const BUDGET = 4000;

/** A pattern ready to run. */
export interface Program {
  /** What a match can begin with; null: anything. */
  readonly first: First | null;
  readonly needs: readonly Need[];
  /** The first match that begins at a token; null without one. */
  matchAt(doc: Document, annotations: Annotations, at: number): Match | null;
}

const accept: Step = (run, to) => {
  if (to <= run.from) return false;
  run.to = to;
  run.spans.fill(-1);
  return true;
};

/**
 * Compiles a parsed pattern to closures, each with its continuation; matching backtracks within a budget, so its cost
 * is bounded.
 */
export function compile(node: Node): Program {
  const layout: Layout = { captures: [], opened: 0 };
  const { captures } = layout;
  const start = build(node, accept, layout);
  const run = new Attempt(layout);
  return {
    first: firstSet(node),
    needs: needsOf(node),
    matchAt(doc, annotations, at) {
      run.doc = doc;
      run.annotations = annotations;
      run.from = at;
      run.end = doc.sentences[doc.sentenceOf[at] ?? 0]?.to ?? doc.tokens.length;
      run.budget = BUDGET;
      if (!start(run, at)) return null;
      const found = new Map<string, readonly [number, number]>();
      for (let k = 0; k < captures.length; k++) {
        const from = run.spans[k * 2] ?? -1;
        if (from >= 0) found.set(captures[k] ?? '', [from, run.spans[k * 2 + 1] ?? from]);
      }
      return { from: at, to: run.to, captures: found };
    },
  };
}

const TAGS: Readonly<Record<string, number>> = { ...Tag };

/** Compiles a part of a pattern, given the step that reads what follows it. */
function build(node: Node, next: Step, layout: Layout): Step {
  switch (node.type) {
    case 'seq':
      return node.items.reduceRight((then, item) => build(item, then, layout), next);
    case 'alt': {
      const options = node.options.map((o) => build(o, next, layout));
      return (run, at) => {
        for (const option of options) if (option(run, at)) return true;
        return false;
      };
    }
    case 'repeat':
      return repeat(node, next, layout);
    case 'not': {
      const item = build(node.item, () => true, layout);
      return (run, at) => !item(run, at) && next(run, at);
    }
    case 'capture':
      return capture(node, next, layout);
    case 'class':
      return STARTS.has(node.cls)
        ? wordingStep(
            bitOf(node.cls),
            node.id,
            node.tags.reduce((t, x) => t | (TAGS[x] ?? 0), 0),
            next,
          )
        : closedStep(node.cls, next);
    case 'annotation': {
      const { ann, kind } = node;
      const bit = ANNOTATION_BITS.get(ann) ?? 0;
      return (run, at) => {
        if (at >= run.end || (run.annotations.kindsAt(at) & bit) === 0) return false;
        for (const a of run.annotations.at(at)) {
          if (a.ann !== ann || (kind !== null && a.kind !== kind)) continue;
          if (run.budget-- <= 0) return false;
          if (next(run, a.to)) return true;
        }
        return false;
      };
    }
    case 'literal': {
      const { form } = node;
      return (run, at) => at < run.end && run.doc.tokens[at]?.form?.type.norm === form && next(run, at + 1);
    }
    case 'shape':
      return shapeStep(node.shape, next);
  }
}

/** A repetition is written out, one round inside the other: `x{1,3}` as `x (x (x)?)?`. */
function repeat(
  { item, min, max, lazy }: Extract<Node, { type: 'repeat' }>,
  next: Step,
  layout: Layout,
): Step {
  let then = next;
  for (let k = max; k > 0; k--) {
    const round = build(item, then, layout);
    if (k <= min) then = round;
    else if (lazy) then = (run, at) => next(run, at) || (run.budget-- > 0 && round(run, at));
    else then = (run, at) => (run.budget-- > 0 && round(run, at)) || next(run, at);
  }
  return then;
}

function capture({ name, item }: Extract<Node, { type: 'capture' }>, next: Step, layout: Layout): Step {
  const known = layout.captures.indexOf(name);
  const span = 2 * (known < 0 ? layout.captures.push(name) - 1 : known);
  const open = layout.opened++;
  const close: Step = (run, to) => {
    const at = run.opened[open] ?? 0;
    if (!next(run, to)) return false;
    // The last round comes first: a repeated capture covers from its first to its last token.
    if (to > at) {
      run.spans[span] = at;
      if ((run.spans[span + 1] ?? -1) < 0) run.spans[span + 1] = to;
    }
    return true;
  };
  const inside = build(item, close, layout);
  return (run, at) => {
    run.opened[open] = at;
    return inside(run, at);
  };
}

/** A word of a closed class. */
const closedStep =
  (cls: string, next: Step): Step =>
  (run, at) =>
    at < run.end && has(run.doc, at, cls) && run.budget-- > 0 && next(run, at + 1);

/** A wording of a class, the longest first. */
function wordingStep(bit: number, id: string | null, tags: number, next: Step): Step {
  return (run, at) => {
    const { doc } = run;
    if (!startsAt(doc, at, bit) || at >= run.end || run.budget-- <= 0) return false;
    let tried = -1;
    for (const s of sensesAt(doc, at, bit)) {
      if (
        (s.bit & bit) === 0 ||
        (id !== null && s.entry.id !== id) ||
        (tags !== 0 && !(s.tags & tags)) ||
        s.to === tried
      )
        continue;
      tried = s.to;
      if (next(run, s.to)) return true;
    }
    return false;
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
  if (startsAt(doc, at, Starts.closed))
    for (const c of doc.classes[at] ?? []) if (BREAKS.has(c) || c.startsWith('cmp.')) return false;
  for (const s of sensesAt(doc, at, Starts.month)) if (s.entry.cls === 'month') return false;
  return (
    !isVerbal(form, lang) || isNounOfLexicon(doc, at) || (lang === 'kk' && isVerbalNoun(word(doc, at + 1)))
  );
}

const isNounOfLexicon = (doc: Document, at: number): boolean =>
  sensesAt(doc, at).some(({ entry: { cls } }) => cls !== 'numeral' && cls !== 'deed');

/** Shapes that the signs of a token tell. */
const SIGNS: Partial<Record<Shape, number>> = {
  WORD: Sign.word,
  COMMA: Sign.comma,
  COLON: Sign.colon,
  DASH: Sign.dash | Sign.hyphen,
  LP: Sign.open,
  RP: Sign.close,
};

function shapeStep(shape: Shape, next: Step): Step {
  const signs = SIGNS[shape];
  if (signs !== undefined)
    return (run, at) => at < run.end && isSign(run.doc, at, signs) && next(run, at + 1);
  switch (shape) {
    case 'BOS':
      return (run, at) =>
        (at === 0 || run.doc.sentenceOf[at] !== run.doc.sentenceOf[at - 1]) && next(run, at);
    case 'EOS':
      return (run, at) => at >= run.end && next(run, at);
    case 'COMP':
      return (run, at) =>
        at < run.end &&
        (run.annotations.kindsAt(at) & NAME) === 0 &&
        isComplement(run.doc, at) &&
        next(run, at + 1);
    case 'CAP':
      return (run, at) => at < run.end && isCapital(run.doc.tokens[at]) && next(run, at + 1);
    default:
      return (run, at) => at < run.end && isAge(run.doc.tokens[at]) && next(run, at + 1);
  }
}

const isCapital = (t: Token | undefined): boolean =>
  t?.form?.shape === WordShape.capital || t?.form?.shape === WordShape.mixed;
const isAge = (t: Token | undefined): boolean => t?.kind === Kind.number && isAgeSuffix(t.digits.suffix);
