import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import { TILES } from '../i18n/tiles.ts';
import type { Html } from './html.ts';

/** Shades from 0 (nothing reported) to 5. */
const SHADES = 5;

/** The shade of a count among all counts: its rank among the different counts above zero. */
export function shadeOf(count: number, counts: readonly number[]): number {
  if (count <= 0) return 0;
  const steps = [...new Set(counts.filter((c) => c > 0))].sort((a, b) => a - b);
  if (steps.length <= 1) return Math.ceil(SHADES / 2);
  return 1 + Math.round((steps.indexOf(count) / (steps.length - 1)) * (SHADES - 1));
}

/** A map of squares, one a region, each a link; `counts` by region id, `here` the region whose page it stands on. */
export function tileMap(counts: ReadonlyMap<string, number>, ctx: Context, here?: string): Html {
  const all = TILES.map((t) => counts.get(t.id) ?? 0);
  return html`<ul class="tiles">${TILES.map((t) => {
    const count = counts.get(t.id) ?? 0;
    return html`<li class="tile-c${t.column} tile-r${t.row}"><a class="shade-${shadeOf(count, all)}" href="${ctx.href(pathOf('regions', t.id))}"${t.id === here ? html` aria-current="page"` : ''}><span>${t.short[ctx.lang]}</span> <b>${count === 0 ? '–' : ctx.format.number(count)}</b></a></li>`;
  })}</ul>`;
}
