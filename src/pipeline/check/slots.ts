import type { IndicatorFact } from '../../core/facts.ts';
import { searchKeys } from '../../language/index.ts';
import { type EvidenceObservation, keyOf } from '../../store/index.ts';
import {
  type Amount,
  type ClaimPart,
  type Scope,
  type Statement,
  ulpOf,
  type Word,
} from '../../verdict/index.ts';
import type { Wording } from './wording.ts';

/** How much a word with some keys tells of what a number is about, 0..1. */
export type Rarity = (keys: readonly string[]) => number;

/** Fills the slots that a verdict compares, the same way for a claim and for the record. */
export interface Slots {
  part(fact: IndicatorFact, claim: string): ClaimPart;
  statement(row: EvidenceObservation): Statement;
}

export function slots(wording: Wording, rarity: Rarity): Slots {
  const words = (text: string, keep: (key: string) => boolean): Word[] =>
    wording
      .terms(text)
      .filter((keys) => keys.every(keep))
      .map((keys) => ({
        keys,
        weight: rarity(wording.alternatives(keys).filter((key) => !key.endsWith('*'))),
      }));

  /** Words of the subject and around it, without those that have slots of their own: names, units, times. */
  const terms = (fact: Stated, around: string): Pick<Scope, 'terms' | 'context'> => {
    const names = [fact.region?.name.kk, fact.region?.name.ru, fact.program?.name.kk, fact.program?.name.ru];
    const named = new Set(searchKeys(`${names.join(' ')} ${fact.period?.text ?? ''}`));
    const unit = wording.unitKeys(fact.unit);
    const keep = (key: string): boolean =>
      !named.has(key) && !unit.has(key) && !wording.isEmpty(key) && !/^\d/.test(key);
    return { terms: words(fact.subject, keep), context: words(`${around} ${fact.quote}`, keep) };
  };

  const amount = (fact: Stated, around: string): Amount => {
    const { value, high, order, comparator, quote } = fact;
    const at = Math.max(0, around.indexOf(quote));
    const hedged = comparator === '~' || comparator === '>';
    const near = hedged
      ? wording.nearness(fact.hedge ?? '', `${around.slice(Math.max(0, at - 20), at)} ${quote}`)
      : null;
    return {
      value,
      high,
      order,
      comparator,
      nearness: (near === 'slightly') === (comparator === '>') ? near : null,
      ulp: value === null ? 1 : ulpOf(quote, value),
    };
  };

  return {
    // A claim says «in force» by naming no time: what its day of publication would tell is not said.
    part: (fact, claim) => ({
      ...scope({ ...fact, period: fact.inferred.includes('period') ? null : fact.period }),
      program: fact.program && keyOf(fact.program.id, fact.program.name.ru),
      ...terms(fact, claim),
      quote: fact.quote,
      amount: amount(fact, claim),
    }),
    statement: (row) => ({
      ...scope(row),
      program: row.program?.key ?? null,
      ...terms(row, `${row.title ?? ''} ${row.sentence}`),
      passage: words(row.before, (key) => !wording.isEmpty(key)),
      id: row.id,
      amount: amount(row, row.sentence),
      known: (row.published ?? row.seen).slice(0, 10),
      origin: row.articleId,
      periodInferred: row.inferred.includes('period'),
      regionInferred: row.inferred.includes('region'),
    }),
  };
}

type Stated = Omit<IndicatorFact, 'program'> & {
  readonly program: { readonly name: { readonly kk: string; readonly ru: string } } | null;
};

const scope = (fact: Stated): Omit<Scope, 'program' | 'terms' | 'context'> => ({
  unit: fact.unit,
  unitClass: fact.unitClass,
  measure: fact.measure,
  direction: fact.direction,
  per: fact.per,
  status: fact.status,
  concept: fact.concept,
  region: fact.region?.id ?? null,
  period: fact.period,
});
