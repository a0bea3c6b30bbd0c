import { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { nameIn } from '../parts/source.ts';

/** Head of the page of a program, a region or an official: its kind, its names in both languages, what we have of it. */
export function entityHeader(
  kind: string,
  name: { readonly kk: string | null; readonly ru: string | null },
  facts: readonly string[],
  details: Html,
  ctx: Context,
): Html {
  const [lang, text] = nameIn(name, ctx);
  const other = lang === 'kk' ? ('ru' as const) : ('kk' as const);
  const second = name[other];
  return html`<header class="entity">
<p class="kind">${kind}</p>
<h1 lang="${lang}">${text}</h1>
${second === null || second === text ? nothing : html`<p class="other-name" lang="${other}">${second}</p>`}
<p class="facts">${facts.filter((fact) => fact !== '').join(' · ')}</p>
<dl class="details">${details}</dl>
</header>`;
}
