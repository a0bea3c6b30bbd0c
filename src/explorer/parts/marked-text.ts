import { html } from 'hono/html';
import type { Mark, Piece } from './highlight.ts';
import { pieces } from './highlight.ts';
import type { Html } from './html.ts';

/** Kinds of marks on an article page, as CSS classes know them. */
export type MarkKind = 'alone' | 'indicator' | 'event' | 'program' | 'region' | 'official' | 'number';

/** The paragraphs `[start, end)` of a text; empty lines are none. */
export function paragraphsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') found.push({ start, end });
    start = end + 1;
  }
  return found;
}

/** One paragraph with its marks; each mark leads to its fact. */
export const markedParagraph = (
  text: string,
  marks: readonly Mark<MarkKind>[],
  range: { readonly start: number; readonly end: number },
): Html =>
  html`${pieces(text, marks, range.start, range.end).map((piece) => pieceHtml(piece, undefined, true))}`;

/** `lead` is the nearest mark around that leads somewhere: links cannot stand inside links. */
function pieceHtml(piece: Piece<MarkKind>, lead: Mark<MarkKind> | undefined, firstOfLead: boolean): Html {
  if ('text' in piece) return leafHtml(piece.text, lead, firstOfLead);
  const { mark } = piece;
  const own = mark.href === undefined ? lead : mark;
  const tag = html`${piece.inside.map((inner, at) => pieceHtml(inner, own, piece.first && at === 0))}`;
  const id = piece.first && mark.id !== undefined ? html` id="${mark.id}"` : '';
  const note = piece.first && mark.note !== undefined ? html`<sup>${mark.note}</sup>` : '';
  return html`<mark class="hl hl-${mark.kind}"${id}>${note}${tag}</mark>`;
}

/** Only the first words of a mark are a stop of the Tab key. */
function leafHtml(text: string, lead: Mark<MarkKind> | undefined, first: boolean): Html {
  if (lead?.href === undefined) return html`${text}`;
  return html`<a href="${lead.href}" title="${lead.label}"${first ? '' : html` tabindex="-1"`}>${text}</a>`;
}
