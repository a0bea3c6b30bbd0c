import type { Lang } from '../../core/article.ts';
import type { IndicatorFact, Period, RegionFact } from '../../core/facts.ts';
import { once, remembered } from '../../core/memo.ts';
import { queryKeys, searchKeys } from '../../language/index.ts';
import { type EvidenceObservation, keyOf } from '../../store/index.ts';
import {
  type Amount,
  type ClaimPart,
  type Scope,
  type Statement,
  type Topic,
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
  /** The words of it that name places. */
  readonly places: string;
  /** The first time that it names. */
  readonly period: Period | null;
}

/** Fills the slots that a verdict compares, the same way for a claim and for the record. */
export interface Slots {
  part(fact: IndicatorFact, claim: Claim): ClaimPart;
  /** What a claim without a number is about: `said` of it, besides the places and times that have slots of their own. */
  topic(said: string, claim: Claim, place: Place | null, period: Period | null): Topic;
  /** The number of a claim by itself. */
  amount(fact: IndicatorFact, claim: Claim): Amount;
  statement(row: EvidenceObservation): Statement;
}

type Place = Pick<RegionFact, 'id' | 'name'>;

/** Texts whose words are remembered: numbers of one sentence, one title, one place are many. */
const REMEMBERED = 2_000;

export function slots(wording: Wording, rarity: Rarity): Slots {
  const known = new WeakMap<readonly string[], Word>();
  const wordOf = (keys: readonly string[]): Word => {
    let word = known.get(keys);
    if (word === undefined) {
      const weight = once(() => rarity(wording.alternatives(keys).filter((key) => !key.endsWith('*'))));
      word = {
        keys,
        paired: wording.isPaired(keys),
        get weight() {
          return weight();
        },
      };
      known.set(keys, word);
    }
    return word;
  };
  /**
   * The words of a text that tell something by themselves, each with its keys. What was done tells it where no other
   * word does: the languages name deeds too differently to ask for more.
   */
  const telling = remembered(REMEMBERED, (text: string) => {
    const words = wording
      .terms(text)
      .filter((keys) => !keys.some((key) => wording.isEmpty(key) || /^\d/.test(key)));
    const things = words.filter((keys) => !keys.some(wording.isDeed));
    return things.length > 0 ? things : words;
  });
  const without = (text: string, ...left: readonly ReadonlySet<string>[]): (readonly string[])[] =>
    telling(text).filter((keys) => !keys.some((key) => left.some((set) => set.has(key))));
  const wordsOf = (text: string, ...left: readonly ReadonlySet<string>[]): Word[] =>
    without(text, ...left).map(wordOf);

  /** Words of the subject and around it, without those that have slots of their own: names, units, times. */
  const terms = (
    fact: Stated,
    around: readonly string[],
    places = '',
  ): (() => Pick<Scope, 'terms' | 'keys'>) =>
    once(() => {
      const names = [fact.region?.name, fact.program?.name].flatMap((name) => [
        name?.kk ?? '',
        name?.ru ?? '',
      ]);
      const named = new Set([...names, fact.period?.text ?? '', places].flatMap((text) => searchKeys(text)));
      const unit = wording.unitKeys(fact.unit);
      const own = wordsOf(fact.subject, unit, named);
      const others = [...around, fact.quote, ...names].flatMap((text) => without(text, unit));
      return { terms: own, keys: new Set([...own.map(({ keys }) => keys), ...others].flat()) };
    });

  const amount = (fact: Stated, around: string): Amount => {
    const { order, comparator, quote } = fact;
    // «From 5 to 7 thousand» is growth where something grew, and else a range.
    const range = fact.previous !== null && fact.direction === null && fact.value !== null;
    const value = range ? Math.min(fact.previous ?? 0, fact.value ?? 0) : fact.value;
    const high = range ? Math.max(fact.previous ?? 0, fact.value ?? 0) : fact.high;
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
    topic: (said, { text, lang, places }, place, period) => {
      const names = `${place?.name.kk ?? ''} ${place?.name.ru ?? ''} ${places}`;
      const named = new Set(searchKeys(`${names} ${period?.text ?? ''}`));
      return {
        lang,
        region: place?.id ?? null,
        period,
        terms: wordsOf(said, named),
        keys: new Set([said, text].flatMap((words) => without(words, named).flat())),
      };
    },
    amount: (fact, { text }) => amount(fact, text),
    part: (fact, { text, lang, places }) => ({
      ...scope({ ...fact, period: claimedPeriod(fact) }),
      lang,
      status: fact.status,
      negated: wording.isNegated(text, fact.quote),
      people: wording.isPeople(fact.unit),
      program: fact.program && keyOf(fact.program.id, fact.program.name.ru),
      ...terms(fact, [text], places)(),
      quote: fact.quote,
      amount: amount(fact, text),
    }),
    statement: (row) => {
      const words = terms(row, [row.title ?? '', row.sentence]);
      const passage = once(() => new Set(telling(row.before).flat()));
      const regionInferred = once(() => row.inferred.includes('region') && !isNamedAround(row));
      return {
        ...scope(row),
        lang: row.lang,
        people: wording.isPeople(row.unit),
        unitInferred: row.inferred.includes('unit'),
        program: row.program?.key ?? null,
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
        // What asks for the words of the text is read when a verdict comes to it.
        get status() {
          return wording.isDenied(row.sentence) ? 'denied' : row.status;
        },
        get negated() {
          return wording.isNegated(row.sentence, row.quote);
        },
        get revises() {
          return wording.isRevised(row.sentence);
        },
        get regionInferred() {
          return regionInferred();
        },
        get terms() {
          return words().terms;
        },
        get keys() {
          return words().keys;
        },
        get passage() {
          return passage();
        },
      };
    },
  };
}

/** A claim means «now» by naming no time; and a program called after a month names none. */
export function claimedPeriod({ period, program, inferred }: IndicatorFact): Period | null {
  if (period === null || inferred.includes('period')) return null;
  const names = `${program?.name.kk ?? ''} ${program?.name.ru ?? ''}`.toLowerCase();
  return period.text !== '' && names.includes(period.text.toLowerCase()) ? null : period;
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

const scope = (
  fact: Stated,
): Omit<Scope, 'lang' | 'status' | 'negated' | 'people' | 'program' | 'terms' | 'keys'> => ({
  unit: fact.unit,
  unitClass: fact.unitClass,
  measure: fact.measure,
  direction: fact.direction,
  per: fact.per,
  concept: fact.concept,
  region: fact.region?.id ?? null,
  period: fact.period,
});
