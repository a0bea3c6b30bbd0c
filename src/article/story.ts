import type { SectionCue } from '../catalog/sections.ts';
import type { SectionKind } from '../core/article.ts';
import { cueOf } from './cues.ts';
import { parsePageDate } from './dates.ts';
import { type Element, isElement } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { isSilent, type Line, linesOf } from './text.ts';
import type { Zone } from './zone.ts';

export interface Section {
  readonly kind: SectionKind;
  readonly text: string;
}

export interface Story {
  /** Lines of the story, in page order. */
  readonly body: readonly Line[];
  readonly sections: readonly Section[];
}

/** Furniture of every page, unless the story itself stands in it. */
const CHROME = new Set(['header', 'nav', 'footer', 'form', 'menu', 'button', 'label', 'dialog', 'h1']);

/** A block named like furniture that holds this share of the story is the story. */
const TOO_MUCH = 0.3;

const MAX_TITLE = 1_000;

/** Parts the lines of a page into the story and what stands around it. */
export function separate(
  root: Element,
  zone: Zone,
  about: { title: string | null; cues: readonly SectionCue[]; now: Date },
): Story {
  const blocks = new Set(zone.blocks);
  const around = new Set(zone.blocks.flatMap(withAncestors));
  const sizes = charsOf(root);
  const total = zone.blocks.reduce((sum, e) => sum + (sizes.get(e) ?? 0), 0);

  const inside = new Map<Element, boolean>([[root, blocks.has(root)]]);
  const isInside = (e: Element): boolean => {
    const known = inside.get(e);
    if (known !== undefined) return known;
    const answer = blocks.has(e) || (!zone.isOut(e) && e.parent !== null && isInside(e.parent));
    inside.set(e, answer);
    return answer;
  };
  const marks = new Map<Element, Mark | undefined>();
  const mark = (e: Element): Mark | undefined => {
    if (marks.has(e)) return marks.get(e);
    const fits = !around.has(e) && (!isInside(e) || (sizes.get(e) ?? 0) <= total * TOO_MUCH);
    const found = (fits ? markOf(e) : undefined) ?? (e.parent && !blocks.has(e) ? mark(e.parent) : undefined);
    marks.set(e, found);
    return found;
  };

  const body: Line[] = [];
  const sections: Section[] = [];
  const title = plain((about.title ?? '').slice(0, MAX_TITLE));
  let group: { kind: SectionKind; inside: boolean } | undefined;
  for (const line of linesOf(root, (e) => CHROME.has(e.name) && !around.has(e))) {
    const within = isInside(line.element) && (zone.holds?.(line) ?? true);
    if (group && group.inside !== within) group = undefined;
    const cued = cueOf(line.text, line.linked, about.cues);
    if (cued?.announces) group = { kind: cued.kind, inside: within };
    else if (group && !isHeadline(line)) group = undefined;
    const kind = cued?.kind ?? group?.kind ?? mark(line.element) ?? byItself(line, within, about.now);
    if (kind !== undefined && kind !== 'outside') sections.push({ kind, text: line.text });
    else if (
      within &&
      kind === undefined &&
      !(body.length < 3 && line.text.length <= MAX_TITLE && plain(line.text) === title)
    )
      body.push(line);
  }
  return { body, sections };
}

/** A line of the story that is one link leads elsewhere; a line that is nothing but a date is the date of the page. */
function byItself(line: Line, within: boolean, now: Date): SectionKind | undefined {
  const isLink = line.linked >= line.text.length * 0.9;
  if (within && isLink && !/^h[1-6]$/.test(line.element.name)) return 'teaser';
  return !isLink && isDate(line.text, now) ? 'dateline' : undefined;
}

/** `15:00, 23 Ноябрь 2025 | GMT +5`: figures first, few words, and a date that can be read. */
const isDate = (text: string, now: Date): boolean =>
  text.length <= 60 &&
  /^\d/.test(text) &&
  !/[^\p{L}\d\s.,:/|•+–—-]/u.test(text) &&
  (text.match(/\p{L}+/gu)?.length ?? 0) <= 4 &&
  /\d{4}|:\d\d/.test(text) &&
  parsePageDate(text, now) !== null;

/** Below an announcement stand headlines: linked, listed, or short and without a full stop. */
const isHeadline = (line: Line): boolean =>
  line.linked >= line.text.length * 0.5 ||
  line.element.name === 'li' ||
  (line.text.length <= 140 && !/[.!;:…]$/.test(line.text));

/** Letters and digits alone, for comparing titles. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function withAncestors(e: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = e; at; at = at.parent) all.push(at);
  return all;
}

function charsOf(root: Element): ReadonlyMap<Element, number> {
  const sizes = new Map<Element, number>();
  const visit = (e: Element): number => {
    let sum = 0;
    if (!isSilent(e.name))
      for (const child of e.children) sum += isElement(child) ? visit(child) : child.data.trim().length;
    sizes.set(e, sum);
    return sum;
  };
  visit(root);
  return sizes;
}
