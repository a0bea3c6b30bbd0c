/**
 * The token-pattern language of `data/rules` (LANGUAGE §4.3): items over classes and annotations, not over letters.
 *
 *     @cls  @cls=id  @cls[tag,tag]   a wording of the lexicon or a closed class of that name
 *     <ANN>  <ANN.kind>              an annotation of a lower layer
 *     'lit'                          an exact lower-case form
 *     CAP WORD COMMA COLON DASH LP RP BOS EOS; COMP: a word that can stand in the complement of a noun
 *     name:item                      captures what the item covers
 *     item? item* item+ item{m,n}    greedy; with a further ? the shortest comes first
 *     !item                          nothing like this may stand here
 *     ( a b | c )                    alternatives
 */
/** Items that name something carry the column where they begin, from 1, for the lint. */
export type Node =
  | { readonly type: 'seq'; readonly items: readonly Node[] }
  | { readonly type: 'alt'; readonly options: readonly Node[] }
  | {
      readonly type: 'repeat';
      readonly item: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly type: 'not'; readonly item: Node }
  | { readonly type: 'capture'; readonly name: string; readonly item: Node; readonly column: number }
  | {
      readonly type: 'class';
      readonly cls: string;
      readonly id: string | null;
      readonly tags: readonly string[];
      readonly column: number;
    }
  | {
      readonly type: 'annotation';
      readonly ann: string;
      readonly kind: string | null;
      readonly column: number;
    }
  | { readonly type: 'literal'; readonly form: string }
  | { readonly type: 'shape'; readonly shape: Shape };

export const SHAPES = [
  'CAP',
  'WORD',
  'COMP',
  'AGE',
  'COMMA',
  'COLON',
  'DASH',
  'LP',
  'RP',
  'BOS',
  'EOS',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Where a pattern cannot be read, and what was expected there; `column` counts from 1. */
export class PatternError extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

const MAX_REPEAT = 16;

/** Parses a pattern. Throws `PatternError`. */
export function parsePattern(source: string): Node {
  let at = 0;
  const fail = (message: string): never => {
    throw new PatternError(at + 1, message);
  };
  const space = (): void => {
    while (source[at] === ' ' || source[at] === '\n') at++;
  };
  const take = (re: RegExp): string | undefined => {
    re.lastIndex = at;
    const m = re.exec(source);
    if (!m) return undefined;
    at += m[0].length;
    return m[0];
  };

  const sequence = (): Node => {
    const items: Node[] = [];
    for (space(); at < source.length && source[at] !== ')' && source[at] !== '|'; space())
      items.push(quantified());
    if (items.length === 0) fail('an item');
    return items.length === 1 && items[0] ? items[0] : { type: 'seq', items };
  };

  const alternatives = (): Node => {
    const options = [sequence()];
    while (source[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { type: 'alt', options };
  };

  const quantified = (): Node => {
    const column = at + 1;
    const name = take(/[a-z][a-z0-9]*:/y);
    const item = atom();
    let node = item;
    const q = take(/[?*+]|\{\d+,\d+\}/y);
    if (q) {
      const [min = 0, max = 1] =
        q === '?'
          ? [0, 1]
          : q === '*'
            ? [0, MAX_REPEAT]
            : q === '+'
              ? [1, MAX_REPEAT]
              : (q.match(/\d+/g) ?? []).map(Number);
      if (max < min || max > MAX_REPEAT) fail(`a bound of at most ${MAX_REPEAT}`);
      if (max > 1 && mayBeEmpty(item)) {
        at = column - 1;
        fail('an item that reads a token, for it is repeated');
      }
      node = { type: 'repeat', item, min, max, lazy: take(/\?/y) !== undefined };
    }
    return name ? { type: 'capture', name: name.slice(0, -1), item: node, column } : node;
  };

  const atom = (): Node => {
    if (take(/!/y)) return { type: 'not', item: atom() };
    const column = at + 1;
    if (take(/\(/y)) {
      const inner = alternatives();
      if (!take(/\)/y)) fail(')');
      return inner;
    }
    const cls = take(/@[a-z][a-z.]*/y);
    if (cls) {
      const id = take(/=[a-z0-9.-]+/y)?.slice(1) ?? null;
      const tags =
        take(/\[[a-z0-9,]+\]/y)
          ?.slice(1, -1)
          .split(',') ?? [];
      return { type: 'class', cls: cls.slice(1), id, tags, column };
    }
    const ann = take(/<[A-Z]+(?:\.[a-z]+)?>/y);
    if (ann) {
      const [name = '', kind = null] = ann.slice(1, -1).split('.');
      return { type: 'annotation', ann: name, kind, column };
    }
    const literal = take(/'[^']+'/y);
    if (literal) return { type: 'literal', form: literal.slice(1, -1) };
    const shape = take(/[A-Z]+/y);
    if (shape) {
      if ((SHAPES as readonly string[]).includes(shape)) return { type: 'shape', shape: shape as Shape };
      at -= shape.length;
      fail(`one of ${SHAPES.join(', ')}`);
    }
    return fail("@class, <ANNOTATION>, 'form', a shape, ( or !");
  };

  const tree = alternatives();
  space();
  if (at < source.length) fail('the end of the pattern');
  return tree;
}

/** Can a part of a pattern be read without a token? */
function mayBeEmpty(node: Node): boolean {
  switch (node.type) {
    case 'seq':
      return node.items.every(mayBeEmpty);
    case 'alt':
      return node.options.some(mayBeEmpty);
    case 'repeat':
      return node.min === 0 || mayBeEmpty(node.item);
    case 'capture':
      return mayBeEmpty(node.item);
    case 'shape':
      return node.shape === 'BOS' || node.shape === 'EOS';
    default:
      return node.type === 'not';
  }
}

/** What a match can begin with: used to try a rule only where it may apply. */
export interface First {
  readonly classes: ReadonlySet<string>;
  readonly annotations: ReadonlySet<string>;
}

/** Null: anywhere. */
export function firstSet(node: Node): First | null {
  const out = { classes: new Set<string>(), annotations: new Set<string>() };
  /** Adds what can begin `n`; true when `n` may be empty. Null when anything can. */
  const visit = (n: Node): boolean | null => {
    switch (n.type) {
      case 'seq':
        for (const item of n.items) {
          const empty = visit(item);
          if (empty !== true) return empty;
        }
        return true;
      case 'alt': {
        let empty = false;
        for (const o of n.options) {
          const e = visit(o);
          if (e === null) return null;
          empty ||= e;
        }
        return empty;
      }
      case 'repeat': {
        const e = visit(n.item);
        return e === null ? null : n.min === 0 || e;
      }
      case 'capture':
        return visit(n.item);
      case 'not':
        return true;
      case 'class':
        out.classes.add(n.cls);
        return false;
      case 'annotation':
        out.annotations.add(n.ann);
        return false;
      default:
        return null;
    }
  };
  const result = visit(node);
  return result === null || result ? null : out;
}

/** One of these must stand in a sentence for the pattern to match anywhere in it. */
export interface Need {
  readonly classes: ReadonlySet<string>;
  readonly annotations: ReadonlySet<string>;
}

/** All that a pattern needs. */
export function needsOf(node: Node): readonly Need[] {
  switch (node.type) {
    case 'seq':
      return node.items.flatMap(needsOf);
    case 'alt': {
      const [first = [], ...others] = node.options.map(needsOf);
      return others.reduce(
        (all, needs) => strictest(all.flatMap((a) => needs.map((b) => either(a, b)))),
        first,
      );
    }
    case 'repeat':
      return node.min === 0 ? [] : needsOf(node.item);
    case 'capture':
      return needsOf(node.item);
    case 'class':
      return [{ classes: new Set([node.cls]), annotations: new Set() }];
    case 'annotation':
      return [{ classes: new Set(), annotations: new Set([node.ann]) }];
    default:
      return [];
  }
}

const either = (a: Need, b: Need): Need => ({
  classes: new Set([...a.classes, ...b.classes]),
  annotations: new Set([...a.annotations, ...b.annotations]),
});

/** Drops what follows from another need. */
const strictest = (needs: readonly Need[]): readonly Need[] =>
  needs.filter((a, i) => !needs.some((b, k) => k !== i && follows(a, b) && (k < i || !follows(b, a))));

/** Does one need hold wherever another does? */
const follows = (a: Need, b: Need): boolean =>
  [...b.classes].every((x) => a.classes.has(x)) && [...b.annotations].every((x) => a.annotations.has(x));
