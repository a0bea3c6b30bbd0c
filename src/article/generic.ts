import { type Element, isElement } from './html.ts';
import { type Measured, measure, NOTHING, type Stats } from './stats.ts';
import { isSilent } from './text.ts';
import type { Zone } from './zone.ts';

/**
 * The reader for pages nobody described. It weighs blocks by the prose in them, as Mozilla's Readability does (whose word
 * lists and weights it starts from), on a tree measured once, and differs where news pages showed it wrong: text that
 * stands bare in a block counts for that block, a story cut into several like-named blocks is put together again,
 * and a suspicious name alone does not remove prose without links.
 */
export function genericZone(root: Element): Zone {
  let best: Zone = { blocks: [root], isOut: () => false };
  let longest = -1;
  for (const effort of EFFORTS) {
    const { zone, chars, held } = attempt(root, effort);
    if (chars >= ENOUGH || (chars >= BRIEF && chars * 2 >= held)) return zone;
    if (chars > longest * CLEARLY_MORE) {
      best = zone;
      longest = chars;
    }
  }
  return best;
}

/** A story this long needs no second attempt. */
const ENOUGH = 500;
/** News in brief is short too: this is enough where most of the text of the blocks was kept. */
const BRIEF = 140;
/** A laxer attempt must find this much more, or it only found furniture. */
const CLEARLY_MORE = 1.5;

interface Effort {
  /** Leave out what is named like furniture before weighing. */
  readonly strip: boolean;
  /** Let names weigh. */
  readonly weigh: boolean;
  /** Take lists, forms and linked blocks out of the story. */
  readonly clean: boolean;
}
const EFFORTS: readonly Effort[] = [
  { strip: true, weigh: true, clean: true },
  { strip: false, weigh: true, clean: true },
  { strip: false, weigh: false, clean: true },
  { strip: false, weigh: false, clean: false },
];

const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
const MAYBE = /and|article|body|column|content|main|shadow/i;
const POSITIVE = /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i;
const NEGATIVE =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;
const ROLES = new Set(['menu', 'menubar', 'complementary', 'navigation', 'alert', 'alertdialog', 'dialog']);
const SHARE = /(?:\b|_)(?:share|sharedaddy)(?:\b|_)/i;
/** The lead often stands before the block of the story, as its sibling. */
const LEAD =
  /(?:^|[-_ ])(?:lead|lede|description|excerpt|anons|announce?|intro|summary|preview-text)(?:[-_ ]|$)/i;
const NEVER_STORY = new Set([
  'footer',
  'aside',
  'nav',
  'input',
  'button',
  'select',
  'object',
  'embed',
  'link',
]);
const CLEANED = new Set(['form', 'fieldset', 'ul', 'div']);
const PAGE = new Set(['root', 'html', 'body']);

const nameOf = (e: Element): string => `${e.attribs['class'] ?? ''} ${e.attribs['id'] ?? ''}`;

/** What the class and the id of a block promise: ±25 each. */
function promise(e: Element): number {
  let sum = 0;
  for (const name of [e.attribs['class'], e.attribs['id']]) {
    if (!name) continue;
    if (NEGATIVE.test(name)) sum -= 25;
    if (POSITIVE.test(name)) sum += 25;
  }
  return sum;
}

const TAG_WEIGHT = new Map<string, number>([
  ['div', 5],
  ...['pre', 'td', 'blockquote'].map((n) => [n, 3] as const),
  ...['address', 'ol', 'ul', 'dl', 'dd', 'dt', 'li', 'form'].map((n) => [n, -3] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'].map((n) => [n, -5] as const),
]);

function isHidden(e: Element): boolean {
  const style = e.attribs['style'];
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  if (e.attribs['hidden'] !== undefined) return true;
  return e.attribs['aria-hidden'] === 'true' && !nameOf(e).includes('fallback-image');
}

function isUnlikely(e: Element, inTable: boolean): boolean {
  const name = nameOf(e);
  if (name.length > 1 && !inTable && !PAGE.has(e.name) && e.name !== 'a')
    if (UNLIKELY.test(name) && !MAYBE.test(name)) return true;
  return ROLES.has(e.attribs['role'] ?? '');
}

interface Attempt {
  readonly zone: Zone;
  /** Characters outside links that the zone keeps of its blocks. */
  readonly chars: number;
  /** Characters outside links that its blocks hold. */
  readonly held: number;
}

function attempt(root: Element, effort: Effort): Attempt {
  const measured = measure(root, (e, inTable) => isHidden(e) || (effort.strip && isUnlikely(e, inTable)));
  const { stats, removed } = measured;
  const blocks = candidates(root, measured, effort);
  const isOut = (e: Element): boolean => removed.has(e) || isSuspicious(e, stats.get(e) ?? NOTHING, effort);
  const sum = (of: (e: Element) => number): number => blocks.reduce((total, e) => total + of(e), 0);
  return {
    zone: { blocks, isOut },
    chars: sum((e) => keptChars(e, stats, isOut)),
    held: sum((e) => (stats.get(e)?.chars ?? 0) - (stats.get(e)?.linked ?? 0)),
  };
}

/** Characters of a block without what is out of the story and without links. */
function keptChars(e: Element, stats: Measured['stats'], isOut: (e: Element) => boolean): number {
  let sum = 0;
  for (const child of e.children) {
    if (!isElement(child)) sum += child.data.trim().length;
    else if (child.name !== 'a' && stats.has(child) && !isOut(child)) sum += keptChars(child, stats, isOut);
  }
  return sum;
}

const linkShare = (s: Stats): number => (s.chars > 0 ? s.linked / s.chars : 0);

/** The blocks that hold the story: the heaviest, those of the same name near it, or those beside it that read like it. */
function candidates(root: Element, measured: Measured, effort: Effort): readonly Element[] {
  const { stats } = measured;
  const initial = (e: Element): number => (effort.weigh ? promise(e) : 0) + (TAG_WEIGHT.get(e.name) ?? 0);
  const scores = new Map<Element, number>();
  for (const { block, chars, commas } of measured.prose) {
    if (chars < 25) continue;
    const score = 2 + commas + Math.min(Math.floor(chars / 100), 3);
    let at = block;
    for (let level = 0; at?.parent && level < 5; level++, at = at.parent) {
      const share = score / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
      scores.set(at, (scores.get(at) ?? initial(at)) + share);
    }
  }
  for (const [e, score] of scores) scores.set(e, score * (1 - linkShare(stats.get(e) ?? NOTHING)));
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const first = ranked[0];
  if (!first || PAGE.has(first[0].name)) return [root];
  const top = onlyChild(better(raised(first, ranked.slice(1, 5)), scores), measured);
  const score = scores.get(top) ?? initial(top);
  const twins = twinsOf(top, score, scores);
  if (twins.length > 0) return inOrder(root, new Set([top, ...twins]));
  return besides(top, score, scores, measured);
}

/** Where three other candidates are nearly as good, the block that holds them all is the story. */
function raised(
  [top, score]: readonly [Element, number],
  others: readonly (readonly [Element, number])[],
): Element {
  const near = others.filter(([, s]) => s / score >= 0.75).map(([e]) => e);
  if (near.length < 3) return top;
  for (let at = top.parent; at && !PAGE.has(at.name); at = at.parent) {
    const holder = at;
    if (near.filter((e) => isInside(e, holder)).length >= 3) return holder;
  }
  return top;
}

/** A score that rises on the way up means that more of the story lies there. */
function better(top: Element, scores: ReadonlyMap<Element, number>): Element {
  let last = scores.get(top) ?? 0;
  const floor = last / 3;
  for (let at = top.parent; at && !PAGE.has(at.name); at = at.parent) {
    const score = scores.get(at);
    if (score === undefined) continue;
    if (score < floor) return top;
    if (score > last) return at;
    last = score;
  }
  return top;
}

function onlyChild(top: Element, { removed }: Measured): Element {
  let at = top;
  while (at.parent && !PAGE.has(at.parent.name)) {
    if (at.parent.children.filter((c) => isElement(c) && !removed.has(c)).length !== 1) break;
    at = at.parent;
  }
  return at;
}

/** A fifth of the best score is enough for a neighbour. */
const NEIGHBOUR = 0.2;

/** Blocks of the same name elsewhere, when a story is cut into pieces that do not stand side by side. */
function twinsOf(top: Element, score: number, scores: ReadonlyMap<Element, number>): Element[] {
  const name = top.attribs['class'] ?? '';
  if (name === '') return [];
  const near = new Set(ancestors(top, 4));
  const twins: Element[] = [];
  for (const [e, s] of scores) {
    if (e === top || e.parent === top.parent || e.name !== top.name || e.attribs['class'] !== name) continue;
    if (s < score * NEIGHBOUR || isInside(e, top) || isInside(top, e)) continue;
    const shared = ancestors(e, 4).find((a) => near.has(a));
    if (shared && !PAGE.has(shared.name)) twins.push(e);
  }
  return twins;
}

/** The block and those beside it that score well, or are plain paragraphs. */
function besides(top: Element, score: number, scores: ReadonlyMap<Element, number>, m: Measured): Element[] {
  if (!top.parent) return [top];
  const threshold = Math.max(10, score * NEIGHBOUR);
  return top.parent.children.filter((e): e is Element => {
    if (!isElement(e) || m.removed.has(e) || isSilent(e.name)) return false;
    if (e === top) return true;
    const name = e.attribs['class'] ?? '';
    const bonus = name !== '' && name === top.attribs['class'] ? score * NEIGHBOUR : 0;
    const own = scores.get(e);
    if (own !== undefined && own + bonus >= threshold) return true;
    const s = m.stats.get(e) ?? NOTHING;
    if (s.chars > 50 && s.linked === 0 && LEAD.test(name)) return true;
    if (e.name !== 'p' || s.chars === 0) return false;
    return s.chars > 80 ? linkShare(s) < 0.25 : s.linked === 0;
  });
}

/** Is an element inside the story a form, a list of links, a row of buttons? */
function isSuspicious(e: Element, s: Stats, effort: Effort): boolean {
  if (NEVER_STORY.has(e.name)) return true;
  if (s.chars < 500 && SHARE.test(nameOf(e))) return true;
  if ((e.name === 'h1' || e.name === 'h2') && promise(e) < 0) return true;
  if (!effort.clean || !CLEANED.has(e.name)) return false;
  const links = linkShare(s);
  const weight = effort.weigh ? promise(e) : 0;
  if (weight < 0 && (links > 0 || s.chars < 80)) return true;
  // Ten commas are prose, whatever else is in it.
  if (s.commas >= 10) return false;
  const isList = e.name === 'ul' || (s.chars > 0 && s.listed / s.chars > 0.9);
  if (s.inputs > Math.floor(s.paragraphs / 3) || (s.embeds === 1 && s.chars < 75) || s.embeds > 1)
    return true;
  if (weight >= 25 && links > 0.5) return true;
  if (!isList && (s.items - 100 > s.paragraphs || (weight < 25 && links > 0.2))) return true;
  if (ancestors(e, 256).some((a) => a.name === 'figure')) return false;
  if (s.images > 1 && s.paragraphs / s.images < 0.5) return true;
  const headings = s.chars > 0 ? s.headings / s.chars : 0;
  return !isList && headings < 0.9 && s.chars < 25 && (s.images === 0 || s.images > 2) && links > 0;
}

function ancestors(e: Element, limit: number): Element[] {
  const found: Element[] = [];
  for (let at = e.parent; at && found.length < limit; at = at.parent) found.push(at);
  return found;
}

const isInside = (e: Element, holder: Element): boolean => ancestors(e, 256).includes(holder);

function inOrder(root: Element, wanted: ReadonlySet<Element>): Element[] {
  const found: Element[] = [];
  const walk = (e: Element): void => {
    if (wanted.has(e)) found.push(e);
    else for (const child of e.children) if (isElement(child)) walk(child);
  };
  walk(root);
  return found;
}
