import type { ObservationRow, Store } from '../store/index.ts';
import type { Context, Query } from './context.ts';
import type { MessageKey, Words } from './i18n/messages.ts';
import type { Html } from './parts/html.ts';
import type { Table } from './parts/table.ts';

/** What is asked of a page: the last step of its path, and its query. */
export interface Ask {
  /** Key of the entity; empty for pages that are not about one. */
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A page in all its forms: the view is the JSON twin, the tables are the CSV files, the body is for people. */
export interface Page {
  readonly title: string;
  /** One sentence for those who see only a link to the page. */
  readonly summary?: string;
  /** What the address has to say for the page to show the same later; by default all that it said. */
  readonly permanent?: Query;
  readonly view: unknown;
  readonly tables: readonly Table[];
  /** What came into the record last, for pages that have an Atom feed. */
  readonly feed?: () => readonly ObservationRow[];
  readonly body: Html;
}

/** Nothing is filed under that key; `near` are entries the reader may have meant. */
export interface Missing {
  readonly missing: string;
  /** The list that the key was looked up in. */
  readonly list: string;
  readonly near: readonly { readonly path: string; readonly name: string }[];
}

/** The query cannot be answered: which of its fields is wrong, and what was expected there. */
export interface BadQuery {
  readonly badQuery: {
    readonly field: string;
    readonly expected: Extract<MessageKey, `expected.${string}`>;
    /** Fills the `{name}` places of that message. */
    readonly places?: Readonly<Record<string, string>>;
  };
}

/** What was under that key was taken out of the record, when and why. */
export interface Gone {
  readonly gone: { readonly at: string; readonly reason: string };
}

export type Answer = Page | Missing | BadQuery | Gone;
export type PageOf = (store: Store, ask: Ask, ctx: Context) => Answer;

/** What is wrong with a query, in words. */
export const saidOf = ({ field, expected, places }: BadQuery['badQuery'], words: Words): string =>
  words.t('expected', { field, what: words.t(expected, places) });
