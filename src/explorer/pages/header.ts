import { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { Html } from '../parts/html.ts';
import { joined, nothing } from '../parts/html.ts';
import { nameIn, unlessEmpty } from '../parts/source.ts';

/** Something known of an entity: what it is, and what we know. */
export type Detail = readonly [title: string, value: Html | string];

/** Head of the page of a program, a region or an official: its kind, its names in both languages, what we have of it. */
export function entityHeader(
  kind: string,
  name: { readonly kk: string | null; readonly ru: string | null },
  facts: readonly (Html | string)[],
  details: readonly Detail[],
  ctx: Context,
): Html {
  const [lang, text] = nameIn(name, ctx);
  const other = lang === 'kk' ? ('ru' as const) : ('kk' as const);
  const second = name[other];
  return html`<header class="entity">
<p class="kind">${kind}</p>
<h1 lang="${lang}">${text}</h1>
${second === null || second === text ? nothing : html`<p class="other-name" lang="${other}">${second}</p>`}
<p class="facts">${joined(
    facts.map((fact) => html`${fact}`),
    ' · ',
  )}</p>
${unlessEmpty(details, () => html`<dl class="details">${details.map(([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`)}</dl>`)}
</header>`;
}
