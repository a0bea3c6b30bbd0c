import { html } from 'hono/html';
import type { ArticleView } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import type { Mark } from '../../parts/highlight.ts';
import type { Html } from '../../parts/html.ts';
import type { MarkKind } from '../../parts/marked-text.ts';
import { markedParagraph, paragraphsOf } from '../../parts/marked-text.ts';
import { originalLink } from '../../parts/source.ts';
import { titleOf } from '../../tables.ts';

type Marks = readonly Mark<MarkKind>[];
type Told = Pick<ArticleView, 'text' | 'title' | 'articleId' | 'sections'>;

/** Of an article that belongs to its outlet so much is quoted, as a share of its text. */
const MOST_QUOTED = 0.5;

/** The headline; where the text begins with it, with its facts. */
export function headlineHtml(article: Told, marks: Marks): Html {
  const line = headline(article);
  return line === undefined ? html`${titleOf(article)}` : markedParagraph(article.text, marks, line);
}

/** The stored text in its order, its facts marked; what stood around the story is dimmed and named. */
export function textHtml(article: Told, marks: Marks, ctx: Context): Html {
  const line = headline(article);
  const own = paragraphsOf(article.text).filter((p) => p.start !== line?.start);
  if (own.length === 0) return html`<p class="empty" lang="${ctx.lang}">${ctx.words.t('noText')}</p>`;
  return html`${own.map((p) => {
    const around = article.sections.find(
      ({ kind, start, end }) => kind !== 'body' && kind !== 'dateline' && p.start >= start && p.end <= end,
    );
    const words = markedParagraph(article.text, marks, p);
    return around === undefined
      ? html`<p>${words}</p>`
      : html`<p class="furniture"><span class="badge" lang="${ctx.lang}" title="${ctx.words.t('furnitureLead')}">${ctx.words.label('section', around.kind)}</span> ${words}</p>`;
  })}`;
}

/** The sentences that facts were taken from, at most half of the text: what others may be shown of an article. */
export function quotesHtml(article: ArticleView, marks: Marks, ctx: Context): Html {
  const places = [...article.indicators, ...article.events]
    .map(({ sentence, sentenceStart: start }) => ({ start, end: start + sentence.length }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((place, at, all) => place.start !== all[at - 1]?.start);
  const most = article.text.length * MOST_QUOTED;
  let quoted = 0;
  const shown = places.filter(({ start, end }) => {
    const fits = quoted + end - start <= most;
    if (fits) quoted += end - start;
    return fits;
  });
  return html`<p class="note" lang="${ctx.lang}">${ctx.words.t('quotesOnly')} ${originalLink(article.url, ctx)}</p>
${shown.map((place) => html`<blockquote>${markedParagraph(article.text, marks, place)}</blockquote>`)}`;
}

/** The paragraph of the text that is the headline again, if the text begins with it: it is shown once, with its facts. */
function headline(article: Told): { readonly start: number; readonly end: number } | undefined {
  const [first] = paragraphsOf(article.text);
  if (first === undefined || article.title === null) return undefined;
  return article.text.slice(first.start, first.end).trim() === article.title.trim() ? first : undefined;
}
