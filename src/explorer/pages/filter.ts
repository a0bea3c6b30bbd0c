import { html } from 'hono/html';
import type { Status } from '../../core/facts.ts';
import type { SlotTally, Store, ValueFilter, ValueScope } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Ask, BadQuery } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { badChoice, badDays, badLength, isDay, pageNumber } from '../query.ts';
import { nameText } from '../tables.ts';

/** Which values a page shows, and which part of their list. */
export interface Asked {
  readonly filter: ValueFilter;
  readonly page: number;
}

const STATUSES = ['actual', 'planned', 'forecast', 'denied', 'rule'] as const satisfies readonly Status[];
const LANGS = ['kk', 'ru', 'mixed', 'other', 'und'] as const;
const MEASURES = ['level', 'change', 'ratio'] as const;
/** Slots that take any text; a key that nothing has finds nothing. */
const KEYS = ['program', 'region', 'indicator', 'unit', 'per', 'publisher'] as const;
/** No key of ours is longer. */
const LONGEST = 500;

/** The filters of an address, on a page about `scope`. */
export function readFilter(ask: Ask, scope: ValueScope): Asked | BadQuery {
  const wrong =
    badDays(ask) ??
    badChoice(ask, 'status', STATUSES) ??
    badChoice(ask, 'lang', LANGS) ??
    badChoice(ask, 'measure', MEASURES) ??
    KEYS.map((key) => badLength(ask, key, LONGEST)).find((bad) => bad !== undefined);
  if (wrong !== undefined) return wrong;
  const page = pageNumber(ask);
  if (typeof page !== 'number') return page;
  const given = [...KEYS, 'status', 'lang', 'measure', 'from', 'to'].flatMap((slot) => {
    const value = ask.query[slot] ?? '';
    return value === '' ? [] : [[slot, value] as const];
  });
  return { filter: { ...Object.fromEntries(given), ...scope }, page };
}

/** Regions or programs that fit into a list to choose from. */
const MOST_CHOICES = 60;

/** The form of the filters; it works by the address alone. */
export function filterForm(store: Store, scope: ValueScope, ask: Ask, ctx: Context): Html {
  const { t, label } = ctx.words;
  const has = (name: string): string => ask.query[name] ?? '';
  const select = (name: string, title: MessageKey, options: readonly (readonly [string, string])[]): Html =>
    options.length === 0
      ? nothing
      : html`<label>${t(title)}<select name="${name}"><option value="">${t('any')}</option>${options.map(
          ([value, text]) =>
            html`<option value="${value}"${value === has(name) ? html` selected` : ''}>${text}</option>`,
        )}</select></label>`;
  const choices = (tallies: readonly SlotTally[]) =>
    tallies.slice(0, MOST_CHOICES).map(({ key, name }) => [key, nameText(name, ctx)] as const);
  const regions = scope.region === undefined ? choices(store.values.places(scope)) : [];
  const programs = scope.program === undefined ? choices(store.values.programs(scope)) : [];
  const outlets = store.tallies
    .outlets()
    .flatMap(({ key }) => (key === '' ? [] : [[key, ctx.outlet(key)] as const]));
  const used = Object.entries(ask.query).some(
    ([name, value]) => !['hl', 'page', 'asOf'].includes(name) && value !== '',
  );
  return html`<form class="filter" action="${ctx.path}" method="get">
${['hl', 'indicator', 'unit', 'measure', 'per'].map((name) => (has(name) === '' ? nothing : html`<input type="hidden" name="${name}" value="${has(name)}">`))}
<details class="filters"${used ? html` open` : ''}><summary>${t('filters')}</summary><div>
${select('region', 'region', regions)}
${select('program', 'program', programs)}
${select('publisher', 'outlet', outlets)}
${select(
  'lang',
  'language',
  (['kk', 'ru'] as const).map((lang) => [lang, label('lang', lang)]),
)}
${select(
  'status',
  'status',
  STATUSES.map((status) => [status, label('status', status)]),
)}
<label>${t('from')}<input type="date" name="from" value="${has('from')}"></label>
<label>${t('to')}<input type="date" name="to" value="${has('to')}"></label>
${stateField(ctx)}
<p><button>${t('apply')}</button>${used ? html` <a href="${ctx.href(ctx.path)}">${t('clearFilters')}</a>` : nothing}</p>
</div></details>
</form>`;
}

/** The day that the record is read as of, to be chosen; a release stays as it is. */
function stateField({ asOf, today, words }: Context): Html {
  if (asOf !== '' && !isDay(asOf)) return html`<input type="hidden" name="asOf" value="${asOf}">`;
  return html`<label>${words.t('checkAsOf')}<input type="date" name="asOf" value="${asOf}" max="${today}"></label>`;
}
