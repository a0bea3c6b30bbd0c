import type { Publisher } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import { type Fetched, type Fetcher, firstJobs, limitsOf, readSource } from '../crawl/index.ts';
import type { Chain } from './chain.ts';

/** A publisher's file held against the outlet as it is now. */
export interface Checkup {
  readonly publisher: string;
  readonly verified: string;
  readonly sources: readonly {
    readonly url: string;
    readonly kind: string;
    /** Addresses of articles that it names. */
    readonly articles: number;
    readonly problem?: string;
  }[];
  /** One article, read; null when no source named one that could be fetched. */
  readonly article: {
    readonly url: string;
    readonly problem?: string;
    readonly reader?: ReadPage['reader'];
    readonly lang?: ReadPage['lang'];
    readonly title?: string | null;
    readonly published?: string | null;
    readonly authors?: readonly string[];
    /** Characters of the story. */
    readonly body?: number;
  } | null;
  /** What is wrong, in plain words; empty when the file can be trusted. */
  readonly problems: readonly string[];
}

/** Candidates that are tried before we say that no article can be read. */
const TRIES = 3;

/** Asks an outlet for each of its sources and for one article. Writes nothing; as polite as any run. */
export async function checkPublisher(
  publisher: Publisher,
  { fetcher, chain, clock }: { readonly fetcher: Fetcher; readonly chain: Chain; readonly clock: Clock },
): Promise<Checkup> {
  const named = new Set<string>();
  const sources: Checkup['sources'][number][] = [];
  const problems: string[] = [];
  const jobs = firstJobs(publisher);
  // An index of sitemaps names no article itself: one of its files stands for all.
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const { url, source } = job;
    const fetched = await fetcher.get(url, { limits: limitsOf(source) });
    if (fetched.kind !== 'page') {
      sources.push({ url, kind: source.kind, articles: 0, problem: whyNot(fetched) });
      continue;
    }
    try {
      const { articles, next, problem } = readSource(job, fetched, {});
      for (const article of articles) named.add(article.url);
      sources.push({
        url,
        kind: source.kind,
        articles: articles.length,
        ...(problem === undefined ? {} : { problem }),
      });
      const child = next.at(-1);
      if (articles.length === 0 && child !== undefined && child.depth > 0 && job.depth === 0)
        jobs.unshift(child);
    } catch (error) {
      sources.push({ url, kind: source.kind, articles: 0, problem: (error as Error).message });
    }
  }
  for (const { url, problem, articles, kind } of sources)
    if (problem !== undefined) problems.push(`${url}: ${problem}`);
    else if (articles === 0 && !(kind === 'sitemap' && named.size > 0))
      problems.push(`${url}: names no article`);

  let article: Checkup['article'] = null;
  for (const url of [...named].slice(0, TRIES)) {
    article = await readOne(url);
    if (article.problem === undefined) break;
  }
  if (article === null) problems.push('no article to read');
  else if (article.problem !== undefined) problems.push(`${article.url}: ${article.problem}`);
  else problems.push(...missing(article));
  return { publisher: publisher.key, verified: publisher.verified, sources, article, problems };

  async function readOne(url: string): Promise<NonNullable<Checkup['article']>> {
    const fetched = await fetcher.get(url);
    if (fetched.kind !== 'page') return { url, problem: whyNot(fetched) };
    const { body, contentType } = fetched;
    const page = chain.read({ url, body, contentType, now: clock() });
    if (page.refused !== undefined) return { url, problem: `no article: ${page.refused}` };
    const { reader, lang, title, published, authors } = page;
    const said = page.issues.map((i) => (i.at === undefined ? i.detail : `${i.at}: ${i.detail}`));
    problems.push(...said.map((detail) => `${url}: ${detail}`));
    return { url, reader, lang, title, published, authors, body: page.body.length };
  }

  function missing(read: NonNullable<Checkup['article']>): string[] {
    const has = {
      title: read.title != null,
      body: (read.body ?? 0) > 0,
      published: read.published != null,
      authors: (read.authors ?? []).length > 0,
    };
    return publisher.expect.fields.filter((f) => !has[f]).map((f) => `${read.url}: no ${f}`);
  }
}

function whyNot(fetched: Exclude<Fetched, { kind: 'page' }>): string {
  switch (fetched.kind) {
    case 'gone':
      return `HTTP ${fetched.status}`;
    case 'refused':
    case 'failed':
      return fetched.detail;
    case 'unchanged':
    case 'cancelled':
      return fetched.kind;
  }
}
