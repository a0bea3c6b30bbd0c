import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import { DerekError } from '../core/errors.ts';
import type { Store } from '../store/index.ts';
import type { Names } from './names.ts';
import type { Answer, Page, PageOf } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { articlePage } from './pages/article.ts';
import type { Fault } from './pages/fault.ts';
import { faultBody } from './pages/fault.ts';
import { homePage } from './pages/home.ts';
import { indicatorPage } from './pages/indicator.ts';
import { officialsPage, programsPage, regionsPage } from './pages/lists.ts';
import { officialPage } from './pages/official.ts';
import { programPage } from './pages/program.ts';
import { regionPage } from './pages/region.ts';
import { runsPage } from './pages/runs.ts';
import { searchPage } from './pages/search.ts';
import { layout } from './parts/layout.ts';
import { csvOf } from './parts/table.ts';
import { publicFile } from './public.ts';
import { contextOf } from './request.ts';

/** Pages about the record as a whole. */
const PAGES: readonly (readonly [path: string, page: PageOf])[] = [
  ['/', homePage],
  ['/programs', programsPage],
  ['/regions', regionsPage],
  ['/officials', officialsPage],
  ['/search', searchPage],
  ['/runs', runsPage],
  ['/about', aboutPage],
];

/** Pages about one entity, `/folder/<key>`. */
const ENTITY_PAGES: readonly (readonly [folder: string, page: PageOf])[] = [
  ['programs', programPage],
  ['regions', regionPage],
  ['officials', officialPage],
  ['indicators', indicatorPage],
  ['articles', articlePage],
];

type Format = 'html' | 'json' | 'csv';
const TWINS: readonly Exclude<Format, 'html'>[] = ['json', 'csv'];

export interface AppOptions {
  readonly store: Store;
  readonly names: Names;
  /** Told about every failure that is our fault. */
  readonly complain: (error: unknown) => void;
}

/** The explorer as a function from requests to answers; it opens no port and writes nothing. */
export function createApp({ store, names, complain }: AppOptions): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') await next();
    else c.res = await fault(c, store, names, { status: 405, code: 'read-only' });
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.get('/public/:file', (c) => {
    const file = publicFile(c.req.param('file'));
    if (file === undefined) return fault(c, store, names, { status: 404, code: 'not-found' });
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'max-age=600' });
  });
  const route = (path: string, page: PageOf, format: Format): void => {
    app.get(path, (c) => respond(c, store, names, page, format));
  };
  for (const [path, page] of PAGES) {
    route(path, page, 'html');
    for (const twin of TWINS) route(`${path === '/' ? '/index' : path}.${twin}`, page, twin);
  }
  for (const [folder, page] of ENTITY_PAGES) {
    for (const twin of TWINS) route(`/${folder}/:key{.+\\.${twin}}`, page, twin);
    route(`/${folder}/:key{.+}`, page, 'html');
  }
  app.notFound((c) => fault(c, store, names, { status: 404, code: 'not-found' }));
  app.onError((error, c) => {
    complain(error);
    const detail = error instanceof DerekError ? { detail: error.message } : {};
    return fault(c, store, names, { status: 500, code: 'failed', ...detail });
  });
  return app;
}

/** Nothing may be loaded, sent or framed but by ourselves. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Accept-Language',
};

function respond(
  c: HonoContext,
  store: Store,
  names: Names,
  pageOf: PageOf,
  format: Format,
): Response | Promise<Response> {
  const ctx = contextOf(c, store, names);
  const key = keyOf(c.req.param('key') ?? '', format);
  const answer: Answer = pageOf(store, { key, query: c.req.query() }, ctx);
  if ('missing' in answer) return fault(c, store, names, { status: 404, code: 'not-found', ...answer });
  if ('badQuery' in answer)
    return fault(c, store, names, { status: 400, code: 'bad-query', detail: answer.badQuery });
  switch (format) {
    case 'json':
      return json(c, answer.view, 200);
    case 'csv':
      return csv(c, store, names, answer);
    case 'html':
      return c.html(layout({ ...answer, twins: true }, ctx), 200, { 'Cache-Control': 'no-cache' });
  }
}

const keyOf = (key: string, format: Format): string =>
  format === 'html' ? key : key.slice(0, -(format.length + 1));

const json = (c: HonoContext, value: unknown, status: 200 | Fault['status']): Response =>
  c.body(`${JSON.stringify(value, null, 1)}\n`, status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-cache',
  });

function csv(c: HonoContext, store: Store, names: Names, page: Page): Response | Promise<Response> {
  const asked = c.req.query('table');
  const table = asked === undefined ? page.tables[0] : page.tables.find(({ name }) => name === asked);
  if (table === undefined) {
    const known = page.tables.map(({ name }) => name).join(', ');
    return fault(c, store, names, {
      status: 400,
      code: 'bad-query',
      detail: `table: expected one of ${known}`,
    });
  }
  return c.body(csvOf(table), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `inline; filename="derek-${table.name}.csv"`,
    'Cache-Control': 'no-cache',
  });
}

/** One shape for everything that goes wrong, in the form that was asked for. */
function fault(c: HonoContext, store: Store, names: Names, what: Fault): Response | Promise<Response> {
  const path = c.req.path;
  const headers: Record<string, string> = what.status === 405 ? { Allow: 'GET, HEAD' } : {};
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const shape = {
    status: what.status,
    code: what.code,
    path,
    detail: what.detail ?? null,
    near: what.near ?? [],
  };
  if (path.endsWith('.json')) return json(c, { error: shape }, what.status);
  if (path.endsWith('.csv')) {
    const { near: _near, ...row } = shape;
    return c.body(csvOf({ columns: Object.keys(row), rows: [Object.values(row)] }), what.status, {
      'Content-Type': 'text/csv; charset=utf-8',
    });
  }
  const ctx = contextOf(c, store, names);
  return c.html(layout({ ...faultBody(what, ctx), tables: [], twins: false }, ctx), what.status);
}
