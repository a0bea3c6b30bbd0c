import { escapeText, type Safe } from './html.ts';
import type { Outlet, SampleArticle } from './samples.ts';

/** A file served as it is: robots.txt, sitemap, feed. */
export interface TextFile {
  readonly type: string;
  readonly body: string;
}

/** How one outlet lays out its site. All functions are pure. */
export interface Template {
  /** Path of an article, with or without a trailing slash as the outlet writes it. */
  readonly path: (article: SampleArticle) => string;
  readonly article: (site: Site, article: SampleArticle) => Safe;
  /** The listing at a path, or undefined where the outlet has none. `page` counts from 1. */
  readonly listing: (site: Site, path: string, page: number) => Safe | undefined;
  readonly files: (site: Site) => ReadonlyMap<string, TextFile>;
  /** What an article's path with a slash too many or too few gives: a redirect, or the page itself. */
  readonly otherSlash: 'redirect' | 'same';
}

/** One outlet with its articles, newest first. */
export interface Site {
  readonly outlet: Outlet;
  readonly template: Template;
  readonly articles: readonly SampleArticle[];
  readonly byPath: ReadonlyMap<string, SampleArticle>;
  readonly files: ReadonlyMap<string, TextFile>;
}

/** What the site says to a GET. `lastModified` is an ISO time. */
export interface Answer {
  readonly status: 200 | 301 | 404;
  readonly type: string;
  readonly body: string;
  readonly lastModified?: string;
  readonly location?: string;
}

const HTML = 'text/html; charset=utf-8';

/** Throws when two articles would share a path: their titles and times are too alike. */
export function buildSite(outlet: Outlet, template: Template, articles: readonly SampleArticle[]): Site {
  const own = articles.filter((a) => a.publisher === outlet.key);
  const byPath = new Map(own.map((a) => [template.path(a), a]));
  if (byPath.size < own.length) throw new Error(`${outlet.host}: two articles share one path`);
  const site = { outlet, template, articles: own, byPath };
  return { ...site, files: template.files({ ...site, files: new Map() }) };
}

/** The production URL of an article. */
export const urlOf = (site: Site, article: SampleArticle): string =>
  `https://${site.outlet.host}${site.template.path(article)}`;

/** What the site answers to a path with its query. */
export function answer(site: Site, target: string): Answer {
  const { pathname, searchParams } = new URL(target, `https://${site.outlet.host}`);
  const file = site.files.get(pathname);
  if (file) return { status: 200, ...file, ...newest(site) };
  const other = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  const moved = site.byPath.has(other);
  if (moved && site.template.otherSlash === 'redirect')
    return { status: 301, type: HTML, body: '', location: other };
  const article = site.byPath.get(moved ? other : pathname);
  if (article && article.kind !== 'gone') {
    const lastModified = article.modified ?? article.published;
    return { status: 200, type: HTML, body: page(site.template.article(site, article)), lastModified };
  }
  const listing = site.template.listing(site, pathname, pageNumber(searchParams.get('page')));
  if (listing) return { status: 200, type: HTML, body: page(listing), ...newest(site) };
  return { status: 404, type: HTML, body: notFound(site.outlet) };
}

const page = (markup: Safe): string => `<!DOCTYPE html>\n${markup.safe}\n`;

const newest = (site: Site): { lastModified?: string } => {
  const times = site.articles.map((a) => a.modified ?? a.published).sort();
  const last = times.at(-1);
  return last ? { lastModified: last } : {};
};

const pageNumber = (given: string | null): number => {
  const n = Number(given ?? '1');
  return Number.isSafeInteger(n) && n > 0 ? n : 1;
};

const notFound = (outlet: Outlet): string => {
  const words = outlet.lang === 'kk' ? 'Бет табылмады' : 'Страница не найдена';
  return `<!DOCTYPE html>\n<html lang="${outlet.lang}"><head><meta charset="utf-8"><title>404</title></head>
<body><h1>${words}</h1><a href="/">${escapeText(outlet.name)}</a></body></html>\n`;
};

/** The part of a list that one page of it shows, and whether there is a page after it. */
export function paged<T>(items: readonly T[], page: number, size: number): { items: T[]; more: boolean } {
  return { items: items.slice((page - 1) * size, page * size), more: items.length > page * size };
}
