import { loadTerms } from '../../catalog/terms.ts';
import type { Lang } from '../../core/article.ts';
import type { SearchFilter, Snippet, Store } from '../../store/index.ts';
import { valueWords } from '../facts/words.ts';
import type { StoreOptions } from '../options.ts';
import { type Output, openOutput } from '../output.ts';
import { clip, counted, plain } from '../text.ts';
import { reading } from './open.ts';
import { sourceWords } from './source.ts';

export interface SearchOptions extends StoreOptions {
  readonly publisher?: string;
  readonly lang?: Lang;
  readonly from?: string;
  readonly to?: string;
  readonly program?: string;
  readonly region?: string;
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  readonly exact?: boolean;
  readonly asOf?: string;
  readonly limit: number;
}

const WIDTH = 110;

/** `derek search`: articles first, then figures, the best match first. */
export async function searchRecord(query: string, options: SearchOptions): Promise<void> {
  const output = openOutput(options);
  const answer = async (store: Store): Promise<void> => {
    const filter = filterOf(store, options, output);
    const result = store.search(query, filter);
    if (output.json) {
      await output.record({ query, filter, ...result });
      return;
    }
    for (const article of result.articles) {
      await output.line(clip(article.title ?? article.articleId, WIDTH));
      await output.line(`  ${plain(sourceWords(article))}`);
      await output.line(`  ${marked(article.snippet, output.terminal)}`);
    }
    if (result.facts.length > 0) await output.line('Figures');
    for (const fact of result.facts) {
      await output.line(`  ${clip(`${valueWords(fact)}: ${fact.subject}`, WIDTH - 2)}`);
      await output.line(`    ${marked(fact.snippet, output.terminal)}`);
      await output.line(`    ${plain(sourceWords(fact))}`);
    }
    output.note(
      `${shown(result.articles.length, result.totalArticles, 'article')}, ${shown(result.facts.length, result.totalFacts, 'figure')}`,
    );
  };
  const { asOf, exact } = options;
  await reading(options.db, answer, exact === true ? { asOf } : { asOf, terms: loadTerms() });
}

const shown = (here: number, all: number, what: string): string =>
  here === all ? counted(all, what) : `${here} of ${counted(all, what)}`;

/** Names become keys here; one that nothing bears filters everything away, which is what the person should see. */
function filterOf(store: Store, options: SearchOptions, output: Output): SearchFilter {
  const { publisher, lang, from, to, unit, least, most, exact, limit } = options;
  const key = (what: string, asked: string, found: string | undefined): string => {
    if (found === undefined) output.complain(`no ${what} of the record is called «${asked}»`);
    return found ?? asked;
  };
  const program =
    options.program && key('program', options.program, store.findPrograms(options.program)[0]?.key);
  const region = options.region && key('region', options.region, store.findRegions(options.region)[0]?.key);
  return {
    ...(publisher === undefined ? {} : { publisher }),
    ...(lang === undefined ? {} : { lang }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(program === undefined ? {} : { program }),
    ...(region === undefined ? {} : { region }),
    ...(unit === undefined ? {} : { unit }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(exact === undefined ? {} : { exact }),
    limit,
  };
}

/** A snippet with what was found in bold, on a terminal. */
function marked({ text, marks }: Snippet, terminal: boolean): string {
  if (!terminal) return plain(text);
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += `${plain(text.slice(at, start))}\x1b[1m${plain(text.slice(start, end))}\x1b[22m`;
    at = end;
  }
  return out + plain(text.slice(at));
}
