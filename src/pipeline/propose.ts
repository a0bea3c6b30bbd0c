import { learnPage, readPage } from '../article/index.ts';
import { type Publisher, type PublisherFile, parsePublisher } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import { WrongUsage } from '../core/errors.ts';

/** A publisher's file for an outlet that nobody has described, and what it makes of the page it was learned from. */
export interface Proposal {
  readonly file: PublisherFile;
  readonly publisher: Publisher;
  readonly page: ReadPage;
}

/**
 * Proposes a publisher's file from one page of an outlet. The proposal passes the checks of every publisher's file and was
 * tried on the page. Throws `WrongUsage` when the page is no article, or does not say where it stands and `url` is not given.
 */
export function propose(
  bytes: Uint8Array,
  about: { readonly url?: string | undefined; readonly contentType?: string | undefined; readonly now: Date },
): Proposal {
  const { now, contentType } = about;
  const learned = learnPage(bytes, contentType, now);
  const address = about.url ?? learned.canonical ?? undefined;
  if (address === undefined || !URL.canParse(address))
    throw new WrongUsage('the page does not say where it stands: give its address (--url)');
  const read = (publishers: readonly Publisher[]): ReadPage =>
    readPage({
      path: address,
      url: address,
      bytes,
      publishers,
      now,
      ...(contentType === undefined ? {} : { contentType }),
    });
  const generic = read([]);
  if (generic.refused !== undefined)
    throw new WrongUsage(`${address}: no article to learn from (${generic.refused})`);
  const { title, body, date, author, feeds, siteName } = learned;
  const url = new URL(address);
  const bare = url.hostname.replace(/^www\./, '');
  const key = bare.replace(/\.[a-z]+$/, '').replaceAll('.', '-');
  const lang = generic.lang === 'kk' ? 'kk' : 'ru';
  const isComplete = title.length > 0 && body.length > 0 && date.length > 0;
  const sources = [
    ...feeds
      .filter((feed) => URL.canParse(feed, address))
      .map((feed) => ({
        kind: 'rss' as const,
        url: new URL(feed, address).href.replace(/^http:/, 'https:'),
      })),
    { kind: 'sitemap' as const, url: `https://${url.hostname}/sitemap.xml` },
    { kind: 'listing' as const, url: `https://${url.hostname}/` },
  ];
  const guess = 'proposed from one page';
  const file: PublisherFile = {
    key,
    name: { kk: siteName ?? bare, ru: siteName ?? bare },
    outlet: key,
    hosts: [url.hostname, ...(url.hostname === bare ? [`www.${bare}`] : [bare])],
    languages: [lang],
    article: { paths: [pathPattern(url.pathname)], slash: url.pathname.endsWith('/') ? 'always' : 'never' },
    sources,
    layouts: isComplete
      ? [
          {
            title: [...title],
            body: [...body],
            date: [...date],
            ...(author.length > 0 && { author: [...author] }),
          },
        ]
      : [],
    verified: isComplete ? now.toISOString().slice(0, 7) : 'never',
    guesses: {
      'article.paths': guess,
      sources: 'not asked yet',
      expect: 'nobody has counted',
      languages: guess,
    },
    expect: { articlesPerWeekday: [1, 500], shareKazakh: lang === 'kk' ? [0.5, 1] : [0, 0.5] },
  };
  const publisher = parsePublisher(file);
  return { file, publisher, page: read([publisher]) };
}

/** The form of an article's path, from one: sections by their letters, slugs by what stands at their ends. */
export function pathPattern(path: string): string {
  const segments = path.split('/').filter((s) => s !== '');
  const last = segments.pop() ?? '';
  const shown = segments.map((s) => (/^(?:ru|kz|kk|qz|news|article|post|n|a)$/.test(s) ? s : '[a-z0-9_-]+'));
  return `/${[...shown, slugPattern(last)].join('/')}/?`;
}

function slugPattern(slug: string): string {
  const ending = /\.html?$/.exec(slug)?.[0].replace('.', '\\.') ?? '';
  const bare = ending === '' ? slug : slug.slice(0, slug.lastIndexOf('.'));
  if (/^\d+$/.test(bare)) return `\\d+${ending}`;
  if (/^\d+-/.test(bare)) return `\\d+-[^/]+${ending}`;
  const number = /[-_](\d{4,})$/.exec(bare);
  if (number) return `[^/]*[-_]\\d+${ending}`;
  const hex = /-((?=[a-f]*\d)[0-9a-f]{6,12})$/.exec(bare);
  return hex ? `[^/]*-[0-9a-f]{${hex[1]?.length}}${ending}` : `[^/]+${ending}`;
}
