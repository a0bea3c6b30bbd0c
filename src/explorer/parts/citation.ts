import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { address, type Query } from '../context.ts';
import { allVoices } from '../i18n/voices.ts';
import type { Html } from './html.ts';

/** What a citation needs to know of a page. */
export interface Citable {
  readonly title: string;
  /** What the address has to say for the page to show the same later; by default all that it said. */
  readonly permanent?: Query;
}

/** The address under which a page shows the same to every reader, in the language of each. */
export const permanentAddress = (page: Citable, ctx: Context): string =>
  ctx.origin + address(ctx.path, page.permanent ?? ctx.query);

/** How to cite a page, in the three languages, with its permanent address. */
export function citation(page: Citable, ctx: Context): Html {
  const { t } = ctx.words;
  const url = permanentAddress(page, ctx);
  return html`<details class="cite"><summary>${t('citeTitle')}</summary>
<dl>${allVoices.map(
    ([lang, { words, format }]) =>
      html`<dt lang="${lang}">${words.t('citeIn')}</dt><dd lang="${lang}">${words.t('cite', {
        title: page.title === '' ? words.t('tagline') : page.title,
        url,
        day: format.date(ctx.today),
      })}</dd>`,
  )}</dl>
<p>${t('permanent')}: <a rel="bookmark" href="${url}">${url}</a></p></details>`;
}
