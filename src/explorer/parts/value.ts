import { html } from 'hono/html';
import type { ObservationRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

/** The part of an observation that its number is made of. */
export type Valued = Pick<
  ObservationRow,
  | 'value'
  | 'high'
  | 'previous'
  | 'order'
  | 'comparator'
  | 'per'
  | 'unit'
  | 'unitClass'
  | 'measure'
  | 'direction'
>;

/** «астам», «более» and the like say more than a bare number: the sign stands before it. */
const SIGNS = { '=': '', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ', '~': '≈ ' } as const;
const CURRENCIES: Readonly<Record<string, string>> = { KZT: '₸', USD: '$', EUR: '€', RUB: '₽' };
const NBSP = '\u00a0';

/** A value as people read it: «> 45 000», «509 → 541 млрд ₸», «+4 %», «×5». */
export function valueText(o: Valued, ctx: Context): string {
  const per = o.per === null ? '' : ` ${perText(o.per, ctx)}`;
  if (o.value === null) {
    const order = o.order === null ? '?' : ctx.words.label('order', String(o.order));
    return `${order}${unitText(o, ctx)}${per}`;
  }
  const numbers = o.high === null ? amount(o.value, ctx) : `${amount(o.value, ctx)}–${amount(o.high, ctx)}`;
  const from = o.previous === null || o.measure !== 'level' ? '' : `${amount(o.previous, ctx)} → `;
  const before = o.unitClass === 'times' ? '×' : changeSign(o);
  return `${SIGNS[o.comparator]}${from}${before}${numbers}${unitText(o, ctx)}${per}`;
}

/** A number of an axis: as it would be told in the unit of `o`. */
export const tickText = (value: number, o: Pick<Valued, 'unit' | 'unitClass'>, ctx: Context): string =>
  `${o.unitClass === 'times' ? '×' : ''}${amount(value, ctx)}${unitText(o, ctx)}`;

/** The same with every digit, for a reader who wants to copy the number. */
export const valueInFull = (o: Valued, ctx: Context): string =>
  o.value === null ? valueText(o, ctx) : `${SIGNS[o.comparator]}${ctx.format.number(o.value)} ${o.unit}`;

/** A value with its arrow, and with all digits as the tool tip. */
export function valueHtml(o: Valued, ctx: Context): Html {
  const arrow = o.direction !== null && o.measure !== 'change' ? directionMark(o.direction, ctx) : nothing;
  return html`<data class="value" value="${o.value ?? ''}" title="${valueInFull(o, ctx)}">${valueText(o, ctx)}</data>${arrow}`;
}

const directionMark = (direction: 'up' | 'down', ctx: Context): Html => {
  const said = ctx.words.label('direction', direction);
  return html` <span class="direction" role="img" aria-label="${said}" title="${said}">${direction === 'up' ? '↑' : '↓'}</span>`;
};

const amount = (value: number, ctx: Context): string => ctx.format.amount(value);

const changeSign = (o: Valued): string =>
  o.measure !== 'change' || o.direction === null ? '' : o.direction === 'up' ? '+' : '−';

/** Counted things are not repeated after the number: what is counted stands beside it in the article's words. */
function unitText(o: Pick<Valued, 'unit' | 'unitClass'>, ctx: Context): string {
  switch (o.unitClass) {
    case 'count':
    case 'times':
      return '';
    case 'percent':
      return ctx.lang === 'ru' ? `${NBSP}%` : '%';
    case 'money':
      return `${NBSP}${CURRENCIES[o.unit] ?? ctx.unit(o.unit)}`;
    case 'percentage_point':
      return `${NBSP}${ctx.words.t('unit.percentage_point')}`;
    case 'measure':
      return `${NBSP}${ctx.unit(o.unit)}`;
  }
}

const perText = (per: string, ctx: Context): string => {
  const known = ctx.words.label('per', per);
  return known === per ? `/ ${per}` : known;
};
