import { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

/** The way to the pages before and after, or back from beyond the last; `anchor` is the heading of what is paged. */
export function pager(page: number, pages: number, anchor: string, ctx: Context): Html {
  const to = (n: number): string =>
    `${ctx.href(ctx.path, { ...ctx.query, page: n === 1 ? undefined : String(n) })}#${anchor}`;
  if (pages > 0 && page > pages)
    return html`<p class="empty">${ctx.words.t('pageBeyond')} <a href="${to(1)}">${ctx.words.t('firstPage')}</a></p>`;
  if (pages <= 1) return nothing;
  return html`<nav class="pager" aria-label="${ctx.words.t('shown')}">${
    page > 1
      ? html`<a rel="prev" href="${to(page - 1)}">← ${ctx.words.t('previous')}</a>`
      : html`<span></span>`
  }<span>${ctx.format.number(page)} / ${ctx.format.number(pages)}</span>${
    page < pages
      ? html`<a rel="next" href="${to(page + 1)}">${ctx.words.t('next')} →</a>`
      : html`<span></span>`
  }</nav>`;
}
