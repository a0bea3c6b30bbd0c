import type { ArticleView } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { spanAnchor } from '../../context.ts';
import type { Mark } from '../../parts/highlight.ts';
import type { MarkKind } from '../../parts/marked-text.ts';
import { valueText } from '../../parts/value.ts';
import { nameText } from '../../tables.ts';
import { cardAnchor } from './fact-cards.ts';

/** Every place of the text that a fact was read from. */
export function marksOf(article: ArticleView, ctx: Context): readonly Mark<MarkKind>[] {
  const { label } = ctx.words;
  const indicators = article.indicators.map((o) => ({
    start: o.start,
    end: o.end,
    kind: 'indicator' as const,
    id: spanAnchor('value', o.start, o.end),
    href: `#${cardAnchor('value', o)}`,
    label: `${label('fact', 'indicator')}: ${valueText(o, ctx)} ${o.subject}`,
  }));
  const events = article.events.map((e) => ({
    start: e.start,
    end: e.end,
    kind: 'event' as const,
    id: spanAnchor('event', e.start, e.end),
    href: `#${cardAnchor('event', e)}`,
    label: `${label('fact', 'event')}: ${label('event', e.kind)}`,
  }));
  const programs = article.programs.flatMap((p, at) =>
    p.mentions.map((span) => ({
      ...span,
      kind: 'program' as const,
      href: `#program-${at}`,
      label: `${label('fact', 'program')}: ${p.name}`,
    })),
  );
  const regions = article.regions.flatMap((r, at) =>
    r.mentions.map((span) => ({
      ...span,
      kind: 'region' as const,
      href: `#region-${at}`,
      label: `${label('fact', 'region')}: ${nameText(r.name, ctx)}`,
    })),
  );
  const officials = article.officials.flatMap((o, at) =>
    o.mentions.map((span) => ({
      ...span,
      kind: 'official' as const,
      href: `#official-${at}`,
      label: `${label('fact', 'official')}: ${o.name}, ${o.post}`,
    })),
  );
  const numbers = article.mentions
    .filter((m) => m.type === 'number' || m.type === 'date')
    .map((m) => ({ start: m.start, end: m.end, kind: 'number' as const, label: label('fact', 'number') }));
  return withoutRepeats([...indicators, ...events, ...programs, ...regions, ...officials, ...numbers]);
}

/** Two facts with one span would be two marks with one address: the first in the order above stays. */
function withoutRepeats(marks: readonly Mark<MarkKind>[]): readonly Mark<MarkKind>[] {
  const seen = new Set<string>();
  return marks.filter((mark) => {
    const key = `${mark.start}-${mark.end}-${mark.id ?? mark.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
