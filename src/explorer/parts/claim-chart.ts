import { scaleLinear, scaleUtc } from 'd3-scale';
import { html } from 'hono/html';
import type { ObservationRow, Store } from '../../store/index.ts';
import type { EvidenceRow, Verdict, VerdictPart } from '../../verdict/index.ts';
import type { Context } from '../context.ts';
import { extentOf } from './chart/extent.ts';
import { momentOf } from './chart/plot.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';
import { valueHref } from './source.ts';
import { tickText, valueText } from './value.ts';

const HEIGHT = 220;
const EDGE = 24;
const DAY = 86_400_000;
/** So many times fit under a narrow chart; of more every second one is left out there. */
const FEW_TICKS = 3;
/** More dots could not be told apart. */
const MOST_DOTS = 200;

type Role = EvidenceRow['role'];
type Point = ObservationRow & { readonly value: number; readonly at: number; readonly role: Role | null };

/**
 * The series that a part of a claim speaks of, with the claim drawn on it: a line at its number, or a band where its
 * words leave room. Dots that decide bear their role; each leads to its sentence. Nothing when no number is near.
 */
export function claimChart(
  part: VerdictPart,
  evidence: ReadonlyMap<string, ObservationRow>,
  verdict: Verdict,
  store: Store,
  ctx: Context,
): Html {
  const points = pointsOf(part, evidence, verdict, store, ctx);
  const { value, unit, unitClass, measure } = part;
  if (value === null || unit === null || unitClass === null || measure === null || points.length === 0)
    return nothing;
  const said = valueText({ ...part, unit, unitClass, measure }, ctx);
  const counted = unitClass === 'count' ? ` · ${ctx.words.t('unit')}: ${ctx.unit(unit)}` : '';
  const caption = `${ctx.words.t('checkChart', { claim: said })}${counted}`;
  const times = [...points.map(({ at }) => at), Date.parse(verdict.asOf)];
  const room = Math.max((Math.max(...times) - Math.min(...times)) * 0.05, 20 * DAY);
  const x = scaleUtc()
    .domain([new Date(Math.min(...times) - room), new Date(Math.max(...times) + room)])
    .range([20, 95]);
  const y = scaleLinear()
    .domain(spanOf([...points.map((p) => p.value), value, part.high ?? value]))
    .nice(4)
    .range([HEIGHT - EDGE, EDGE]);
  const ticks = x.ticks(4);
  const across = (at: number): string => `${round(x(new Date(at)))}%`;
  return html`<figure class="claim-chart"><figcaption>${caption}</figcaption>
<svg width="100%" height="${HEIGHT + 24}" role="group" aria-label="${caption}">
${y.ticks(4).map((tick) => html`<line class="grid" x1="0" x2="100%" y1="${round(y(tick))}" y2="${round(y(tick))}"></line><text class="level" x="0" y="${round(y(tick)) - 4}">${tickText(tick, { unit, unitClass }, ctx)}</text>`)}
${claimShape(part, value, y)}
${ticks.map((tick, at) => html`<text class="time${at % 2 === 1 && ticks.length > FEW_TICKS ? ' minor' : ''}" x="${across(tick.getTime())}" y="${HEIGHT + 14}">${timeText(tick.toISOString().slice(0, 10), ctx)}</text>`)}
${[...points].sort((a, b) => weightOf(a) - weightOf(b)).map((point) => dot(point, across(point.at), round(y(point.value)), ctx))}
</svg></figure>`;
}

/** The values of the series that the nearest evidence belongs to, and the evidence itself; oldest first. */
function pointsOf(
  part: VerdictPart,
  evidence: ReadonlyMap<string, ObservationRow>,
  verdict: Verdict,
  store: Store,
  ctx: Context,
): readonly Point[] {
  const roles = new Map(verdict.evidence.map((e) => [e.observation, e.role]));
  const alike = (row: ObservationRow): boolean => row.unit === part.unit && row.measure === part.measure;
  // What decides may count in another word for the same unit; what is only near is drawn where it can be compared.
  const near = [...evidence.values()].filter(
    (row) =>
      alike(row) ||
      (row.unitClass === part.unitClass &&
        row.measure === part.measure &&
        roles.get(row.id) !== 'other_scope'),
  );
  const [base] = near;
  if (base === undefined) return [];
  const { indicator, unitClass, unit, measure, per, program, region } = base;
  const series = {
    indicator,
    unit: unitClass === 'count' ? 'count' : unit,
    measure,
    per,
    program: program?.key ?? null,
  };
  const filter = { to: verdict.asOf, ...(region === null ? {} : { region: region.id }) };
  const told = store.values
    .points(series, filter, MOST_DOTS)
    .filter(
      (row) => row.region?.id === region?.id && (row.published ?? row.seen).slice(0, 10) <= verdict.asOf,
    );
  const rows = new Map([...told, ...near].map((row) => [row.id, row]));
  return [...rows.values()]
    .flatMap((row): Point[] => {
      const at = heldAt(row, ctx);
      const { value } = row;
      return value === null || at === undefined
        ? []
        : [{ ...row, value, at, role: roles.get(row.id) ?? null }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(-MOST_DOTS);
}

/** When a value holds, in ms, as its other charts have it; undefined when nothing tells. */
function heldAt(row: ObservationRow, ctx: Context): number | undefined {
  const extent = extentOf(row);
  const time =
    row.status === 'actual' || row.status === 'rule' ? ctx.concept(row.indicator)?.time : undefined;
  return extent && momentOf(row, extent, time);
}

/** Bounds of the values; from zero where that costs little room. */
function spanOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least >= 0 && least < most / 2) return [0, most];
  return least === most ? [least * 0.9, most * 1.1] : [least, most];
}

/** What decides is drawn last: no dot beside it may hide it. */
const weightOf = ({ role }: Point): number => (role === null ? 0 : role === 'other_scope' ? 1 : 2);

/** «More than» reaches up, «less than» down, a range is a band, and a plain number a line. */
function claimShape(part: VerdictPart, value: number, y: (value: number) => number): Html {
  const at = round(y(value));
  const band = (top: number, bottom: number): Html =>
    html`<rect class="claim-band" x="0" width="100%" y="${top}" height="${Math.max(0, bottom - top)}"></rect>`;
  const edge = html`<line class="claim-line" x1="0" x2="100%" y1="${at}" y2="${at}"></line>`;
  if (part.high !== null) return html`${band(round(y(part.high)), at)}${edge}`;
  switch (part.comparator) {
    case '>':
    case '>=':
      return html`${band(0, at)}${edge}`;
    case '<':
    case '<=':
      return html`${band(at, HEIGHT)}${edge}`;
    case '=':
    case '~':
      return edge;
  }
}

function dot(point: Point, x: string, y: number, ctx: Context): Html {
  const when = (point.period && ctx.format.period(point.period)) ?? ctx.format.date(point.published ?? '');
  const role = point.role === null ? '' : `${ctx.words.label('evidence', point.role)}: `;
  const said = `${role}${when}: ${valueText(point, ctx)}, ${point.subject}`;
  return html`<a href="${valueHref(point, ctx)}" class="dot-${point.role ?? 'none'}${point.status === 'actual' ? '' : ' unsure'}" aria-label="${said}"><title>${said}</title><circle cx="${x}" cy="${y}" r="6"></circle></a>`;
}

const timeText = (day: string, ctx: Context): string =>
  day.endsWith('-01-01') ? day.slice(0, 4) : `${ctx.format.short(day.slice(0, 7))} ${day.slice(0, 4)}`;

const round = (value: number): number => Math.round(value * 100) / 100;
