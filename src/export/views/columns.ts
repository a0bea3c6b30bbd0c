import type { SourceRow } from '../../store/index.ts';
import { type Column, integer, text } from './view.ts';

/** Where a fact was read. */
export const source = <T extends SourceRow>(): Column<T>[] => [
  text('article_id', 'Id of the article; the same for ever.', (r) => r.articleId),
  text('url', 'Address of the article.', (r) => r.url),
  text('publisher', 'Key of the outlet.', (r) => r.publisher),
  text('lang', 'Language of the article: kk, ru, mixed, other, und.', (r) => r.lang),
  text('title', 'Headline.', (r) => r.title),
  text('published', 'Day or time of publication, as exact as the page gives it.', (r) => r.published),
  text('first_seen', 'When we first had the article, UTC.', (r) => r.seen),
];

/** The words that say it. */
export const quote = <
  T extends { quote: string; start: number; end: number; sentence: string; rule: string },
>(): Column<T>[] => [
  text('quote', 'The words of the article that say it.', (r) => r.quote),
  integer('start', 'Where the quote begins in the text, in UTF-16 code units.', (r) => r.start),
  integer('end', 'Where it ends, exclusive.', (r) => r.end),
  text('sentence', 'The sentence around the quote.', (r) => r.sentence),
  text('rule', 'Id of the rule that found it.', (r) => r.rule),
];
