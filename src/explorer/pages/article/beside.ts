import { html } from 'hono/html';
import type { ArticleView, ObservationRow, StoryView } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { pathOf } from '../../context.ts';
import type { Mark } from '../../parts/highlight.ts';
import type { Html } from '../../parts/html.ts';
import type { MarkKind } from '../../parts/marked-text.ts';
import { langAttribute } from '../../parts/quote.ts';
import { originalLink } from '../../parts/source.ts';
import { valueText } from '../../parts/value.ts';
import { headlineHtml, textHtml } from './text.ts';

/** A value that both articles state, under one number. */
interface Pair {
  readonly number: number;
  readonly rows: readonly [ObservationRow, ObservationRow];
}

const anchor = (side: Side, number: number): string => `${side}-${number}`;
type Side = 'here' | 'there';

/**
 * Two articles of one story beside each other. A value that both state bears one number on either side, and each
 * leads to the other; a value that only one states is marked as that.
 */
export function besideHtml(here: ArticleView, there: ArticleView, story: StoryView, ctx: Context): Html {
  const pairs = pairsOf(here, there, story);
  const { t } = ctx.words;
  return html`<p class="note">${t('besideLead')}</p>
<p class="legend"><span class="hl hl-indicator">${t('inBoth')}</span> <span class="hl hl-alone">${t('inOne')}</span></p>
<div class="beside">${column('here', here, there, pairs, ctx)}${column('there', there, here, pairs, ctx)}</div>`;
}

/** Values of one point, in the order in which the first article states them. */
function pairsOf(here: ArticleView, there: ArticleView, story: StoryView): readonly Pair[] {
  return story.values
    .flatMap(({ said }): Pair['rows'][] => {
      const mine = said.find(({ articleId }) => articleId === here.articleId);
      const theirs = said.find(({ articleId }) => articleId === there.articleId);
      return mine === undefined || theirs === undefined ? [] : [[mine, theirs]];
    })
    .sort(([a], [b]) => a.start - b.start)
    .map((rows, at) => ({ number: at + 1, rows }));
}

function column(
  side: Side,
  article: ArticleView,
  other: ArticleView,
  pairs: readonly Pair[],
  ctx: Context,
): Html {
  const marks = marksOf(side, article, other, pairs, ctx);
  const { label } = ctx.words;
  const day = article.published === null ? '' : ` · ${ctx.format.date(article.published)}`;
  return html`<section class="story"${langAttribute(article.lang)}>
<p class="kind" lang="${ctx.lang}">${ctx.outlet(article.publisher)} · ${label('lang', article.lang)}${day} · ${originalLink(article.url, ctx)}</p>
<h2><a href="${ctx.href(pathOf('articles', article.articleId))}">${headlineHtml(article, [])}</a></h2>
${textHtml(article, marks, ctx)}</section>`;
}

function marksOf(
  side: Side,
  article: ArticleView,
  other: ArticleView,
  pairs: readonly Pair[],
  ctx: Context,
): readonly Mark<MarkKind>[] {
  const numbers = new Map(pairs.map(({ number, rows }) => [rows[side === 'here' ? 0 : 1].id, number]));
  // A value that an article states twice is paired once; said again it is still in both.
  const there = new Set(other.indicators.map(amountOf));
  return article.indicators.map((o) => {
    const number = numbers.get(o.id);
    const both = number !== undefined || there.has(amountOf(o));
    const mark = {
      start: o.start,
      end: o.end,
      kind: both ? ('indicator' as const) : ('alone' as const),
      label: `${ctx.words.t(both ? 'inBoth' : 'inOne')}: ${valueText(o, ctx)} ${o.subject}`,
    };
    if (number === undefined) return mark;
    return {
      ...mark,
      note: ctx.format.number(number),
      id: anchor(side, number),
      href: `#${anchor(side === 'here' ? 'there' : 'here', number)}`,
    };
  });
}

const amountOf = ({ value, high, unitClass }: ObservationRow): string => `${unitClass} ${value} ${high}`;
