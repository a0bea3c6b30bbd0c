import type { Issue } from './issue.ts';

/** Languages a text can be in. `other` is a language we do not read, `und` too little text to tell. */
export type Lang = 'kk' | 'ru' | 'mixed' | 'other' | 'und';
/** The two languages Derek reads. */
export type ReadLang = 'kk' | 'ru';
export type Script = 'cyrillic' | 'latin' | 'arabic';

/** One article as it comes in (CONTRACT section 3). */
export interface ArticleInput {
  readonly id: string;
  readonly text: string;
  readonly title?: string | undefined;
  /** A hint; without it the language is detected. */
  readonly lang?: ReadLang | undefined;
  /** `YYYY-MM-DD` or an ISO time with offset. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
}

export type SectionKind = 'body' | 'dateline' | 'caption' | 'teaser' | 'promo' | 'credit' | 'partner';

/** Which of the three readers found the story. */
export type ReaderName = 'publisher' | 'json-ld' | 'generic';

/** Why a page is not an article. */
export type Refusal =
  | 'empty'
  | 'gallery'
  | 'live'
  | 'paywall'
  | 'challenge'
  | 'shell'
  | 'listing'
  | 'no-article'
  | 'too-large'
  | 'binary';

/** What the reader sees of one page: a line of `derek read`. */
export interface ReadPage {
  readonly path: string;
  readonly url: string | null;
  readonly title: string | null;
  /** The story alone, paragraphs joined by a newline. */
  readonly body: string;
  /** What stands around the story, in page order; never part of `body`. */
  readonly sections: readonly { readonly kind: SectionKind; readonly text: string }[];
  /** ISO time with the offset of Almaty on that day, or a bare day when the page gives only that. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly lang: Lang;
  readonly publisher: string | null;
  readonly reader: ReaderName;
  readonly refused?: Refusal;
  readonly issues: readonly Issue[];
}
