import * as cheerio from 'cheerio/slim';
import type { Layout, Publisher } from '../catalog/publishers.ts';
import { type Element, isElement, type Node } from './html.ts';
import { textOf } from './text.ts';
import type { Zone } from './zone.ts';

/** What the selectors of a layout find on a page. */
export interface Found {
  readonly layout: Layout;
  /** Is it another layout than that of the page's day? Then the outlet changed its pages. */
  readonly unexpected: boolean;
  readonly zone: Zone;
  readonly title: string | null;
  /** Texts and attributes that may hold the date, best first. */
  readonly dates: readonly string[];
  readonly modified: readonly string[];
  readonly authors: readonly string[];
}

/** A story has at least this many characters; less means that the selector found something else. */
const LEAST = 40;

/**
 * Reads a page by the layouts of its publisher: the one in force on its day first, then the others, newest first.
 * `dayOf` answers the day that texts of the page name. Undefined when no layout finds a story, or none is known.
 */
export function byPublisher(
  root: Element,
  publisher: Publisher,
  dayOf: (texts: readonly string[]) => string | null,
): Found | undefined {
  if (publisher.layouts.length === 0) return undefined;
  const select = selectorOf(root);
  const selectors = new Set(publisher.layouts.flatMap((l) => l.date));
  const day = dayOf([...selectors].flatMap(select).flatMap(dated));
  const expected =
    publisher.layouts.find((l) => day !== null && l.until !== undefined && day <= l.until) ??
    publisher.layouts.at(-1);
  const others = publisher.layouts.filter((l) => l !== expected).reverse();
  const dropped = new Set(publisher.drop.flatMap((s) => select(s)));
  for (const layout of expected ? [expected, ...others] : []) {
    const found = first(layout.body, (s) => outermost(select(s)));
    const chars = found.reduce((sum, e) => sum + textOf(e).length, 0);
    if (chars < LEAST) continue;
    const out = new Set(dropped);
    if (layout.stop) for (const stop of select(layout.stop)) cut(stop, found, out);
    const lead = layout.lead ? select(layout.lead).filter((e) => !found.some((f) => isInside(e, f))) : [];
    const title =
      first(layout.title, select)
        .map(textOf)
        .find((t) => t !== '') ?? null;
    return {
      layout,
      unexpected: layout !== expected,
      zone: { blocks: [...lead.slice(0, 1), ...found], isOut: (e) => out.has(e) },
      title,
      dates: layout.date.flatMap(select).flatMap(dated),
      modified: (layout.modified ?? []).flatMap(select).flatMap(dated),
      authors: first(layout.author ?? [], select).map(authorOf),
    };
  }
  return undefined;
}

/**
 * cheerio's selector engine on our own tree, whose nodes have the fields it asks for. The document has one child, for
 * cheerio compares all children of a document with each other.
 */
function selectorOf(root: Element): (selector: string) => Element[] {
  const page: unknown = { type: 'root', children: [root], parent: null };
  const $ = cheerio.load(page as Parameters<typeof cheerio.load>[0]);
  return (selector) => $(selector).toArray() as unknown as Element[];
}

/** What the first selector finds that finds anything. */
function first(selectors: readonly string[], select: (s: string) => Element[]): Element[] {
  for (const selector of selectors) {
    const found = select(selector);
    if (found.length > 0) return found;
  }
  return [];
}

const outermost = (elements: readonly Element[]): Element[] => {
  const all = new Set(elements);
  return elements.filter((e) => {
    for (let at = e.parent; at; at = at.parent) if (all.has(at)) return false;
    return true;
  });
};

/** From `stop` on nothing of the block that holds it is of the story. */
function cut(stop: Element, blocks: readonly Element[], out: Set<Element>): void {
  const block = blocks.find((b) => isInside(stop, b));
  if (!block) return;
  out.add(stop);
  for (let at: Element = stop; at !== block && at.parent; at = at.parent) {
    const siblings: readonly Node[] = at.parent.children;
    for (const later of siblings.slice(siblings.indexOf(at) + 1)) if (isElement(later)) out.add(later);
  }
}

const isInside = (e: Element, holder: Element): boolean => {
  for (let at = e.parent; at; at = at.parent) if (at === holder) return true;
  return false;
};

const authorOf = (e: Element): string => e.attribs['content'] ?? textOf(e);

const dated = (e: Element): string[] =>
  [e.attribs['datetime'], e.attribs['content'], e.attribs['data-time'], textOf(e), e.attribs['title']].filter(
    (t): t is string => t !== undefined && t !== '',
  );
