import type { ArticleInput, ReadLang } from '../../core/article.ts';
import { isMoment } from './moment.ts';

export type Parsed = { readonly article: ArticleInput } | { readonly reason: string };

/** Reads one line of CONTRACT section 3; `reason` says which field was expected to be what. A null is as good as absent. */
export function parseArticle(line: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { reason: `expected one JSON object a line (${error instanceof Error ? error.message : error})` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'expected a JSON object with "id" and "text"' };
  return checkFields(new Map(Object.entries(value)));
}

function checkFields(fields: ReadonlyMap<string, unknown>): Parsed {
  const wrong: string[] = [];
  const text = (key: string, needed: boolean): string | undefined => {
    const value = fields.get(key) ?? undefined;
    if (typeof value === 'string' || (value === undefined && !needed)) return value;
    wrong.push(`"${key}": expected a string, got ${value === undefined ? 'nothing' : shown(value)}`);
    return undefined;
  };
  const article = {
    id: text('id', true) ?? '',
    text: text('text', true) ?? '',
    title: text('title', false),
    lang: text('lang', false),
    published: text('published', false),
    url: text('url', false),
    publisher: text('publisher', false),
  };
  if (article.id === '' && wrong.length === 0) wrong.push('"id": expected a name, got an empty string');
  if (article.lang !== undefined && !isReadLang(article.lang))
    wrong.push(`"lang": expected "kk" or "ru", or no "lang" at all, got ${shown(article.lang)}`);
  if (article.published !== undefined && !isMoment(article.published))
    wrong.push(
      `"published": expected YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+05:00, got ${shown(article.published)}`,
    );
  if (wrong.length > 0) return { reason: wrong.join('; ') };
  const lang = article.lang !== undefined && isReadLang(article.lang) ? article.lang : undefined;
  return { article: { ...article, lang } };
}

const isReadLang = (lang: string): lang is ReadLang => lang === 'kk' || lang === 'ru';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
