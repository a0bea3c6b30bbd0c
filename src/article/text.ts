import { type Element, INLINE, isElement, type Node } from './html.ts';

/** One line of a page as a reader sees it: a paragraph, a heading, a list item, a table row. */
export interface Line {
  readonly text: string;
  /** The nearest element that makes lines: `p`, `h2`, `li`, `td`, `div`… */
  readonly element: Element;
  /** Characters of the text that stand inside links. */
  readonly linked: number;
}

const NEVER = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'textarea',
  'title',
  'head',
]);
const NEVER_EITHER = new Set(['object', 'select', 'option', 'video', 'audio', 'canvas', 'math', 'noembed']);

/** Elements that hold no text of the page. */
export const isSilent = (name: string): boolean => NEVER.has(name) || NEVER_EITHER.has(name);

/** Spaces of every kind are one, soft hyphens and zero-width marks go, letters are composed (NFC). */
export const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff\0]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim()
    .normalize('NFC');

/** Where an inline element begins or ends; a page has no NUL of its own. */
const SEAM = '\0';

/** «Читайте также» and the headline after it stand in two elements with no space between; `<b>3</b>7 158` is one number. */
const unglued = (text: string): string => text.replace(/([\p{Ll}:»"])\0+(?=[\p{Lu}«])/gu, '$1 ');

const NO_LINKS: ReadonlySet<Node> = new Set();

/** Links side by side with nothing else between two blocks: each is a line of its own, as in a list of headlines. */
function linksInRows(e: Element): ReadonlySet<Node> {
  let lone: Set<Node> | undefined;
  let run: Node[] = [];
  let pure = true;
  const end = (): void => {
    if (pure && run.length > 1) {
      lone ??= new Set();
      for (const link of run) lone.add(link);
    }
    run = [];
    pure = true;
  };
  for (const child of e.children) {
    if (!isElement(child)) pure &&= child.data.trim() === '';
    else if (child.name === 'a') run.push(child);
    else if (INLINE.has(child.name)) pure = false;
    else end();
  }
  end();
  return lone ?? NO_LINKS;
}

/** The lines of an element in page order; `skip` leaves out whole elements. */
export function linesOf(element: Element, skip: (e: Element) => boolean = () => false): Line[] {
  const lines: Line[] = [];
  let buffer: string[] = [];
  let linked = 0;
  const flush = (owner: Element): void => {
    if (buffer.length > 0) {
      const text = tidy(unglued(buffer.join('')));
      if (text !== '') lines.push({ text, element: owner, linked: Math.min(linked, text.length) });
    }
    buffer = [];
    linked = 0;
  };
  const walk = (node: Node, owner: Element, inLink: boolean): void => {
    if (!isElement(node)) {
      buffer.push(node.data);
      if (inLink) linked += node.data.trim().length;
      return;
    }
    if (isSilent(node.name) || skip(node)) return;
    if (node.name === 'br' || node.name === 'hr') {
      flush(owner);
      return;
    }
    if (INLINE.has(node.name)) {
      buffer.push(SEAM);
      for (const child of node.children) walk(child, owner, inLink || node.name === 'a');
      buffer.push(SEAM);
      return;
    }
    flush(owner);
    if (node.name === 'tr') {
      const row = rowOf(node, skip);
      if (row) {
        lines.push(row);
        return;
      }
    }
    const lone = linksInRows(node);
    for (const child of node.children) {
      walk(child, node, inLink);
      if (lone.has(child)) flush(node);
    }
    flush(node);
  };
  for (const child of element.children) walk(child, element, false);
  flush(element);
  return lines;
}

/** A row of a data table is one line, its cells set apart by bars; undefined for a row that only lays a page out. */
function rowOf(row: Element, skip: (e: Element) => boolean): Line | undefined {
  const cells = row.children.filter(
    (c): c is Element => c.type === 'tag' && (c.name === 'td' || c.name === 'th'),
  );
  if (cells.length < 2) return undefined;
  const parts: Line[] = [];
  for (const cell of cells) {
    if (skip(cell)) continue;
    const lines = linesOf(cell, skip);
    if (lines.length > 1) return undefined;
    if (lines[0]) parts.push(lines[0]);
  }
  if (parts.length < 2) return undefined;
  return {
    text: parts.map((p) => p.text).join(' | '),
    element: row,
    linked: parts.reduce((sum, p) => sum + p.linked, 0),
  };
}

/** All text of an element on one line. */
export const textOf = (element: Element): string =>
  linesOf(element)
    .map((l) => l.text)
    .join(' ');
