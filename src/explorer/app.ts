import { Hono } from 'hono';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../store/index.ts';
import type { Check } from '../verdict/index.ts';
import { guard } from './guard.ts';
import type { Names } from './names.ts';
import type { PageOf } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { articlePage } from './pages/article/page.ts';
import { checkPage } from './pages/check.ts';
import { homePage } from './pages/home.ts';
import { indicatorPage } from './pages/indicator.ts';
import { officialsPage, programsPage, regionsPage } from './pages/lists.ts';
import { officialPage } from './pages/official.ts';
import { programPage } from './pages/program.ts';
import { regionPage } from './pages/region.ts';
import { runsPage } from './pages/runs.ts';
import { searchPage } from './pages/search.ts';
import { storiesPage } from './pages/stories.ts';
import { storyPage } from './pages/story.ts';
import type { OutlineMap } from './parts/region-map.ts';
import { publicFile } from './public.ts';
import { FORMS, type Form, fault, faultOf, respond } from './respond.ts';

/** Pages about the record as a whole. */
const pages = (site: Site): readonly (readonly [path: string, page: PageOf])[] => [
  ['/', homePage],
  ['/programs', programsPage],
  ['/regions', regionsPage],
  ['/officials', officialsPage],
  ['/stories', storiesPage],
  ['/check', checkPage(site)],
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
  ['stories', storyPage],
];

/** What the pages are made from, and how they are served. */
export interface Site {
  readonly store: Store;
  readonly names: Names;
  readonly clock: Clock;
  readonly check: Check;
  /** Where others find these pages, when a web server in front has a name for them. */
  readonly address?: URL | undefined;
  /** Outlines of the regions where the operator gave a map. */
  readonly outlines?: OutlineMap | undefined;
  /** May a reader see an article in full, or only what is quoted from it? */
  readonly wholeArticles: boolean;
  /** Told about every failure that is our fault. */
  readonly complain: (error: unknown) => void;
}

/** The explorer as a function from requests to answers; it opens no port and writes nothing. */
export function createApp(site: Site): Hono {
  const app = new Hono();
  app.use(guard(site));
  app.get('/public/:file', (c) => {
    const file = publicFile(c.req.param('file'));
    if (file === undefined) return fault(c, site, { status: 404, code: 'not-found' });
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'max-age=600' });
  });
  const route = (path: string, page: PageOf, form: Form): void => {
    app.get(path, (c) => respond(c, site, page, form));
  };
  for (const [path, page] of pages(site))
    for (const form of FORMS)
      route(form === 'html' ? path : `${path === '/' ? '/index' : path}.${form}`, page, form);
  for (const [folder, page] of ENTITY_PAGES)
    for (const form of FORMS)
      route(form === 'html' ? `/${folder}/:key{.+}` : `/${folder}/:key{.+\\.${form}}`, page, form);
  app.notFound((c) => fault(c, site, { status: 404, code: 'not-found' }));
  app.onError((error, c) => {
    const what = faultOf(error, site.store);
    if (what.status === 500) site.complain(error);
    return fault(c, site, what);
  });
  return app;
}
