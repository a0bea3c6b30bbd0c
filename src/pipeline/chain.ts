import { readPage } from '../article/index.ts';
import type { Publisher } from '../catalog/publishers.ts';
import type { ArticleInput, ReadPage } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';

/** A page as it was fetched, and what is known of it beside its bytes. */
export interface FetchedBytes {
  /** The address under which the article is kept. */
  readonly url: string;
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** «Today» on a page is the day it was fetched. */
  readonly now: Date;
}

/** The links between a fetched page and the store, both pure: what stands on the page, and what its text says. */
export interface Chain {
  readonly read: (page: FetchedBytes) => ReadPage;
  readonly extract: (article: ArticleInput) => Facts;
  /** Version of the rules behind `extract`. */
  readonly ruleset: string;
}

/** Joins the reader for the pages of these publishers with an extractor. */
export const chainOf = (
  publishers: readonly Publisher[],
  extractor: { extract(article: ArticleInput): Facts },
  ruleset: string,
): Chain => ({
  read: ({ url, body, contentType, now }) =>
    readPage({
      path: url,
      url,
      bytes: body,
      publishers,
      now,
      ...(contentType === undefined ? {} : { contentType }),
    }),
  extract: (article) => extractor.extract(article),
  ruleset,
});
