import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { address, type Query } from '../context.ts';
import { allVoices } from '../i18n/voices.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

/** What a citation needs to know of a page. */
export interface Citable {
  readonly title: string;
  /** What the address has to say for the page to show the same later; by default all that it said. */
  readonly permanent?: Query;
  /** A release that holds the page as it was then, for ever. */
  readonly release?: string | undefined;
}

/** The address under which a page shows the same to every reader, in the language of each. */
export const permanentAddress = (page: Citable, ctx: Context): string =>
  ctx.origin + address(ctx.path, page.permanent ?? ctx.query);

/** An address as people read it: Cyrillic letters (U+0400 to U+04FF, two bytes each) as such, all else as it travels. */
export const readable = (url: string): string => url.replace(/%D[0-3]%[89AB][0-9A-F]/g, decodeURIComponent);

/** How to cite a page, in the three languages and for a bibliography, with its permanent address. */
export function citation(page: Citable, ctx: Context): Html {
  const { t } = ctx.words;
  const url = permanentAddress(page, ctx);
  return html`<details class="cite"><summary>${t('citeTitle')}</summary>
<dl>${allVoices.map(
    ([lang, { words, format }]) =>
      html`<dt lang="${lang}">${words.t('citeIn')}</dt><dd lang="${lang}">${words.t('cite', {
        title: page.title === '' ? words.t('tagline') : page.title,
        url: readable(url),
        day: format.date(ctx.today),
      })}</dd>`,
  )}<dt>BibTeX</dt><dd><pre>${bibtex(page.title === '' ? t('tagline') : page.title, url, ctx)}</pre></dd></dl>
<p>${t('permanent')}: <a rel="bookmark" href="${url}">${readable(url)}</a></p>${frozen(page, ctx)}</details>`;
}

/** The same page in the latest release, which later collecting does not change. */
function frozen({ release, permanent }: Citable, ctx: Context): Html {
  if (release === undefined || permanent !== undefined || ctx.asOf !== '') return nothing;
  const url = ctx.origin + address(ctx.path, { ...ctx.query, asOf: release });
  return html`<p>${ctx.words.t('frozen', { name: release })}: <a href="${url}">${readable(url)}</a></p>`;
}

/** An entry of a bibliography; its key is the same for one address for ever. */
function bibtex(title: string, url: string, ctx: Context): string {
  const key = createHash('sha256').update(url).digest('hex').slice(0, 8);
  const brand = ctx.words.t('brand');
  return `@misc{derek-${key},
  author = {{${brand}}},
  title = {{${escaped(title)}}},
  year = {${ctx.today.slice(0, 4)}},
  howpublished = {\\url{${url.replace(/[{}\\]/g, encodeURIComponent)}}},
  note = {${ctx.today}}
}`;
}

/** Text as TeX takes it: its own signs are escaped, braces and backslashes, which could end the entry, left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[%&#_$]/g, (sign) => `\\${sign}`)
    .replace(/[~^]/g, (sign) => `\\${sign}{}`)
    .replace(/\s+/g, ' ');
