import type { Context as HonoContext } from 'hono';
import type { Store } from '../store/index.ts';
import type { Site } from './app.ts';
import type { Context } from './context.ts';
import { address } from './context.ts';
import { formatOf } from './i18n/format.ts';
import { preferredLang, requestedLang, UI_LANGS, type UiLang } from './i18n/lang.ts';
import { wordsOf } from './i18n/messages.ts';

/** Words and formats are made once a language, not once a request. */
const VOICES = new Map(
  UI_LANGS.map((lang) => [lang, { words: wordsOf(lang), format: formatOf(lang) }] as const),
);

const voiceOf = (lang: UiLang) => VOICES.get(lang) ?? { words: wordsOf(lang), format: formatOf(lang) };

/** Runs looked through for one that brought samples; the demonstration makes it its first. */
const RUNS = 1_000;

/** What the parts of a page need, from a request. */
export function contextOf(c: HonoContext, { store, names, wholeArticles }: Site): Context {
  const { hl, ...query } = c.req.query();
  const requested = requestedLang(hl);
  const lang = requested ?? preferredLang(c.req.header('Accept-Language'));
  return {
    lang,
    ...voiceOf(lang),
    path: new URL(c.req.url).pathname,
    query,
    sample: isSample(store),
    wholeArticles,
    href: (path, more = {}, chosen = requested) => address(path, { ...more, hl: chosen }),
    outlet: (key) => (key === null ? '–' : names.outlet(key, lang)),
    place: names.place,
    program: names.program,
    concept: names.concept,
    indicator: (concept) => names.indicator(concept, lang),
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
