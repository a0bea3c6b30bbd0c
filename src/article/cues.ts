import type { Publisher } from '../catalog/publishers.ts';
import { loadSectionCues, type SectionCue } from '../catalog/sections.ts';
import type { SectionKind } from '../core/article.ts';

let general: readonly SectionCue[] | undefined;

/** The words by which lines show that they are not of the story: those of every outlet, then the publisher's own. */
export function cuesFor(publisher: Publisher | undefined): readonly SectionCue[] {
  general ??= loadSectionCues();
  if (!publisher) return general;
  const own = (['caption', 'credit', 'promo', 'teaser', 'dateline'] as const).flatMap((kind) =>
    publisher.boilerplate[kind].map((cue) => ({ kind, cue: cue.toLowerCase(), where: 'line' as const })),
  );
  return [...own, ...general];
}

export interface Cued {
  readonly kind: SectionKind;
  /** The line only announces what follows it. */
  readonly announces: boolean;
}

/** How long a line may be that begins with a cue: captions tell stories, the rest is short. */
const LONGEST: Readonly<Record<SectionKind, number>> = {
  caption: 400,
  teaser: 250,
  partner: 250,
  promo: 160,
  credit: 120,
  dateline: 120,
  body: 0,
};

/** A line of more words is a sentence that happens to hold the word of a cue. */
const SHORT_LINE = 12;

/** The section that a line belongs to by its first words; `linked` is the number of its characters inside links. */
export function cueOf(text: string, linked: number, cues: readonly SectionCue[]): Cued | undefined {
  if (text.length > LONGEST.caption) return undefined;
  const lower = text.toLowerCase().replace(/^[\s•·●*#>»«"“”→►▶-]+/u, '');
  for (const { kind, cue, where } of cues) {
    if (text.length > LONGEST[kind]) continue;
    if (where === 'word') {
      if (lower.includes(cue) && lower.split(/\s+/u).length <= SHORT_LINE) return { kind, announces: false };
      continue;
    }
    if (!lower.startsWith(cue)) continue;
    const heading = where === 'heading';
    const rest = lower.slice(cue.length);
    if (/[\p{L}\p{N}]$/u.test(cue) && /^[\p{L}\p{N}]/u.test(rest)) continue;
    const announces = heading && !/[\p{L}\p{N}]/u.test(rest);
    // «Напомним, …» may open a paragraph of the story as well as a pointer to another one; the pointer has a link.
    if (kind === 'teaser' && !announces && linked < text.length * 0.2 && !heading) continue;
    return { kind, announces };
  }
  return undefined;
}
