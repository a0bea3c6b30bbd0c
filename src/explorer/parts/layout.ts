import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { address } from '../context.ts';
import { LANG_NAMES, UI_LANGS } from '../i18n/lang.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { isDay } from '../query.ts';
import type { Citable } from './citation.ts';
import { citation, permanentAddress } from './citation.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';
import type { Table } from './table.ts';
import { csvAddress } from './table.ts';

const MENU: readonly (readonly [string, MessageKey])[] = [
  ['/programs', 'programs'],
  ['/regions', 'regions'],
  ['/officials', 'officials'],
  ['/stories', 'stories'],
  ['/check', 'check'],
  ['/search', 'search'],
  ['/runs', 'runs'],
  ['/about', 'about'],
];

/** What a page hands to the frame around it. */
export interface Framed extends Citable {
  readonly summary?: string;
  readonly body: Html;
  readonly tables: readonly Table[];
  /** Pages with a feed say where it is. */
  readonly feed?: unknown;
  /** Error pages have no twins. */
  readonly twins: boolean;
}

/** A whole document. It asks for nothing but its own style sheet, script and icon. */
export function layout(page: Framed, ctx: Context): Html {
  const { t } = ctx.words;
  const title = page.title === '' ? t('brand') : `${page.title} · ${t('brand')}`;
  return html`<!doctype html>
<html lang="${ctx.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${page.summary ?? t('tagline')}">
${page.twins ? openGraph(page, ctx) : nothing}
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/explorer.css">
<link rel="stylesheet" href="/public/figures.css">
<link rel="stylesheet" href="/public/reading.css">
${page.twins ? html`<link rel="alternate" type="application/json" href="${jsonAddress(ctx)}">` : ''}
${page.feed === undefined ? '' : html`<link rel="alternate" type="application/atom+xml" title="${t('feed')}" href="${ctx.href(`${ctx.path}.atom`)}">`}
${UI_LANGS.map((lang) => html`<link rel="alternate" hreflang="${lang}" href="${ctx.href(ctx.path, ctx.query, lang)}">`)}
<script type="module" src="/public/tables.js"></script>
<script type="module" src="/public/facts.js"></script>
<script type="module" src="/public/quotes.js"></script>
</head>
<body data-copy="${t('copyQuote')}" data-copied="${t('copied')}">
<a class="skip" href="#content">${t('skip')}</a>
<header class="top">
<a class="brand" href="${ctx.href('/')}"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><rect x="1" y="1" width="22" height="22" rx="5"></rect><path d="M6 8h12M6 12h7M6 16h10"></path><circle cx="17.5" cy="12" r="2"></circle></svg>${t('brand')}</a>
<nav class="menu" aria-label="${t('mainMenu')}">${MENU.map(([path, key]) => menuItem(path, t(key), ctx))}</nav>
<nav class="langs" aria-label="${t('langMenu')}">${UI_LANGS.map((lang) =>
    lang === ctx.lang
      ? html`<span aria-current="true" lang="${lang}">${LANG_NAMES[lang]}</span>`
      : html`<a href="${ctx.href(ctx.path, ctx.query, lang)}" hreflang="${lang}" lang="${lang}">${LANG_NAMES[lang]}</a>`,
  )}</nav>
</header>
${ctx.sample ? html`<div class="sample" role="note"><p><strong>${t('sampleTitle')}</strong> ${t('sample')}</p></div>` : ''}
<main id="content" tabindex="-1">
${ctx.asOf === '' ? nothing : pastNote(ctx)}
${page.body}
</main>
<footer class="bottom">
${page.twins ? citation(page, ctx) : nothing}
<p>${t('footer')}</p>
${page.twins ? twinLinks(page.tables, ctx) : nothing}
</footer>
</body>
</html>`;
}

/** Says that the page shows the record as it was, and leads to the page as it is. */
function pastNote(ctx: Context): Html {
  const { t } = ctx.words;
  const said = isDay(ctx.asOf)
    ? t('asOfDay', { when: ctx.format.date(ctx.asOf) })
    : t('asOfRelease', { when: ctx.asOf });
  return html`<p class="empty">${said} <a href="${ctx.href(ctx.path, { ...ctx.query, asOf: undefined })}">${t('asOfNow')}</a></p>`;
}

/** How a link to the page looks where it is passed on (ogp.me). */
function openGraph(page: Framed, ctx: Context): Html {
  const { t } = ctx.words;
  const say = (property: string, content: string): Html =>
    html`<meta property="og:${property}" content="${content}">`;
  return html`<link rel="canonical" href="${permanentAddress(page, ctx)}">
${say('type', 'article')}${say('site_name', t('brand'))}${say('locale', OG_LOCALES[ctx.lang])}
${say('title', page.title === '' ? t('tagline') : page.title)}${say('description', page.summary ?? t('tagline'))}
${say('url', permanentAddress(page, ctx))}${say('image', `${ctx.origin}/public/card.png`)}`;
}
const OG_LOCALES = { kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB' } as const;

const jsonAddress = (ctx: Context): string =>
  address(`${ctx.path === '/' ? '/index' : ctx.path}.json`, ctx.query);

function menuItem(path: string, name: string, ctx: Context): Html {
  const here = ctx.path === path || ctx.path.startsWith(`${path}/`);
  return html`<a href="${ctx.href(path)}"${here ? html` aria-current="${ctx.path === path ? 'page' : 'true'}"` : ''}>${name}</a>`;
}

function twinLinks(tables: readonly Table[], ctx: Context): Html {
  return html`<p class="twins">${ctx.words.t('thisPage')}: <a href="${jsonAddress(ctx)}">JSON</a>${tables.map(
    (table, at) =>
      html`<span class="dot"> · </span><a href="${csvAddress(table, at === 0, ctx)}">CSV: ${ctx.words.label('table', table.name)}</a>`,
  )}</p>`;
}
