import type { Lang } from '../../core/article.ts';
import type { IndicatorFact } from '../../core/facts.ts';
import { queryKeys, searchKeys } from '../../language/index.ts';
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

/** The sentence that is checked. */
export interface Claim {
  readonly text: string;
  readonly lang: Lang;
}

/** Fills the slots that a verdict compares, the same way for a claim and for the record. */
export interface Slots {
  part(fact: IndicatorFact, claim: Claim): ClaimPart;
  statement(row: EvidenceObservation): Statement;
}

export function slots(wording: Wording, rarity: Rarity): Slots {
  const words = (text: string, keep: (key: string) => boolean): Word[] =>
    wording
      .terms(text)
      .filter((keys) => keys.every(keep))
      .map((keys) => {
        const alternatives = wording.alternatives(keys);
        return {
          keys,
          weight: rarity(alternatives.filter((key) => !key.endsWith('*'))),
          paired: wording.isPaired(keys),
        };
      });

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
    part: (fact, { text, lang }) => ({
      ...scope({ ...fact, period: fact.inferred.includes('period') ? null : fact.period }),
      lang,
      program: fact.program && keyOf(fact.program.id, fact.program.name.ru),
      ...terms(fact, text),
      quote: fact.quote,
      amount: amount(fact, text),
    }),
    statement: (row) => ({
      ...scope(row),
      lang: row.lang,
      program: row.program?.key ?? null,
      ...terms(row, `${row.title ?? ''} ${row.sentence}`),
      passage: words(row.before, (key) => !wording.isEmpty(key)),
      id: row.id,
      amount: amount(row, row.sentence),
      previous: row.previous,
      place: {
        article: row.articleId,
        sentence: row.sentenceStart,
        at: row.start,
        continues: row.inferred.includes('unit') || row.inferred.includes('subject'),
      },
      derived: null,
      known: (row.published ?? row.seen).slice(0, 10),
      origin: row.origin,
      // Told in another sentence is told; the day of publication is a guess.
      periodInferred: row.inferred.includes('period') && row.period?.text === '',
      regionInferred: row.inferred.includes('region') && !isNamedAround(row),
    }),
  };
}

/** Is the region of a statement named in the title or right before its sentence? */
function isNamedAround({ region, title, before }: EvidenceObservation): boolean {
  const around = new Set(searchKeys(`${title ?? ''} ${before}`));
  const told = (name: string): boolean =>
    queryKeys(name).every((keys) => keys.some((key) => around.has(key)));
  return region !== null && (told(region.name.kk) || told(region.name.ru));
}

type Stated = Omit<IndicatorFact, 'program'> & {
  readonly program: { readonly name: { readonly kk: string; readonly ru: string } } | null;
};

const scope = (fact: Stated): Omit<Scope, 'lang' | 'program' | 'terms' | 'context'> => ({
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
