import { html } from 'hono/html';
import type { ObservationRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { Html } from './html.ts';
import { joined, nothing } from './html.ts';
import { langAttribute, quoteHtml } from './quote.ts';
import { entityLink, sourceLine, valueHref } from './source.ts';
import { valueHtml } from './value.ts';

/** What the page itself already says, so that each value need not repeat it. */
export type Known = 'program' | 'region' | 'indicator';

/** One value: its date, the number, what it measures, the sentence, and the way to its source. */
export function observationCard(o: ObservationRow, ctx: Context, known: readonly Known[] = []): Html {
  return html`<li class="observation${o.status === 'actual' ? '' : ' unsure'}">
<p class="when">${whenHtml(o, ctx)}</p>
<div class="what">
<p class="headline">${valueHtml(o, ctx)} ${subjectHtml(o, ctx, known)}${statusBadges(o, ctx)}</p>
${about(o, ctx, known)}
${quoteHtml(o)}
${sourceLine(o, valueHref(o, ctx), ctx)}
</div>
</li>`;
}

/** A list of values. */
export const observationList = (
  rows: readonly ObservationRow[],
  ctx: Context,
  known: readonly Known[] = [],
): Html => html`<ol class="observations">${rows.map((o) => observationCard(o, ctx, known))}</ol>`;

/** The period as the text gives it; without one the day of publication, said to be that. */
export function whenHtml(o: Pick<ObservationRow, 'period' | 'published' | 'inferred'>, ctx: Context): Html {
  const period = o.period === null ? undefined : ctx.format.period(o.period);
  if (period !== undefined) return html`${inferredMark('period', o.inferred, html`${period}`, ctx)}`;
  if (o.published === null) return html`${ctx.words.t('dateUnknown')}`;
  return html`<time datetime="${o.published}">${ctx.format.date(o.published)}</time> <span class="quiet">(${ctx.words.t('published').toLowerCase()})</span>`;
}

/** Marks what the sentence itself leaves unsaid. */
export function inferredMark(
  slot: ObservationRow['inferred'][number],
  inferred: ObservationRow['inferred'],
  shown: Html,
  ctx: Context,
): Html {
  if (!inferred.includes(slot)) return shown;
  const said = ctx.words.t('said');
  return html`<span class="inferred" title="${said}">${shown}<sup role="note" aria-label="${said}">?</sup></span>`;
}

function subjectHtml(o: ObservationRow, ctx: Context, known: readonly Known[]): Html {
  const subject = html`<span${langAttribute(o.lang)}>${o.subject === '' ? o.unit : o.subject}</span>`;
  const shown = inferredMark('subject', o.inferred, subject, ctx);
  if (known.includes('indicator')) return html`<span class="subject">${shown}</span>`;
  return html`<a class="subject" href="${ctx.href(pathOf('indicators', o.indicator))}">${shown}</a>`;
}

/** Plans, forecasts and changes are not what simply is: they are named. */
export function statusBadges(o: Pick<ObservationRow, 'status' | 'measure'>, ctx: Context): Html {
  const badges = [
    ...(o.status === 'actual' ? [] : [ctx.words.label('status', o.status)]),
    ...(o.measure === 'level' ? [] : [ctx.words.label('measure', o.measure)]),
  ];
  return html`${badges.map((badge) => html` <span class="badge">${badge}</span>`)}`;
}

function about(o: ObservationRow, ctx: Context, known: readonly Known[]): Html {
  const pieces: Html[] = [];
  if (o.program !== null && !known.includes('program'))
    pieces.push(
      inferredMark('program', o.inferred, entityLink('programs', o.program.key, o.program.name, ctx), ctx),
    );
  if (o.region !== null && !known.includes('region'))
    pieces.push(
      inferredMark('region', o.inferred, entityLink('regions', o.region.id, o.region.name, ctx), ctx),
    );
  if (o.source !== null && o.source !== '')
    pieces.push(
      html`<span>${ctx.words.t('source')}: <span${langAttribute(o.lang)}>${o.source}</span></span>`,
    );
  return pieces.length === 0
    ? nothing
    : html`<p class="about">${joined(pieces, html`<span class="dot"> · </span>`)}</p>`;
}
