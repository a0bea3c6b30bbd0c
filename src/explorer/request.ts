import type { Context as HonoContext } from 'hono';
import { almatyDay } from '../core/clock.ts';
import type { Store } from '../store/index.ts';
import type { Site } from './app.ts';
import type { Context } from './context.ts';
import { address } from './context.ts';
import { preferredLang, requestedLang } from './i18n/lang.ts';
import { VOICES } from './i18n/voices.ts';

/** Runs looked through for one that brought samples; the demonstration makes it its first. */
const RUNS = 1_000;

/** Pages about the record of today, whatever is asked: a claim has days of its own, runs and method have no other state. */
const OF_TODAY: readonly string[] = ['/check', '/runs', '/about'];

/** The state of the record that a page is to show: what `?asOf=` says, where that means something. */
export const stateAsked = (c: HonoContext): string =>
  OF_TODAY.includes(pathOf(c)) ? '' : (c.req.query('asOf') ?? '');

/** The path of a page, whatever form of it is asked for. */
const pathOf = (c: HonoContext): string =>
  new URL(c.req.url).pathname.replace(/\.(?:json|csv|atom)$/, '').replace(/^\/index$/, '/');

/** What the parts of a page need, from a request; `asOf` is the state of the record that it shows. */
export function contextOf(c: HonoContext, site: Site, asOf = ''): Context {
  const { store, names, wholeArticles } = site;
  const url = new URL(c.req.url);
  const { hl, ...query } = c.req.query();
  const requested = requestedLang(hl);
  const lang = requested ?? preferredLang(c.req.header('Accept-Language'));
  return {
    lang,
    ...VOICES[lang],
    origin: site.address?.origin ?? url.origin,
    path: url.pathname.replace(/\.(?:json|csv)$/, ''),
    today: almatyDay(site.clock()),
    query,
    asOf,
    sample: isSample(store),
    wholeArticles,
    outlines: site.outlines,
    href: (path, more = {}, chosen = requested) =>
      address(path, { ...(OF_TODAY.includes(path) ? {} : { asOf }), ...more, hl: chosen }),
    outlet: (key) => (key === null ? '–' : names.outlet(key, lang)),
    place: names.place,
    program: names.program,
    concept: names.concept,
    indicator: (concept) => names.indicator(concept, lang),
    wordings: names.wordings,
    borderDays: names.borderDays,
    unit: (unit) => names.unit(unit, lang),
  };
}

/** Articles that the demonstration brought were never published; every page has to say so. */
function isSample(store: Store): boolean {
  try {
    return store.runs(RUNS).some((run) => run.kind === 'demo');
  } catch {
    // A store that cannot be read shows no article; the page that says so must not fail for the same reason.
    return false;
  }
}
