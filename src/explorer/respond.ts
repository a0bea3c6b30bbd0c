import { existsSync } from 'node:fs';
import type { Context as HonoContext } from 'hono';
import { DerekError, StoreDamaged, StoreLocked } from '../core/errors.ts';
import type { Store } from '../store/index.ts';
import type { Site } from './app.ts';
import { wordsOf } from './i18n/messages.ts';
import { type Page, type PageOf, saidOf } from './page.ts';
import type { Fault } from './pages/fault.ts';
import { faultBody } from './pages/fault.ts';
import { atomFeed } from './parts/atom.ts';
import { layout } from './parts/layout.ts';
import { csvLines } from './parts/table.ts';
import { storeAsOf } from './query.ts';
import { contextOf, stateAsked } from './request.ts';

/** What a page can be asked for as. */
export type Form = 'html' | 'json' | 'csv' | 'atom';
/** The twins first: `/programs/x.json` is no program. */
export const FORMS: readonly Form[] = ['json', 'csv', 'atom', 'html'];

/** Errors are told in English where a program reads them. */
const ENGLISH = wordsOf('en');

/** Makes a page and gives it the form that was asked for. */
export function respond(
  c: HonoContext,
  site: Site,
  pageOf: PageOf,
  form: Form,
): Response | Promise<Response> {
  if (!existsSync(site.store.file)) return fault(c, site, { status: 503, code: 'store-gone' });
  const asOf = stateAsked(c);
  const store = storeAsOf(site.store, asOf);
  if ('badQuery' in store) return fault(c, site, { status: 400, code: 'bad-query', ...store });
  const ctx = contextOf(c, site, asOf);
  const key = keyOf(c.req.param('key') ?? '', form);
  const answer = pageOf(store, { key, query: c.req.query() }, ctx);
  if ('missing' in answer) return fault(c, site, { status: 404, code: 'not-found', ...answer });
  if ('badQuery' in answer) return fault(c, site, { status: 400, code: 'bad-query', ...answer });
  if ('gone' in answer) return fault(c, site, { status: 410, code: 'taken-out', ...answer });
  switch (form) {
    case 'json':
      return json(c, answer.view, 200);
    case 'csv':
      return csv(c, site, answer);
    case 'atom':
      if (answer.feed === undefined) return fault(c, site, { status: 404, code: 'not-found' });
      return c.body(`${atomFeed(answer.title, answer.feed(), ctx.origin, ctx)}`, 200, {
        'Content-Type': 'application/atom+xml; charset=utf-8',
        'Cache-Control': 'no-cache',
      });
    case 'html':
      return c.html(layout({ ...answer, twins: true, release: latestRelease(site.store) }, ctx), 200, {
        'Cache-Control': 'no-cache',
      });
  }
}

/** The release that was frozen last, for those who cite what will not change. */
const latestRelease = (store: Store): string | undefined => store.care.releases()[0]?.name;

const keyOf = (key: string, form: Form): string => (form === 'html' ? key : key.slice(0, -(form.length + 1)));

const json = (c: HonoContext, value: unknown, status: 200 | Fault['status']): Response =>
  c.body(`${JSON.stringify(value, null, 1)}\n`, status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-cache',
  });

function csv(c: HonoContext, site: Site, page: Page): Response | Promise<Response> {
  const asked = c.req.query('table');
  const table = asked === undefined ? page.tables[0] : page.tables.find(({ name }) => name === asked);
  if (table === undefined) {
    const list = page.tables.map(({ name }) => name).join(', ');
    const badQuery = { field: 'table', expected: 'expected.choice', places: { list } } as const;
    return fault(c, site, { status: 400, code: 'bad-query', badQuery });
  }
  return c.body(streamOf(csvLines(table)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `inline; filename="derek-${table.name}.csv"`,
    'Cache-Control': 'no-cache',
  });
}

/** Text in pieces of some size, made as they are asked for: a table of a million rows is never in memory. */
function streamOf(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let piece = '';
      while (piece.length < PIECE) {
        const next = lines.next();
        if (next.done === true) break;
        piece += next.value;
      }
      if (piece === '') controller.close();
      else controller.enqueue(encoder.encode(piece));
    },
  });
}
const PIECE = 65_536;

/** What an error means to whoever asked for a page. */
export function faultOf(error: unknown, store: Pick<Store, 'file'>): Fault {
  if (error instanceof StoreLocked) return { status: 503, code: 'store-busy' };
  if (!existsSync(store.file)) return { status: 503, code: 'store-gone' };
  if (error instanceof StoreDamaged) return { status: 500, code: 'store-damaged' };
  return { status: 500, code: 'failed', ...(error instanceof DerekError ? { detail: error.message } : {}) };
}

/** One shape for everything that goes wrong, in the form that was asked for. */
export function fault(c: HonoContext, site: Site, what: Fault): Response | Promise<Response> {
  const { path } = c.req;
  if (what.status === 405) c.header('Allow', 'GET, HEAD');
  if (what.status === 503) c.header('Retry-After', '5');
  const shape = {
    status: what.status,
    code: what.code,
    path,
    detail: what.badQuery === undefined ? (what.detail ?? null) : saidOf(what.badQuery, ENGLISH),
    near: what.near ?? [],
  };
  if (path.endsWith('.json')) return json(c, { error: shape }, what.status);
  if (path.endsWith('.csv')) {
    const { near: _near, ...row } = shape;
    const lines = csvLines({ columns: Object.keys(row), rows: [Object.values(row)] });
    return c.body([...lines].join(''), what.status, {
      'Content-Type': 'text/csv; charset=utf-8',
    });
  }
  const ctx = contextOf(c, site);
  return c.html(layout({ ...faultBody(what, ctx), tables: [], twins: false }, ctx), what.status);
}
