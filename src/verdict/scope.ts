import type { Lang } from '../core/article.ts';
import type { Period, Status, UnitClass } from '../core/facts.ts';
import { once } from '../core/memo.ts';
import type { Amount } from './amount.ts';
import { daysOf, type Fit, overlapOf } from './period.ts';

/** A word with the keys that stand for it, and how much it tells of what a number is about, 0..1. */
export interface Word {
  readonly keys: readonly string[];
  readonly weight: number;
  /** Has it a known counterpart in the other language? Otherwise nobody can expect to find it there. */
  readonly paired: boolean;
}

/** What a number is about: shared by a part of a claim and a statement of the record. */
export interface Scope {
  readonly lang: Lang;
  /** What is told is told not to be so. */
  readonly negated: boolean;
  /** Are it people that are counted? */
  readonly people: boolean;
  readonly unit: string;
  readonly unitClass: UnitClass;
  readonly measure: 'level' | 'change' | 'ratio';
  readonly direction: 'up' | 'down' | null;
  readonly per: string | null;
  readonly status: Status;
  readonly concept: string | null;
  /** Key of a program. */
  readonly program: string | null;
  /** Id of a region; null and the country are the same. */
  readonly region: string | null;
  readonly period: Period | null;
  /** What is measured, word by word, without place, time and program; any key of a word stands for it. */
  readonly terms: readonly Word[];
  /** Keys of the words of the subject, and of those around it that it leaves out: its sentence, the title of the article. */
  readonly keys: ReadonlySet<string>;
}

export interface ClaimPart extends Scope {
  readonly quote: string;
  readonly amount: Amount;
}

/** A number of the record, with what it is about and where it comes from. */
export interface Statement extends Scope {
  readonly id: string;
  readonly amount: Amount;
  /** The «from» of «from 4.2 to 6.7 thousand». */
  readonly previous: number | null;
  readonly place: Place;
  /** By what sum it was worked out from which statements; null for what an article says itself. */
  readonly derived: Derivation | null;
  /** Keys of what the article says before the sentence: what the number is about may only be told there. */
  readonly passage: ReadonlySet<string>;
  /** Day from which it is known, `YYYY-MM-DD`. */
  readonly known: string;
  /** Who says so; reprints and translations of one text share it. */
  readonly origin: string;
  /** The period is that of publication or of another sentence. */
  readonly periodInferred: boolean;
  readonly regionInferred: boolean;
  readonly unitInferred: boolean;
  /** It says that it corrects an earlier number. */
  readonly revises: boolean;
}

/** What a claim without a number of its own is about. */
export type Topic = Pick<Scope, 'lang' | 'region' | 'period' | 'terms' | 'keys'>;

/** A claim that something rose or fell, without saying by how much. */
export interface Trend extends Topic {
  readonly direction: 'up' | 'down';
  readonly amount: null;
}

/** Where in which article a statement stands. */
export interface Place {
  readonly article: string;
  /** Where its sentence begins, and itself. */
  readonly sentence: number;
  readonly at: number;
  /** It goes on from the number before it («of these 112»): what it counts is told there. */
  readonly continues: boolean;
}

export interface Derivation {
  readonly sum: 'times' | 'percent' | 'difference' | 'share' | 'level' | 'before';
  /** Ids of the statements that the article makes. */
  readonly from: readonly string[];
}

export type Facet = 'unit' | 'measure' | 'direction' | 'subject' | 'program' | 'region' | 'period' | 'status';

/**
 * In what a statement differs from a claim, and in what it may. Direct evidence differs in nothing; of what differs in
 * more than one thing nothing further is told.
 */
export interface ScopeFit {
  readonly differs: readonly Facet[];
  readonly doubts: readonly Facet[];
  readonly likeness: Likeness;
}
/** Shares of the claim's words that the statement has, and of the statement's that the claim has. */
type Likeness = readonly [said: number, asked: number];

/** The id of the whole country in the gazetteer. */
const COUNTRY = 'KZ';
/** Of the words of a claim so many have to stand in a statement before it speaks of the same thing, and be sure of it. */
const COVER = { concept: 0.35, likely: 0.5, sure: 0.75 };

/** Compares what the two speak of; values do not matter here. */
export function scopeFit(claim: ClaimPart, statement: Statement): ScopeFit {
  const alike = once(() => likeness(claim, statement));
  const differs: Facet[] = [];
  const doubts: Facet[] = [];
  for (const [facet, fitOf] of FACETS) {
    const fit = fitOf(claim, statement, alike);
    if (fit === 'no') differs.push(facet);
    else if (fit === 'maybe') doubts.push(facet);
    if (differs.length > 1) return { differs, doubts, likeness: [0, 0] };
  }
  return { differs, doubts, likeness: alike() };
}

type FacetFit = (claim: ClaimPart, statement: Statement, alike: () => Likeness) => Fit;

/** What is held against what, the words last: most of what a search finds differs in plainer things, and is not read. */
const FACETS: readonly (readonly [Facet, FacetFit])[] = [
  ['unit', unitFit],
  ['measure', (a, b) => (a.measure === b.measure && a.per === b.per ? 'yes' : 'no')],
  ['direction', (a, b) => (a.measure === 'level' ? 'yes' : directionFit(a.direction, b.direction))],
  ['period', periodFit],
  ['program', programFit],
  ['region', regionFit],
  // A plan is no deed: it can be all that there is, but it decides nothing.
  ['status', (a, b) => (a.status === b.status && a.negated === b.negated ? 'yes' : 'no')],
  ['subject', subjectFit],
];

/** Does a statement speak of a topic? Of which unit and program it is, a topic leaves open. */
export function topicFit(topic: Topic, statement: Statement): ScopeFit {
  const { unit, unitClass, measure, direction, per, concept, program, amount } = statement;
  const open = { unit, unitClass, measure, direction, per, concept, program, amount };
  const { people, negated } = statement;
  return scopeFit({ ...open, people, negated, ...topic, status: 'actual', quote: '' }, statement);
}

function unitFit(claim: Scope, statement: Statement): Fit {
  if (claim.unitClass !== statement.unitClass) return 'no';
  if (claim.unit === statement.unit) return 'yes';
  if (claim.unitClass !== 'count') return 'no';
  // People are counted under many words; which is meant is then for the subject to tell.
  if (claim.people && statement.people) return 'maybe';
  return claim.unit === ITEM || statement.unit === ITEM || statement.unitInferred ? 'maybe' : 'no';
}

/** Something that the text counts without saying what. */
const ITEM = 'item';

/** Opposite ways are for the comparison to judge. */
const directionFit = (a: Scope['direction'], b: Scope['direction']): Fit =>
  a !== b && (a === null || b === null) ? 'maybe' : 'yes';

function regionFit(claim: ClaimPart, statement: Statement, alike: () => Likeness): Fit {
  const [asked, given] = [claim.region ?? COUNTRY, statement.region ?? COUNTRY];
  if (asked === given) return statement.regionInferred && asked !== COUNTRY ? 'maybe' : 'yes';
  // A claim that names no place may mean one: the museum of a city, the school of a district.
  return claim.region === null && (statement.regionInferred || alike()[0] >= COVER.sure) ? 'maybe' : 'no';
}

function periodFit(claim: ClaimPart, statement: Statement): Fit {
  if (claim.period === null) return 'yes';
  const given = statement.period ?? { from: null, to: statement.known, text: '' };
  // A total since some year is no number of one year, nor the other way round.
  const total = (given.to === null) !== (claim.period.to === null) && given.from !== claim.period.from;
  if (claim.unitClass !== 'percent' && claim.measure === 'level' && statement.period !== null && total)
    return 'no';
  const told = overlapOf(claim.period, given);
  const fit = told === 'no' && isRolling(claim.period) && touches(claim.period, given) ? 'maybe' : told;
  return fit === 'yes' && (statement.period === null || statement.periodInferred) ? 'maybe' : fit;
}

/** «За три года», `соңғы бес жылда`: years counted back from a day, which another day counts otherwise. */
const isRolling = ({ from, to, text }: Period): boolean =>
  !/\d{4}/u.test(text) && from !== null && to !== null && from.slice(0, 4) !== to.slice(0, 4);

function touches(a: Period, b: Period): boolean {
  const [[from, to], [first, last]] = [daysOf(a), daysOf(b)];
  return first <= to && last >= from;
}

function programFit(claim: ClaimPart, statement: Statement): Fit {
  if (claim.program === statement.program) return 'yes';
  return claim.program === null || statement.program === null ? 'maybe' : 'no';
}

function subjectFit(claim: ClaimPart, statement: Statement, alike: () => Likeness): Fit {
  const [said, asked] = alike();
  // A concept that both name is much of an answer, and not all: money is spent on many things.
  if (claim.concept !== null && statement.concept !== null) {
    if (claim.concept !== statement.concept) return 'no';
    return said >= COVER.concept ? 'yes' : 'maybe';
  }
  if (said >= COVER.sure && asked >= COVER.likely) return 'yes';
  if (said >= COVER.likely || asked >= COVER.sure) return 'maybe';
  return coverOf(claim.terms, toldBy(statement), isAbroad(claim, statement)) >= COVER.sure ? 'maybe' : 'no';
}

const likeness = (claim: ClaimPart, statement: Statement): Likeness => {
  // A counted noun of its own («вакансий») is one of the words; people, shares and sums are not.
  const unit =
    claim.unit === statement.unit && claim.unitClass === 'count' && !claim.people && claim.unit !== ITEM
      ? UNIT
      : 0;
  const program = claim.program !== null && claim.program === statement.program ? PROGRAM : 0;
  const abroad = isAbroad(claim, statement);
  return [
    coverOf(claim.terms, statement.keys, abroad, unit + program),
    coverOf(statement.terms, claim.keys, abroad, unit + program),
  ];
};

/** What agreement on a counted noun, and on a program, is worth beside words of weight 1. */
const UNIT = 0.5;
const PROGRAM = 1;

/** Are the two in different languages? */
const isAbroad = (a: Scope, b: Scope): boolean => a.lang !== b.lang;

/** Keys of all that a statement says, and of what its article says before it. */
export const toldBy = ({ keys, passage }: Pick<Statement, 'keys' | 'passage'>): ReadonlySet<string> =>
  new Set([...keys, ...passage]);

/** Of a word without a counterpart so much is asked for in the other language. */
const UNPAIRED = 0.4;

/**
 * The share, by weight, of words that are among the keys.
 * @param abroad the keys are of the other language
 * @param bonus what agrees besides
 */
export function coverOf(
  words: readonly Word[],
  keys: ReadonlySet<string>,
  abroad: boolean,
  bonus = 0,
): number {
  let all = bonus;
  let found = bonus;
  for (const word of words) {
    const has = word.keys.some((key) => keys.has(key));
    const weight = abroad && !has && !word.paired ? UNPAIRED * word.weight : word.weight;
    all += weight;
    if (has) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
