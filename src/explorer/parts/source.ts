import { html } from 'hono/html';
import type { EventRow, ObservationRow, SourceRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf, spanAnchor, webAddress } from '../context.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

/** Where a value stands in the stored article. */
export const valueHref = (o: Pick<ObservationRow, 'articleId' | 'start' | 'end'>, ctx: Context): string =>
  `${ctx.href(pathOf('articles', o.articleId))}#${spanAnchor('value', o.start, o.end)}`;

/** Where an event stands in the stored article. */
export const eventHref = (e: Pick<EventRow, 'articleId' | 'start' | 'end'>, ctx: Context): string =>
  `${ctx.href(pathOf('articles', e.articleId))}#${spanAnchor('event', e.start, e.end)}`;

/** A day in words, which does not break across lines; a dash for one that is not known. */
export const dayHtml = (day: string | null, ctx: Context): Html =>
  day === null ? html`–` : html`<time datetime="${day}">${ctx.format.date(day)}</time>`;

/** Outlet, day, the stored article at the very place, and the page it came from. */
export function sourceLine(
  source: Pick<SourceRow, 'publisher' | 'published' | 'lang' | 'url'> & { readonly quote?: string },
  stored: string,
  ctx: Context,
): Html {
  const { t, label } = ctx.words;
  const day = source.published === null ? t('publishedUnknown') : ctx.format.date(source.published);
  return html`<p class="source">
<span class="outlet">${ctx.outlet(source.publisher)}</span><span class="dot"> · </span>${
    source.published === null
      ? html`<span>${day}</span>`
      : html`<time datetime="${source.published}">${day}</time>`
  }<span class="dot"> · </span><span>${label('lang', source.lang)}</span><span class="dot"> · </span><a class="stored" href="${stored}">${t('stored')}</a><span class="dot"> · </span>${originalLink(source.url, ctx, source.quote)}
</p>`;
}

/** The page at the outlet, at the words `quote` of it, when its address is one that may be followed. */
export function originalLink(url: string | null, ctx: Context, quote?: string): Html {
  const address = webAddress(url);
  if (address === undefined) return html`<span class="quiet">${ctx.words.t('noOriginal')}</span>`;
  return html`<a class="original" rel="external noopener noreferrer" href="${quote === undefined ? address : atWords(address, quote)}"${quote === undefined ? nothing : html` data-page="${address}"`}>${ctx.words.t('original')}&nbsp;<span aria-hidden="true">↗</span></a>`;
}

/** Letters of a quote that an address gives in full; of longer ones it gives where they begin and end. */
const LONGEST_QUOTED = 80;
const WORDS_OF_END = 4;

/** An address at some words of its page, as browsers understand it (URL Fragment Text Directives, WICG). */
export function atWords(address: string, quote: string): string {
  const words = quote.trim().split(/\s+/u);
  const whole = quote.length <= LONGEST_QUOTED || words.length <= 2 * WORDS_OF_END;
  const pieces = whole
    ? [quote.trim()]
    : [words.slice(0, WORDS_OF_END).join(' '), words.slice(-WORDS_OF_END).join(' ')];
  const directive = pieces.map((piece) => encodeURIComponent(piece).replaceAll('-', '%2D')).join(',');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** A bilingual name in the language of the interface (Russian for English readers), in its own `lang`. */
export function nameHtml(
  name: { readonly kk: string | null; readonly ru: string | null },
  ctx: Context,
): Html {
  const [lang, text] = nameIn(name, ctx);
  return lang === ctx.lang || text === '' ? html`${text}` : html`<span lang="${lang}">${text}</span>`;
}

/** The name to show and the language it is in. */
export function nameIn(
  name: { readonly kk: string | null; readonly ru: string | null },
  ctx: Context,
): readonly ['kk' | 'ru', string] {
  const first = ctx.lang === 'kk' ? 'kk' : 'ru';
  const second = first === 'kk' ? 'ru' : 'kk';
  const own = name[first];
  return own !== null && own !== '' ? [first, own] : [second, name[second] ?? ''];
}

/** A link to a program, a region or an official. */
export const entityLink = (
  folder: 'programs' | 'regions' | 'officials',
  key: string,
  name: { readonly kk: string | null; readonly ru: string | null },
  ctx: Context,
): Html => html`<a href="${ctx.href(pathOf(folder, key))}">${nameHtml(name, ctx)}</a>`;

/** Nothing when there is nothing to show, so that a page has no empty sections. */
export const unlessEmpty = (rows: readonly unknown[], show: () => Html): Html =>
  rows.length === 0 ? nothing : show();
