import type { EventFact, IndicatorFact, Period } from '../../core/facts.ts';

const SIGNS = {
  '=': '',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'less than ',
  '<=': 'up to ',
  '~': 'about ',
} as const;

const number = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);

/** `2025`, `2025–2026`, `since 2020-09-01`. */
export function periodWords(period: Period | null): string {
  if (period === null) return '';
  const { from, to } = period;
  if (from === null) return to === null ? period.text : `until ${to}`;
  if (to === null) return `since ${from}`;
  return from === to ? from : `${from}–${to}`;
}

/** `opening`, `opening (planned)`. */
export const eventWords = ({ kind, status }: Pick<EventFact, 'kind' | 'status'>): string =>
  status === 'actual' ? kind : `${kind} (${status})`;

/** The part of a figure that its number is made of. */
export type Valued = Pick<
  IndicatorFact,
  'value' | 'high' | 'previous' | 'order' | 'comparator' | 'per' | 'unit'
>;

/** `more than 1,000 person`, `from 512 to 541 KZT`, `hundreds of person`. */
export function valueWords(fact: Valued): string {
  const per = fact.per === null ? '' : ` per ${fact.per}`;
  const unit = fact.unit === 'percent' ? ' %' : ` ${fact.unit.replaceAll('_', ' ')}`;
  if (fact.value === null)
    return `${fact.order === null ? 'some' : `${number(fact.order)}s of`}${unit}${per}`;
  const range = fact.high === null ? number(fact.value) : `${number(fact.value)}–${number(fact.high)}`;
  const before = fact.previous === null ? '' : `, before ${number(fact.previous)}`;
  return `${SIGNS[fact.comparator]}${range}${unit}${per}${before}`;
}

/** What is said about a figure besides its value: `change up, 2025, Казахстан, planned`. */
export function contextWords(fact: IndicatorFact, lang: 'kk' | 'ru'): string {
  return [
    [fact.measure === 'level' ? '' : fact.measure, fact.direction ?? ''].filter(Boolean).join(' '),
    fact.status === 'actual' ? '' : fact.status,
    periodWords(fact.period),
    fact.region?.name[lang] ?? '',
    fact.program?.name[lang] ?? '',
    fact.source ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}
