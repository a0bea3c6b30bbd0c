import type { Facts, IndicatorFact, RegionFact } from '../../core/facts.ts';
import type { Extractor } from '../../extract/index.ts';
import type { EvidenceObservation, Store } from '../../store/index.ts';
import {
  coverOf,
  decideMore,
  decideMost,
  type List,
  type Statement,
  type Topic,
  toldBy,
  topicFit,
  type Word,
} from '../../verdict/index.ts';
import { type Checked, NO_NUMBER } from './checked.ts';
import { ANY, articlesOf, evidenceRow } from './evidence.ts';
import type { Comparing, Form } from './forms.ts';
import type { Claim, Slots } from './slots.ts';
import type { Wording } from './wording.ts';

/** So many observations are looked at for the articles that a claim may speak of. */
const CANDIDATES = 200;
const SHOWN = 5;

/** Holds a claim that compares («more than», «most of all») against the lists of single articles. */
export function rankChecker(
  store: Store,
  wording: Wording,
  slots: Slots,
  extractor: Extractor,
): (form: Form, claim: Claim, facts: Facts, asOf: string) => Checked | null {
  const read = (text: string): Side => {
    const article = { id: 'claim', text };
    return {
      text,
      places: ownPlaces(extractor.extract(article).regions),
      period: extractor.periods(article)[0] ?? null,
    };
  };
  const articles = (claim: Claim, asOf: string): (readonly Entry[])[] => {
    const words = wording.terms(claim.text).map((term) => wording.alternatives(term));
    const rows = store.evidence({ words, unitClasses: ANY, asOf, limit: CANDIDATES });
    return articlesOf(rows).map((id) => store.evidenceOf(id).map(entry).filter(isLevel));
  };
  const entry = (row: EvidenceObservation): Entry => ({
    row,
    statement: slots.statement(row),
    own: new Set([
      ...wording.terms(row.subject).flat(),
      ...(row.inferred.includes('unit') ? [] : wording.unitKeys(row.unit)),
    ]),
    unit: wording.unitKeys(row.unit),
  });
  /** Of what is counted a claim has to name the word: «requests», «vacancies»; people and sums go under many. */
  const names = (claim: Claim): ((entry: Entry) => boolean) => {
    const said = new Set(wording.terms(claim.text).flatMap((term) => wording.alternatives(term)));
    return ({ row }) =>
      row.unitClass !== 'count' ||
      wording.isPeople(row.unit) ||
      row.unit === 'item' ||
      [...wording.unitKeys(row.unit)].some((key) => said.has(key));
  };

  return (form, claim, facts, asOf) => {
    const { period } = claim;
    const sides = form.kind === 'more' ? sidesOf(form, read) : null;
    const places = ownPlaces(facts.regions);
    const place = sides?.left.places[0] ?? (places.length === 1 ? places[0] : null) ?? null;
    if (form.kind === 'most' && place === null) return null;
    const times = facts.indicators.find(({ unitClass }) => unitClass === 'times');
    const said = (form.kind === 'most' ? form.rest : form.left).replace(times?.quote ?? '', ' ');
    const topic = slots.topic(said, claim, place, period);
    const found = articles(claim, asOf).map((entries) => entries.filter(names(claim)));
    const lists =
      form.kind === 'most' || sides === null
        ? found.flatMap((entries) => placeLists(entries, topic, null))
        : sides.right.places[0] !== undefined
          ? found.flatMap((entries) => placeLists(entries, topic, sides.right.places[0]?.id ?? null))
          : found.flatMap((entries) =>
              thingLists(entries, topic, slots.topic(form.right, claim, null, sides.right.period)),
            );
    const now =
      form.kind === 'most'
        ? decideMost(form.way, lists, asOf)
        : decideMore(form.way, times === undefined ? null : slots.amount(times, claim), lists, asOf);
    const rows = new Map(found.flat().map(({ row }) => [row.id, row]));
    return {
      part: {
        quote: form.quote,
        ...NO_NUMBER,
        ...(times === undefined
          ? {}
          : { value: times.value, unit: 'times', unitClass: 'times', measure: 'ratio' }),
        comparator: times?.comparator ?? (form.way === 'high' ? '>' : '<'),
        subject: said.replace(/\s+/gu, ' ').trim(),
        region: place && { id: place.id, name: place.name },
        period,
        verdict: now.verdict,
        reason: now.reason,
      },
      evidence: now.cited.slice(0, SHOWN).flatMap(({ role, statement }) => {
        const row = rows.get(statement.id);
        return row === undefined ? [] : [evidenceRow(role, row)];
      }),
    };
  };
}

interface Entry {
  readonly row: EvidenceObservation;
  readonly statement: Statement;
  /** Keys of the words of its own subject, what it counts among them. */
  readonly own: ReadonlySet<string>;
  /** Keys of the words for what it counts. */
  readonly unit: ReadonlySet<string>;
}

interface Side {
  readonly text: string;
  readonly places: readonly RegionFact[];
  readonly period: IndicatorFact['period'];
}

const sidesOf = ({ left, right }: Comparing, read: (text: string) => Side) => ({
  left: read(left),
  right: read(right),
});

const COUNTRY = 'KZ';
/** Places without the country and without those that only tell where another one lies. */
const ownPlaces = (places: readonly RegionFact[]): RegionFact[] =>
  places.filter(({ id }) => id !== COUNTRY && !places.some((p) => p.id.startsWith(`${id}/`)));

const isLevel = ({ statement }: Entry): boolean => statement.measure === 'level';

/**
 * A place's numbers of the topic, each with those of other places in the same list.
 * @param rival only this place, or null for all of the same level
 */
function placeLists(entries: readonly Entry[], topic: Topic, rival: string | null): List[] {
  return entries
    .filter(({ statement }) => statement.region === topic.region)
    .flatMap(({ statement: own, unit }): List[] => {
      const asked = withoutUnit(topic, unit);
      const fit = topicFit(asked, own);
      if (fit.differs.some((facet) => facet !== 'subject')) return [];
      const rivals = entries
        .map(({ statement }) => statement)
        .filter(
          (s) => s.region !== null && s.region !== own.region && isSameKind(own, s) && own.unit === s.unit,
        )
        .filter((s) => (rival === null ? depth(s.region) === depth(own.region) : s.region === rival))
        .filter((s) => isNearBy(own, s) || isAlike(own, s));
      // A list of places says what it counts once, and often in a sentence before it.
      const spoken = coverOf(asked.terms, toldBy(own), topic.lang !== own.lang) >= SPOKEN;
      const sure = !fit.doubts.includes('region') && (spoken || fit.likeness.every((x) => x >= LISTED));
      return rivals.length === 0 ? [] : [{ own, rivals, sure }];
    });
}

/** So much of the words of each has to be the other's; or of the claim's so much, near the list. */
const LISTED = 0.5;
const SPOKEN = 0.75;

/** Units are compared by themselves, and no statement has their words among its terms. */
const withoutUnit = (topic: Topic, unit: ReadonlySet<string>): Topic => ({
  ...topic,
  terms: topic.terms.filter(({ keys }) => !keys.some((key) => unit.has(key))),
});

const depth = (region: string | null): number => region?.split('/').length ?? 0;

/** So much of what a claim says of each side has to stand in the statement's own words. */
const NAMED = { own: 0.5, other: 0.6 };

/** Pairs of numbers of one article, the one of what the left side names and the other of the right. */
function thingLists(entries: readonly Entry[], left: Topic, right: Topic): List[] {
  if (left.terms.length === 0 || right.terms.length === 0) return [];
  return entries.flatMap((b) => {
    if (cover(right.terms, b, right) < NAMED.other) return [];
    return entries.flatMap((a): List[] => {
      if (a === b || !isSameKind(a.statement, b.statement) || a.statement.region !== b.statement.region)
        return [];
      if (!isNearBy(a.statement, b.statement) || cover(right.terms, a, right) >= NAMED.own) return [];
      const telling = left.terms.filter((word) => has(a, word) && !has(b, word));
      if (telling.length === 0) return [];
      const { differs } = topicFit(left, a.statement);
      if (differs.some((facet) => facet !== 'subject')) return [];
      const around = new Set([...a.own, ...toldBy(a.statement)]);
      const sure = coverOf(left.terms, around, left.lang !== a.statement.lang) >= NAMED.own;
      return [{ own: a.statement, rivals: [b.statement], sure }];
    });
  });
}

const has = ({ own }: Entry, { keys }: Word): boolean => keys.some((key) => own.has(key));
const cover = (words: readonly Word[], { own, statement }: Entry, topic: Topic): number =>
  coverOf(words, own, topic.lang !== statement.lang);

/** Numbers that can stand beside each other in one list. */
const isSameKind = (a: Statement, b: Statement): boolean =>
  a.unitClass === b.unitClass &&
  (a.unitClass === 'count' || a.unit === b.unit) &&
  a.per === b.per &&
  a.status === b.status &&
  a.period?.from === b.period?.from &&
  a.period?.to === b.period?.to;

/** Sentences of so many characters in all may lie between two members of a list. */
const NEAR = 600;
const isNearBy = (a: Statement, b: Statement): boolean => Math.abs(a.place.at - b.place.at) <= NEAR;

const ALIKE = 0.6;
const isAlike = (a: Statement, b: Statement): boolean => {
  const [x, y] = [a, b].map(({ terms }) => new Set(terms.flatMap(({ keys }) => keys)));
  return coverOf(a.terms, y ?? new Set(), false) >= ALIKE && coverOf(b.terms, x ?? new Set(), false) >= ALIKE;
};
