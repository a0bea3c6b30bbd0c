import type { ReadPage, Refusal } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';
import { articleIdOf } from '../store/index.ts';
import { articleOf } from './article-of.ts';
import type { Chain, FetchedBytes } from './chain.ts';

/** A page of a publisher, to be read under the address at which its article is kept. */
export interface StoryPage extends FetchedBytes {
  readonly publisher: string;
}

/** What stands on a page: an article with its facts, something else, or nothing that our reader or rules could bear. */
export type Story =
  | { readonly read: ReadPage; readonly facts: Facts; readonly ruleset: string }
  | { readonly refused: Refusal }
  | { readonly fault: string };

/** Milliseconds that went into two links of the chain. */
export interface Spent {
  read: number;
  extract: number;
}

/** Reads pages for a run, one after the other. Promises are kept in the order of the calls. */
export interface StoryReader {
  /** Version of the rules behind it, once they are loaded; rejects when they cannot be, and then no page can be read. */
  readonly ruleset: Promise<string>;
  /** Time spent so far. */
  readonly spent: Readonly<Spent>;
  /** Rejects only when nothing can be read any more. */
  read(page: StoryPage): Promise<Story>;
}

/** Reads one page, and adds the time it took to `spent`. A fault of our own reader or rules costs this page only. */
export function storyOf(page: StoryPage, chain: Chain, spent: Spent): Story {
  const { url, publisher } = page;
  let begun = performance.now();
  const took = (link: keyof Spent): void => {
    const now = performance.now();
    spent[link] += now - begun;
    begun = now;
  };
  try {
    const read = chain.read(page);
    took('read');
    if (read.refused !== undefined) return { refused: read.refused };
    const facts = chain.extract(articleOf({ ...read, url, publisher }, articleIdOf(url)));
    took('extract');
    return { read, facts, ruleset: chain.ruleset };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads in this very thread: for few pages, and for tests. */
export function readHere(chain: Chain): StoryReader {
  const spent: Spent = { read: 0, extract: 0 };
  const ruleset = Promise.resolve(chain.ruleset);
  return { ruleset, spent, read: async (page) => storyOf(page, chain, spent) };
}
