import { html } from 'hono/html';
import type { ArticleView, EventRow, ObservationRow } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { pathOf, spanAnchor } from '../../context.ts';
import { eventAbout, plannedBadge } from '../../parts/event.ts';
import type { Html } from '../../parts/html.ts';
import { nothing } from '../../parts/html.ts';
import { inferredMark, statusBadges, whenHtml } from '../../parts/observation.ts';
import { langAttribute } from '../../parts/quote.ts';
import { entityLink, unlessEmpty } from '../../parts/source.ts';
import { valueHtml } from '../../parts/value.ts';

/** Address of a fact's card on its article page. */
export const cardAnchor = (
  kind: 'value' | 'event',
  span: { readonly start: number; readonly end: number },
): string => `fact-${spanAnchor(kind, span.start, span.end)}`;

/** One line of a card; nothing when there is nothing to say. */
const line = (name: string, content: Html | string | null): Html =>
  content === null || content === '' ? nothing : html`<dt>${name}</dt><dd>${content}</dd>`;

/** A value with everything known of it: slots, what was concluded, the rule, how sure we are. */
export function indicatorCard(o: ObservationRow, ctx: Context): Html {
  const { t, label } = ctx.words;
  const region = o.region === null ? null : entityLink('regions', o.region.id, o.region.name, ctx);
  const program = o.program === null ? null : entityLink('programs', o.program.key, o.program.name, ctx);
  const text = (words: string): Html => html`<span${langAttribute(o.lang)}>${words}</span>`;
  const marked = (slot: ObservationRow['inferred'][number], shown: Html | null): Html | null =>
    shown === null ? null : inferredMark(slot, o.inferred, shown, ctx);
  return html`<section class="card card-indicator" id="${cardAnchor('value', o)}">
<h3>${valueHtml(o, ctx)}${statusBadges(o, ctx)}</h3>
<p class="subject"><a href="${ctx.href(pathOf('indicators', o.indicator))}">${marked('subject', text(o.subject === '' ? o.unit : o.subject))}</a></p>
<dl>
${line(t('period'), whenHtml(o, ctx))}
${line(t('unit'), marked('unit', html`${ctx.unit(o.unit)}`))}
${line(t('region'), marked('region', region))}
${line(t('program'), marked('program', program))}
${line(t('source'), marked('source', o.source === null ? null : text(o.source)))}
${line(t('hedge'), o.hedge === null ? null : text(`«${o.hedge}»`))}
</dl>
${basis(o.rule, html` · ${t('confidence').toLowerCase()} ${ctx.format.number(Math.round(o.confidence * 100))}%`, spanAnchor('value', o.start, o.end), ctx)}
${o.inferred.length === 0 ? nothing : html`<p class="basis">${t('inferredSlots')}: ${o.inferred.map((slot) => label('slot', slot)).join(', ')}</p>`}
</section>`;
}

/** Why the fact is there: its rule, and its place in the text. */
const basis = (rule: string, more: Html, anchor: string, ctx: Context): Html =>
  html`<p class="basis"><a href="#${anchor}">${ctx.words.t('showInText')}</a> · <span title="${ctx.words.t('rule')}"><code>${rule}</code></span>${more}</p>`;

/** An event with its date, whom it concerns and its rule. */
export function eventCard(event: EventRow, ctx: Context): Html {
  const { t, label } = ctx.words;
  return html`<section class="card card-event" id="${cardAnchor('event', event)}">
<h3>${label('event', event.kind)}${plannedBadge(event, ctx)}</h3>
${eventAbout(event, ctx)}
<dl>
${line(t('date'), ctx.format.period(event.date) ?? html`<span${langAttribute(event.lang)}>${event.date.text}</span>`)}
</dl>
${basis(event.rule, nothing, spanAnchor('event', event.start, event.end), ctx)}
</section>`;
}

/** Programs, regions and officials that the text names, each with its page. */
export function namedEntities(article: ArticleView, ctx: Context): Html {
  const { label } = ctx.words;
  const times = (mentions: readonly unknown[]): Html =>
    mentions.length > 1 ? html` <span class="quiet">×${ctx.format.number(mentions.length)}</span>` : nothing;
  const rule = (id: string): Html => html` <code class="quiet">${id}</code>`;
  const group = (kind: 'program' | 'region' | 'official', items: readonly Html[]): Html =>
    unlessEmpty(
      items,
      () =>
        html`<section class="card card-${kind}"><h3>${label('fact', kind)}</h3><ul>${items}</ul></section>`,
    );
  return html`${group(
    'program',
    article.programs.map(
      (p, at) =>
        html`<li id="program-${at}"><a href="${ctx.href(pathOf('programs', p.key))}"${langAttribute(article.lang)}>${p.name}</a>${times(p.mentions)}${rule(p.rule)}</li>`,
    ),
  )}${group(
    'region',
    article.regions.map(
      (r, at) =>
        html`<li id="region-${at}">${entityLink('regions', r.id, r.name, ctx)}${times(r.mentions)}${rule(r.rule)}</li>`,
    ),
  )}${group(
    'official',
    article.officials.map(
      (o, at) =>
        html`<li id="official-${at}"><a href="${ctx.href(pathOf('officials', o.key))}"${langAttribute(article.lang)}>${o.name}</a>, <span${langAttribute(article.lang)}>${o.post}</span>${o.role.map((role) => html` <span class="badge">${label('role', role)}</span>`)}${rule(o.rule)}</li>`,
    ),
  )}`;
}
