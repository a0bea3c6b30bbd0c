/**
 * Whole-string patterns from data files, matched in linear time (Thompson's construction, no backtracking),
 * so that a careless pattern can slow nothing down. The syntax is a subset of JavaScript's:
 * literals, `.`, classes `[a-z0-9_-]` and `[^/]`, `\d \w` and escaped punctuation, groups `(…)` and `(?:…)`, `|`,
 * and the quantifiers `? * + {n} {n,m}`. Anchors are implied; back-references and look-around do not exist here.
 */
export interface Pattern {
  readonly source: string;
  /** Does the whole text match? */
  test(text: string): boolean;
}

type Accepts = (char: string) => boolean;
type Node =
  | { readonly kind: 'char'; readonly accepts: Accepts }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number };

/** States of the automaton: a character edge, or up to two free edges. */
interface State {
  accepts?: Accepts;
  next: number[];
}

const MAX_STATES = 2_000;
/** Longer texts match nothing: no URL of an article is that long. */
const MAX_TEXT = 2_048;

/** Compiles a pattern; throws `SyntaxError` with the place of the first thing that the subset does not have. */
export function compilePattern(source: string): Pattern {
  const states: State[] = [];
  const start = build(parse(source), add(states, { next: [] }), states);
  return { source, test: (text) => text.length <= MAX_TEXT && run(states, start, text) };
}

/** State 0 is the end; every other state is built in front of the one that follows it. */
function build(node: Node, then: number, states: State[]): number {
  switch (node.kind) {
    case 'char':
      return add(states, { accepts: node.accepts, next: [then] });
    case 'all':
      return node.parts.reduceRight((following, part) => build(part, following, states), then);
    case 'any':
      return add(states, { next: node.options.map((option) => build(option, then, states)) });
    case 'repeat': {
      let following = then;
      if (node.max === Number.POSITIVE_INFINITY) {
        const loop = add(states, { next: [then] });
        states[loop]?.next.push(build(node.node, loop, states));
        following = loop;
      } else {
        for (let i = node.min; i < node.max; i++)
          following = add(states, { next: [then, build(node.node, following, states)] });
      }
      for (let i = 0; i < node.min; i++) following = build(node.node, following, states);
      return following;
    }
  }
}

function add(states: State[], state: State): number {
  if (states.length >= MAX_STATES) throw new SyntaxError('a pattern this large');
  return states.push(state) - 1;
}

function run(states: readonly State[], start: number, text: string): boolean {
  let current = reach(states, [start]);
  for (const char of text) {
    const after: number[] = [];
    for (const at of current) {
      const state = states[at];
      if (state?.accepts?.(char)) after.push(...state.next);
    }
    if (after.length === 0) return false;
    current = reach(states, after);
  }
  return current.has(0);
}

/** All states one can stand in without reading a character. */
function reach(states: readonly State[], from: readonly number[]): Set<number> {
  const seen = new Set(from);
  for (const at of seen) {
    const state = states[at];
    if (state && !state.accepts) for (const next of state.next) seen.add(next);
  }
  return seen;
}

function parse(source: string): Node {
  const chars = [...source];
  let at = 0;
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at character ${at + 1} of ${source}`);
  };
  const choice = (depth: number): Node => {
    if (depth > 20) fail('groups nested this deep');
    const options: Node[] = [];
    do {
      const parts: Node[] = [];
      while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(quantified(depth));
      options.push({ kind: 'all', parts });
    } while (chars[at] === '|' && ++at);
    return options.length === 1 && options[0] ? options[0] : { kind: 'any', options };
  };
  const quantified = (depth: number): Node => {
    let node = atom(depth);
    for (;;) {
      const range = quantifier();
      if (!range) return node;
      node = { kind: 'repeat', node, min: range[0], max: range[1] };
    }
  };
  const quantifier = (): [number, number] | undefined => {
    const char = chars[at];
    if (char === '?' || char === '*' || char === '+') {
      at++;
      return [char === '+' ? 1 : 0, char === '?' ? 1 : Number.POSITIVE_INFINITY];
    }
    if (char !== '{') return undefined;
    const found = /^\{(\d{1,2})(?:,(\d{1,2}))?\}/.exec(chars.slice(at, at + 8).join(''));
    if (!found) return fail('a quantifier other than {n} or {n,m}');
    at += found[0].length;
    return [Number(found[1]), Number(found[2] ?? found[1])];
  };
  const atom = (depth: number): Node => {
    const char = chars[at++] ?? fail('nothing');
    if (char === '(') {
      if (chars[at] === '?') {
        if (chars[at + 1] !== ':') fail('a group other than (…) or (?:…)');
        at += 2;
      }
      const inner = choice(depth + 1);
      if (chars[at++] !== ')') fail('no closing bracket');
      return inner;
    }
    if (char === '[') return { kind: 'char', accepts: charClass() };
    if (char === '.') return { kind: 'char', accepts: () => true };
    if (char === '\\') return { kind: 'char', accepts: escaped() };
    if ('^$?*+{}])'.includes(char)) fail(`“${char}”`);
    return { kind: 'char', accepts: (c) => c === char };
  };
  const escaped = (): Accepts => {
    const char = chars[at++] ?? fail('nothing after a backslash');
    if (char === 'd') return (c) => c >= '0' && c <= '9';
    if (char === 'w') return (c) => /^\w$/.test(c);
    if (/[\p{L}\p{N}]/u.test(char)) fail(`“\\${char}”`);
    return (c) => c === char;
  };
  const charClass = (): Accepts => {
    const not = chars[at] === '^';
    if (not) at++;
    const members: Accepts[] = [];
    while (chars[at] !== ']') {
      const from = chars[at++] ?? fail('no closing square bracket');
      const to = chars[at + 1];
      if (from === '\\') members.push(escaped());
      else if (chars[at] === '-' && to !== undefined && to !== ']') {
        at += 2;
        members.push((c) => c >= from && c <= to);
      } else members.push((c) => c === from);
    }
    at++;
    return (c) => members.some((member) => member(c)) !== not;
  };
  const whole = choice(0);
  if (at < chars.length) fail(`“${chars[at]}”`);
  return whole;
}
