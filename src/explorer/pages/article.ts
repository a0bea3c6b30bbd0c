import { html } from 'hono/html';
import type { ArticleView } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { spanAnchor } from '../context.ts';
import type { PageOf } from '../page.ts';
import type { Mark } from '../parts/highlight.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import type { MarkKind } from '../parts/marked-text.ts';
import { markedParagraph, paragraphsOf } from '../parts/marked-text.ts';
import { langAttribute } from '../parts/quote.ts';
import { originalLink, unlessEmpty } from '../parts/source.ts';
import { valueText } from '../parts/value.ts';
import { eventsTable, nameText, titleOf, valuesTable } from '../tables.ts';
import { cardAnchor, eventCard, indicatorCard, namedEntities } from './fact-cards.ts';

/** `/articles/:id`: the story as stored, its facts marked where they stand, each mark leading to its card. */
export const articlePage: PageOf = (store, ask, ctx) => {
  const article = store.article(ask.key);
  if (article === undefined) return { missing: ask.key, list: '/search', near: [] };
  const marks = marksOf(article, ctx);
  const facts = article.indicators.length + article.events.length;
  const { t } = ctx.words;
  return {
    title: titleOf(article),
    view: article,
    tables: [valuesTable(article.indicators), eventsTable(article.events)],
    body: html`<article class="story-page">
${head(article, marks, ctx)}
<div class="story-and-facts">
<div class="story"${langAttribute(article.lang)}>
${storyHtml(article, marks, ctx)}
${furniture(article, ctx)}
</div>
<div class="cards">
<h2>${t('facts')}</h2>
${facts === 0 ? html`<p class="empty">${t('noFacts')}</p>` : nothing}
${article.indicators.map((indicator) => indicatorCard(indicator, ctx))}
${article.events.map((event) => eventCard(event, ctx))}
${namedEntities(article, ctx)}
${unlessEmpty(
  article.issues,
  () =>
    html`<section class="issues"><h3>${t('issues')}</h3><ul>${article.issues.map((issue) => html`<li><code>${issue.code}</code> ${issue.detail}</li>`)}</ul></section>`,
)}
</div>
</div>
</article>`,
  };
};

function head(article: ArticleView, marks: readonly Mark<MarkKind>[], ctx: Context): Html {
  const line = headline(article);
  const { t, label } = ctx.words;
  const day = article.published === null ? t('publishedUnknown') : ctx.format.date(article.published);
  const kinds: readonly MarkKind[] = ['indicator', 'event', 'program', 'region', 'official', 'number'];
  return html`<header class="entity">
<p class="kind">${ctx.outlet(article.publisher)} · ${day} · ${label('lang', article.lang)}</p>
<h1${langAttribute(article.lang)}>${line === undefined ? titleOf(article) : markedParagraph(article.text, marks, line)}</h1>
<p class="facts">${originalLink(article.url, ctx)} · ${t('fetched')}: ${ctx.format.time(article.seen)}${
    article.authors.length === 0
      ? ''
      : html` · <span${langAttribute(article.lang)}>${article.authors.join(', ')}</span>`
  }</p>
<p class="legend"><span class="quiet">${t('legend')}:</span> ${kinds.map((kind) => html`<span class="hl hl-${kind}">${label('fact', kind)}</span> `)}</p>
</header>`;
}

/** Sections that are no story are shown under it, not in it. */
function storyHtml(article: ArticleView, marks: readonly Mark<MarkKind>[], ctx: Context): Html {
  const around = article.sections.filter((section) => section.kind !== 'body' && section.kind !== 'dateline');
  const paragraphs = paragraphsOf(article.text).filter(
    (p) => !around.some((section) => p.start >= section.start && p.end <= section.end),
  );
  const line = headline(article);
  const own = paragraphs.filter((p) => p.start !== line?.start);
  return own.length === 0
    ? html`<p class="empty">${ctx.words.t('noText')}</p>`
    : html`${own.map((p) => html`<p>${markedParagraph(article.text, marks, p)}</p>`)}`;
}

/** The paragraph of the text that is the headline again, if the text begins with it: it is shown once, with its facts. */
function headline(article: ArticleView): { readonly start: number; readonly end: number } | undefined {
  const [first] = paragraphsOf(article.text);
  if (first === undefined || article.title === null) return undefined;
  return article.text.slice(first.start, first.end).trim() === article.title.trim() ? first : undefined;
}

function furniture(article: ArticleView, ctx: Context): Html {
  const around = article.sections.filter((section) => section.kind !== 'body' && section.kind !== 'dateline');
  return unlessEmpty(
    around,
    () =>
      html`<details class="furniture"><summary lang="${ctx.lang}">${ctx.words.t('furniture')} (${ctx.format.number(around.length)})</summary><p class="note" lang="${ctx.lang}">${ctx.words.t('furnitureLead')}</p>${around.map(
        (section) =>
          html`<p><span class="badge" lang="${ctx.lang}">${ctx.words.label('section', section.kind)}</span> ${article.text.slice(section.start, section.end)}</p>`,
      )}</details>`,
  );
}

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
