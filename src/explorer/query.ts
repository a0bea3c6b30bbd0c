import { WrongUsage } from '../core/errors.ts';
import type { Store } from '../store/index.ts';
import type { Ask, BadQuery } from './page.ts';

/** No page of ours needs a longer address: a claim has 2,000 letters at most, each of six characters in an address. */
export const LONGEST_ADDRESS = 14_000;

/** A calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** What is wrong with a field that takes a day or nothing; undefined when it is in order. */
export function badDay(ask: Ask, field: string): BadQuery | undefined {
  const text = ask.query[field] ?? '';
  return text === '' || isDay(text) ? undefined : { badQuery: { field, expected: 'expected.day' } };
}

/** What is wrong with a stretch of days, `from` and `to`; undefined when it is in order. */
export function badDays(ask: Ask): BadQuery | undefined {
  const { from = '', to = '' } = ask.query;
  const wrong = badDay(ask, 'from') ?? badDay(ask, 'to');
  if (wrong !== undefined || from === '' || to === '' || from <= to) return wrong;
  return { badQuery: { field: 'from', expected: 'expected.order', places: { other: 'to' } } };
}

const LAST_PAGE = 10_000;

/** The number of the page of a list, 1 when none is asked for. */
export function pageNumber(ask: Ask): number | BadQuery {
  const { page = '1' } = ask.query;
  const number = /^\d{1,9}$/.test(page) ? Number(page) : 0;
  if (number >= 1 && number <= LAST_PAGE) return number;
  const places = { least: '1', most: String(LAST_PAGE) };
  return { badQuery: { field: 'page', expected: 'expected.whole', places } };
}

/** What is wrong with a field that takes one of some words or nothing; undefined when it is in order. */
export function badChoice(ask: Ask, field: string, known: readonly string[]): BadQuery | undefined {
  const word = ask.query[field] ?? '';
  return word === '' || known.includes(word)
    ? undefined
    : { badQuery: { field, expected: 'expected.choice', places: { list: known.join(', ') } } };
}

/** What is wrong with a field that takes a text of some length; undefined when it is in order. */
export const badLength = (ask: Ask, field: string, most: number): BadQuery | undefined =>
  (ask.query[field] ?? '').length <= most
    ? undefined
    : { badQuery: { field, expected: 'expected.short', places: { most: String(most) } } };

/** The record as it was on the day, or in the release, that `asOf` names; as it is when it is empty. */
export function storeAsOf(store: Store, asOf: string): Store | BadQuery {
  if (asOf === '') return store;
  const unknown: BadQuery = { badQuery: { field: 'asOf', expected: 'expected.state' } };
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf) && !isDay(asOf)) return unknown;
  try {
    return store.at(asOf);
  } catch (error) {
    if (error instanceof WrongUsage) return unknown;
    throw error;
  }
}
