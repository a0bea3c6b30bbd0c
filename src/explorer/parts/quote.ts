import { html } from 'hono/html';
import type { Lang } from '../../core/article.ts';
import type { Html } from './html.ts';

/** What the quote stands in: its sentence, and where that begins in the article. */
export interface Quoted {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly sentenceStart: number;
  readonly lang: Lang;
}

/** The value of `lang=` for a text of the record; mixed and unknown texts get none. */
export const langTag = (lang: Lang): string | undefined =>
  lang === 'kk' || lang === 'ru' ? lang : undefined;

/** `lang="…"`, or nothing where we do not know it. */
export const langAttribute = (lang: Lang): Html => {
  const tag = langTag(lang);
  return tag === undefined ? html`` : html` lang="${tag}"`;
};

/** The sentence with the quoted words marked, in its own language. */
export function quoteHtml(q: Quoted): Html {
  const from = q.start - q.sentenceStart;
  const to = q.end - q.sentenceStart;
  const fits = from >= 0 && q.sentence.slice(from, to) === q.quote;
  const inside = fits
    ? html`${q.sentence.slice(0, from)}<mark>${q.quote}</mark>${q.sentence.slice(to)}`
    : html`<mark>${q.quote}</mark>`;
  return html`<blockquote${langAttribute(q.lang)}>${inside}</blockquote>`;
}
