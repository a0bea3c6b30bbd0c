import { html } from 'hono/html';
import type { EventRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { Html } from './html.ts';
import { joined, nothing } from './html.ts';
import { langAttribute, quoteHtml } from './quote.ts';
import { eventHref, sourceLine } from './source.ts';

/** Dated events: start, end, opening, signing, appointment… */
export const eventList = (events: readonly EventRow[], ctx: Context): Html =>
  html`<ol class="observations events">${events.map((event) => eventCard(event, ctx))}</ol>`;

function eventCard(event: EventRow, ctx: Context): Html {
  const date = ctx.format.period(event.date) ?? event.date.text;
  return html`<li class="observation">
<p class="when">${date}</p>
<div class="what">
<p class="headline">${ctx.words.label('event', event.kind)}${plannedBadge(event, ctx)}</p>
${eventAbout(event, ctx)}
${quoteHtml(event)}
${sourceLine(event, eventHref(event, ctx), ctx)}
</div>
</li>`;
}

/** What is planned has not happened, and is named so. */
export const plannedBadge = (event: Pick<EventRow, 'status'>, ctx: Context): Html =>
  event.status === 'actual'
    ? nothing
    : html` <span class="badge">${ctx.words.label('status', event.status)}</span>`;

/** Whom and what the event concerns, each with its page where it has one. */
export function eventAbout(event: EventRow, ctx: Context): Html {
  const link = (folder: string, key: string | null, name: string | null): readonly Html[] => {
    if (name === null) return [];
    const text = html`<span${langAttribute(event.lang)}>${name}</span>`;
    return [key === null ? text : html`<a href="${ctx.href(pathOf(folder, key))}">${text}</a>`];
  };
  const pieces = [
    ...link('programs', event.programKey, event.program),
    ...link('officials', event.officialKey, event.official),
    ...link('', null, event.post),
    ...link('', null, event.organisation),
    ...link('regions', event.regionId, event.region),
  ];
  return pieces.length === 0
    ? nothing
    : html`<p class="about">${joined(pieces, html`<span class="dot"> · </span>`)}</p>`;
}
