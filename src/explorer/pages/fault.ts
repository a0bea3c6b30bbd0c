import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { type BadQuery, type Gone, type Missing, saidOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { LONGEST_ADDRESS } from '../query.ts';

/** What went wrong with a request: the one shape of all errors. */
export interface Fault extends Partial<Missing>, Partial<BadQuery>, Partial<Gone> {
  readonly status: 400 | 404 | 405 | 410 | 414 | 421 | 500 | 503;
  readonly code:
    | 'bad-query'
    | 'not-found'
    | 'read-only'
    | 'taken-out'
    | 'too-long'
    | 'wrong-host'
    | 'store-busy'
    | 'store-gone'
    | 'store-damaged'
    | 'failed';
  readonly detail?: string;
}

/** A page that says what went wrong and where to go on. */
export function faultBody(fault: Fault, ctx: Context): { readonly title: string; readonly body: Html } {
  const { t, label } = ctx.words;
  const title = t(`fault.${fault.code}`);
  const how = label('faultHow', fault.code).replace('{most}', ctx.format.number(LONGEST_ADDRESS));
  const words = (fault.missing ?? '').replace(/^~/, '').replaceAll('-', ' ');
  return {
    title,
    body: html`<div class="prose"><p class="kind">${String(fault.status)}</p><h1>${title}</h1>
${fault.missing === undefined ? nothing : html`<p>${t('notFoundWhat')} <code>${fault.missing}</code></p>`}
${how === fault.code ? nothing : html`<p>${how}</p>`}
${fault.badQuery === undefined ? nothing : html`<p>${saidOf(fault.badQuery, ctx.words)}</p>`}
${fault.gone === undefined ? nothing : html`<p>${t('takenOutOn', { day: ctx.format.date(fault.gone.at), reason: fault.gone.reason })}</p>`}
${fault.detail === undefined ? nothing : html`<p><code>${fault.detail}</code></p>`}
${
  fault.near === undefined || fault.near.length === 0
    ? nothing
    : html`<p>${t('notFoundNear')}:</p><ul>${fault.near.map(({ path, name }) => html`<li><a href="${ctx.href(path)}">${name}</a></li>`)}</ul>`
}
<ul>${(ctx.query['asOf'] ?? '') === '' ? nothing : html`<li><a href="${ctx.href(ctx.path, { ...ctx.query, asOf: undefined })}">${t('asOfNow')}</a></li>`}${fault.list === undefined || fault.list === '/search' ? nothing : html`<li><a href="${ctx.href(fault.list)}">${t('notFoundList')}</a></li>`}
<li><a href="${ctx.href('/search', { q: words })}">${t('notFoundSearch')}</a></li>
<li><a href="${ctx.href('/')}">${t('home')}</a></li></ul></div>`,
  };
}
