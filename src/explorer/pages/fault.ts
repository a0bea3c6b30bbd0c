import { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Missing } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';

/** What went wrong with a request: the one shape of all errors. */
export interface Fault extends Partial<Missing> {
  readonly status: 400 | 404 | 405 | 500;
  readonly code: 'bad-query' | 'not-found' | 'read-only' | 'failed';
  readonly detail?: string;
}

const TITLES: Readonly<Record<Fault['code'], MessageKey>> = {
  'bad-query': 'badQueryTitle',
  'not-found': 'notFoundTitle',
  'read-only': 'methodTitle',
  failed: 'failedTitle',
};

/** A page that says what went wrong and where to go on. */
export function faultBody(fault: Fault, ctx: Context): { readonly title: string; readonly body: Html } {
  const { t } = ctx.words;
  const title = t(TITLES[fault.code]);
  const words = (fault.missing ?? '').replace(/^~/, '').replaceAll('-', ' ');
  return {
    title,
    body: html`<div class="prose"><p class="kind">${String(fault.status)}</p><h1>${title}</h1>
${fault.missing === undefined ? nothing : html`<p>${t('notFoundWhat')} <code>${fault.missing}</code></p>`}
${fault.code === 'failed' ? html`<p>${t('failedWhat')}</p>` : nothing}
${fault.detail === undefined ? nothing : html`<p><code>${fault.detail}</code></p>`}
${
  fault.near === undefined || fault.near.length === 0
    ? nothing
    : html`<p>${t('notFoundNear')}:</p><ul>${fault.near.map(({ path, name }) => html`<li><a href="${ctx.href(path)}">${name}</a></li>`)}</ul>`
}
<ul>${fault.list === undefined || fault.list === '/search' ? nothing : html`<li><a href="${ctx.href(fault.list)}">${t('notFoundList')}</a></li>`}
<li><a href="${ctx.href('/search', { q: words })}">${t('notFoundSearch')}</a></li>
<li><a href="${ctx.href('/')}">${t('home')}</a></li></ul></div>`,
  };
}
