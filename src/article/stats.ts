import { type Element, INLINE, isElement } from './html.ts';
import { isSilent } from './text.ts';

/** What a subtree holds, counted once, bottom up. */
export interface Stats {
  /** Characters of text. */
  chars: number;
  /** Of these, inside links (links within the page count less). */
  linked: number;
  commas: number;
  headings: number;
  listed: number;
  paragraphs: number;
  images: number;
  items: number;
  inputs: number;
  embeds: number;
}

/** A stretch of text that speaks for the block it stands in. */
export interface Prose {
  readonly block: Element | null;
  readonly chars: number;
  readonly commas: number;
}

export interface Measured {
  readonly stats: ReadonlyMap<Element, Stats>;
  readonly prose: readonly Prose[];
  /** Elements left out by `isOut`, not counted in anything. */
  readonly removed: ReadonlySet<Element>;
}

export const NOTHING: Readonly<Stats> = {
  chars: 0,
  linked: 0,
  commas: 0,
  headings: 0,
  listed: 0,
  paragraphs: 0,
  images: 0,
  items: 0,
  inputs: 0,
  embeds: 0,
};

const COUNTED = new Map<string, 'paragraphs' | 'images' | 'items' | 'inputs' | 'embeds'>([
  ['p', 'paragraphs'],
  ['img', 'images'],
  ['li', 'items'],
  ['input', 'inputs'],
  ['iframe', 'embeds'],
  ['embed', 'embeds'],
  ['object', 'embeds'],
]);
const SPEAKS = new Set(['section', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'pre']);
const HEADING = /^h[1-6]$/;
/** A link to a place of the same page says less about navigation than one that leads away. */
const OWN_PAGE = 0.3;

/** Measures the whole tree in one pass. */
export function measure(root: Element, isOut: (e: Element, inTable: boolean) => boolean): Measured {
  const stats = new Map<Element, Stats>();
  const prose: Prose[] = [];
  const removed = new Set<Element>();
  const visit = (e: Element, inTable: boolean): Stats => {
    const sum = { ...NOTHING };
    let chars = 0;
    let commas = 0;
    let hasBlocks = false;
    for (const child of e.children) {
      if (!isElement(child)) {
        const length = child.data.trim().length;
        if (length === 0) continue;
        const found = countCommas(child.data);
        chars += length;
        commas += found;
        sum.chars += length;
        sum.commas += found;
        continue;
      }
      const counted = COUNTED.get(child.name);
      if (isSilent(child.name) && counted === undefined) continue;
      if (isOut(child, inTable)) {
        removed.add(child);
        continue;
      }
      const inner = visit(child, inTable || child.name === 'table');
      sum.chars += inner.chars;
      sum.linked += inner.linked;
      sum.commas += inner.commas;
      sum.headings += HEADING.test(child.name) ? inner.chars : inner.headings;
      sum.listed += child.name === 'ul' || child.name === 'ol' ? inner.chars : inner.listed;
      sum.paragraphs += inner.paragraphs;
      sum.images += inner.images;
      sum.items += inner.items;
      sum.inputs += inner.inputs;
      sum.embeds += inner.embeds;
      if (counted !== undefined) sum[counted]++;
      if (child.name === 'a')
        sum.linked += (inner.chars - inner.linked) * (child.attribs['href']?.startsWith('#') ? OWN_PAGE : 1);
      if (INLINE.has(child.name)) {
        chars += inner.chars;
        commas += inner.commas;
      } else if (child.name !== 'br') hasBlocks = true;
    }
    stats.set(e, sum);
    if (SPEAKS.has(e.name)) prose.push({ block: e.parent, chars: sum.chars, commas: sum.commas });
    else if (e.name === 'div') prose.push({ block: hasBlocks ? e : e.parent, chars, commas });
    return sum;
  };
  visit(root, false);
  return { stats, prose, removed };
}

/** Commas of all scripts news is written in; prose has them, menus do not. */
function countCommas(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2c || code === 0x60c || code === 0xff0c || code === 0xfe50) count++;
  }
  return count;
}
