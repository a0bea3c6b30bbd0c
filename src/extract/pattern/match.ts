import { isRoman } from '../../language/chars.ts';
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
 * The state of one attempt of a pattern after another, whatever the document. What a step writes it takes back before it answers, so that
 * whoever tries something else finds all as it was, and nothing is allocated for what does not match.
 */
class Attempt {
  doc!: Document;
  annotations!: Annotations;
  /** Where the attempt begins, and where its sentence ends. */
  from = 0;
  end = 0;
  /** Steps left: a pattern cannot cost more than this at one place. */
  budget = 0;
  /** First and last token of each capture, -1 while it covers nothing. */
  readonly spans: number[];
  /** Where each capture was opened last. */
  readonly opened: number[];
  /** Of each repetition, how many rounds were begun, and where the last one began. */
  readonly rounds: number[];
  readonly began: number[];
  found: Match | null = null;

  constructor({ captures, opened, loops }: Layout) {
    this.spans = new Array(captures.length * 2).fill(-1);
    this.opened = new Array(opened).fill(0);
    this.rounds = new Array(loops).fill(0);
    this.began = new Array(loops).fill(0);
  }
}

/** How many places an attempt must have. */
interface Layout {
  readonly captures: string[];
  opened: number;
  loops: number;
}

/** A part of a pattern with all that follows it: can the rest of the pattern be read from a token on? */
type Step = (run: Attempt, at: number) => boolean;

const BUDGET = 4000;

/** A pattern ready to run. */
export interface Program {
  readonly first: ReturnType<typeof firstSet>;
  readonly needs: Needs;
  /** The first match that begins at a token; null without one. */
  matchAt(doc: Document, annotations: Annotations, at: number): Match | null;
}

/** Compiles a parsed pattern to closures, each with its continuation; matching backtracks within a budget, so its cost is bounded. */
export function compile(node: Node): Program {
  const layout: Layout = { captures: [], opened: 0, loops: 0 };
  const { captures } = layout;
  const accept: Step = (run, to) => {
    if (to <= run.from) return false;
    const found = new Map<string, readonly [number, number]>();
    for (const [k, name] of captures.entries()) {
      const [from = -1, end = -1] = [run.spans[k * 2], run.spans[k * 2 + 1]];
      if (from >= 0) found.set(name, [from, end]);
    }
    run.found = { from: run.from, to, captures: found };
    return true;
  };
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
      return start(run, at) ? run.found : null;
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
      return classStep(
        node.cls,
        node.id,
        node.tags.reduce((t, x) => t | (TAGS[x] ?? 0), 0),
        next,
      );
    case 'annotation': {
      const { ann, kind } = node;
      return (run, at) => {
        if (at >= run.end) return false;
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

/** Every round reads something, so that a repetition of what may be empty ends. */
function repeat(
  { item, min, max, lazy }: Extract<Node, { type: 'repeat' }>,
  next: Step,
  layout: Layout,
): Step {
  const loop = layout.loops++;
  const round = build(
    item,
    (run, at) => at > (run.began[loop] ?? 0) && after(run, at, run.rounds[loop] ?? 0),
    layout,
  );
  const more = (run: Attempt, at: number, rounds: number): boolean => {
    if (rounds >= max) return false;
    const [before = 0, began = 0] = [run.rounds[loop], run.began[loop]];
    run.rounds[loop] = rounds + 1;
    run.began[loop] = at;
    const found = round(run, at);
    run.rounds[loop] = before;
    run.began[loop] = began;
    return found;
  };
  /** Goes on behind so many rounds. */
  const after = (run: Attempt, at: number, rounds: number): boolean => {
    if (run.budget-- <= 0) return false;
    if (rounds < min) return more(run, at, rounds);
    return lazy ? next(run, at) || more(run, at, rounds) : more(run, at, rounds) || next(run, at);
  };
  return (run, at) => after(run, at, 0);
}

function capture({ name, item }: Extract<Node, { type: 'capture' }>, next: Step, layout: Layout): Step {
  const known = layout.captures.indexOf(name);
  const span = 2 * (known < 0 ? layout.captures.push(name) - 1 : known);
  const open = layout.opened++;
  const close: Step = (run, to) => {
    const { spans } = run;
    const at = run.opened[open] ?? 0;
    if (to <= at) return next(run, to);
    const [from = -1, end = -1] = [spans[span], spans[span + 1]];
    if (from < 0) spans[span] = at;
    spans[span + 1] = to;
    const found = next(run, to);
    spans[span] = from;
    spans[span + 1] = end;
    return found;
  };
  const inside = build(item, close, layout);
  return (run, at) => {
    const before = run.opened[open] ?? 0;
    run.opened[open] = at;
    const found = inside(run, at);
    run.opened[open] = before;
    return found;
  };
}

function classStep(cls: string, id: string | null, tags: number, next: Step): Step {
  const bit = bitOf(cls);
  return (run, at) => {
    const { doc } = run;
    if (!startsAt(doc, at, bit) || at >= run.end || run.budget-- <= 0) return false;
    if (id === null && tags === 0 && doc.classes[at]?.has(cls) && next(run, at + 1)) return true;
    let tried = -1;
    for (const s of sensesAt(doc, at, bit)) {
      if (
        s.entry.cls !== cls ||
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
  for (const c of doc.classes[at] ?? []) if (BREAKS.has(c) || c.startsWith('cmp.')) return false;
  for (const s of sensesAt(doc, at, Starts.month)) if (s.entry.cls === 'month') return false;
  return (
    !isVerbal(form, lang) || isNounOfLexicon(doc, at) || (lang === 'kk' && isVerbalNoun(word(doc, at + 1)))
  );
}

const isNounOfLexicon = (doc: Document, at: number): boolean =>
  sensesAt(doc, at).some(({ entry: { cls } }) => cls !== 'numeral' && cls !== 'deed');

function shapeStep(shape: string, next: Step): Step {
  const test = ({ doc, annotations }: Attempt, at: number): boolean => {
    const t = doc.tokens[at];
    if (!t) return false;
    switch (shape) {
      case 'CAP':
        return t.form?.shape === Shape.capital || t.form?.shape === Shape.mixed;
      case 'WORD':
        return t.kind === Kind.word;
      case 'COMP':
        return isComplement(doc, at) && !annotations.at(at).some((a) => a.ann === 'NAME');
      case 'LATIN':
        return t.form?.latin === true && !isRoman(t.form.raw);
      case 'AGE':
        return t.kind === Kind.number && isAgeSuffix(t.digits.suffix);
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
    return (run, at) => (at === 0 || run.doc.sentenceOf[at] !== run.doc.sentenceOf[at - 1]) && next(run, at);
  if (shape === 'EOS') return (run, at) => at >= run.end && next(run, at);
  return (run, at) => at < run.end && test(run, at) && next(run, at + 1);
}
