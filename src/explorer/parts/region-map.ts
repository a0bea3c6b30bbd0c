import { html } from 'hono/html';
import type { Position, RegionShape } from '../../catalog/region-map.ts';
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

/**
 * The regions, each a link, as dark as much is reported of it: squares, or the outlines that the operator gave.
 * `counts` by region id, `here` the region whose page it stands on.
 */
export function regionMap(counts: ReadonlyMap<string, number>, ctx: Context, here?: string): Html {
  const all = TILES.map((t) => counts.get(t.id) ?? 0);
  const tile = (id: string): Tile => {
    const count = counts.get(id) ?? 0;
    return {
      shade: shadeOf(count, all),
      href: ctx.href(pathOf('regions', id)),
      current: id === here ? html` aria-current="page"` : '',
      count: count === 0 ? '–' : ctx.format.number(count),
    };
  };
  return ctx.outlines === undefined ? tiles(tile, ctx) : outlines(ctx.outlines, tile, ctx);
}

interface Tile {
  readonly shade: number;
  readonly href: string;
  readonly current: Html | string;
  readonly count: string;
}

const tiles = (tile: (id: string) => Tile, ctx: Context): Html =>
  html`<ul class="tiles">${TILES.map((t) => {
    const { shade, href, current, count } = tile(t.id);
    return html`<li class="tile-c${t.column} tile-r${t.row}"><a class="shade-${shade}" href="${href}"${current}><span>${t.short[ctx.lang]}</span> <b>${count}</b></a></li>`;
  })}</ul>`;

const outlines = (map: OutlineMap, tile: (id: string) => Tile, ctx: Context): Html =>
  html`<svg class="outlines" viewBox="0 0 ${WIDTH} ${map.height}" role="group" aria-label="${ctx.words.t('regions')}">${TILES.map(
    (t) => {
      const outline = map.regions.get(t.id);
      if (outline === undefined) return '';
      const { shade, href, current, count } = tile(t.id);
      const [x, y] = outline.middle;
      const name = t.short[ctx.lang].replaceAll(SOFT_HYPHEN, '');
      return html`<a href="${href}"${current} aria-label="${name}: ${count}"><title>${name}: ${count}</title><path class="shade-${shade}" d="${outline.path}"/><text x="${x}" y="${y}">${name}</text></a>`;
    },
  )}</svg>`;

/** The outlines of the regions in the units of a picture. */
export interface OutlineMap {
  readonly height: number;
  readonly regions: ReadonlyMap<
    string,
    { readonly path: string; readonly middle: readonly [number, number] }
  >;
}

const WIDTH = 1_000;
const SOFT_HYPHEN = '\u00AD';
/** A point nearer than this to the one before it adds nothing that could be seen, and much that must be sent. */
const STEP = 4;
/** The parallel on which east and north have one scale: the middle of Kazakhstan. */
const TRUE_AT = Math.cos((48 * Math.PI) / 180);

/** Outlines for a picture `WIDTH` wide: degrees laid out flat, which is true enough for one country. */
export function outlineMap(shapes: readonly RegionShape[]): OutlineMap {
  const flat = ([lon, lat]: Position): Position => [lon * TRUE_AT, -lat];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of shapes)
    for (const ring of rings)
      for (const point of ring) {
        const [x, y] = flat(point);
        [left, right, top, bottom] = [
          Math.min(left, x),
          Math.max(right, x),
          Math.min(top, y),
          Math.max(bottom, y),
        ];
      }
  const scale = WIDTH / Math.max(right - left, 1e-6);
  const placed = (point: Position): Position => {
    const [x, y] = flat(point);
    return [Math.round((x - left) * scale), Math.round((y - top) * scale)];
  };
  return {
    height: Math.max(1, Math.min(2 * WIDTH, Math.round((bottom - top) * scale))),
    regions: new Map(
      shapes.map(({ id, rings }) => {
        const drawn = rings.map((ring) => thinned(ring.map(placed))).filter((ring) => ring.length > 2);
        const whole = drawn.length > 0 ? drawn : [square(placed(rings[0]?.[0] ?? [0, 0]))];
        return [id, { path: whole.map(pathOfRing).join(''), middle: middleOf(whole) }];
      }),
    ),
  };
}

function thinned(ring: readonly Position[]): readonly Position[] {
  const kept: Position[] = [];
  for (const point of ring) {
    const [x, y] = kept.at(-1) ?? [-Infinity, -Infinity];
    if (Math.hypot(point[0] - x, point[1] - y) >= STEP) kept.push(point);
  }
  return kept;
}

/** A city too small to be drawn has a mark of its own: nothing may be without a link. */
const square = ([x, y]: Position): readonly Position[] => [
  [x - STEP, y - STEP],
  [x + STEP, y - STEP],
  [x + STEP, y + STEP],
  [x - STEP, y + STEP],
];

const pathOfRing = (ring: readonly Position[]): string => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

/** The middle of the longest ring, where a name is written. */
function middleOf(rings: readonly (readonly Position[])[]): [number, number] {
  const [longest = []] = [...rings].sort((a, b) => b.length - a.length);
  const mean = (axis: 0 | 1): number =>
    Math.round(longest.reduce((sum, point) => sum + point[axis], 0) / Math.max(longest.length, 1));
  return [mean(0), mean(1)];
}
