import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleInput } from '../../core/article.ts';
import { loadExtractor } from '../../extract/index.ts';
import type { Store } from '../../store/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { Verdict } from '../../verdict/index.ts';
import { recordOf } from '../claims/record.ts';
import { type Checker, checker } from './checker.ts';
import { loadWording } from './wording.ts';

/*
 * What must hold of any claim and any record, tried on numbers by chance from a fixed seed, through the whole way from
 * sentences to verdicts.
 */
const extractor = loadExtractor();
const wording = loadWording();
const at = temporaryFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
});

function recorded(articles: readonly ArticleInput[]): Checker {
  const store = recordOf(
    articles,
    extractor,
    at(`${open.length}.db`),
    () => new Date('2026-03-10T00:00:00Z'),
  );
  open.push(store);
  return checker(store, extractor, wording);
}

/** Two things that are counted: told of one another they would not be. */
const TOPICS = [
  {
    ru: (n: string, year: number) => `В ${year} году в Актюбинской области отремонтировали ${n} школ.`,
    kk: (n: string, year: number) => `${year} жылы Ақтөбе облысында ${n} мектеп жөнделді.`,
  },
  {
    ru: (n: string, year: number) => `В ${year} году в Павлодарской области гранты получили ${n} студентов.`,
    kk: (n: string, year: number) => `${year} жылы Павлодар облысында ${n} студент грант алды.`,
  },
] as const;
const LANGS = ['ru', 'kk'] as const;
const YEARS = [2023, 2024, 2025] as const;

interface Told {
  readonly topic: number;
  readonly lang: (typeof LANGS)[number];
  readonly number: number;
  readonly year: number;
  readonly day: string;
}

const number = fc.oneof(
  fc.integer({ min: 20, max: 900 }),
  fc.integer({ min: 2, max: 90 }).map((n) => n * 100),
);
const told: fc.Arbitrary<Told> = fc.record({
  topic: fc.integer({ min: 0, max: TOPICS.length - 1 }),
  lang: fc.constantFrom(...LANGS),
  number,
  year: fc.constantFrom(...YEARS),
  day: fc
    .tuple(fc.constantFrom(2024, 2025), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => [y, m, d].map((x) => String(x).padStart(2, '0')).join('-')),
});
const sentence = ({ topic, lang, year }: Told, words: string): string =>
  TOPICS[topic]?.[lang](words, year) ?? '';
const articleOf = (of: Told, at: number): ArticleInput => ({
  id: `a${at}`,
  text: sentence(of, String(of.number)),
  published: of.day,
});

/** A record by chance, always the same one. */
const RECORD = fc.sample(told, { seed: 11, numRuns: 24 }).map(articleOf);
const LAST = '2026-03-01';
const FIXED = { seed: 7 };
let check: Checker['check'];
beforeAll(() => {
  check = recorded(RECORD).check;
});

/** From tight to wide: what each allows, the next one allows too. */
const WIDENING: Readonly<Record<Told['lang'], readonly ((n: number) => string)[]>> = {
  ru: [String, (n) => `около ${n}`],
  kk: [String, (n) => `шамамен ${n}`],
};
const AT_LEAST: Readonly<Record<Told['lang'], (n: number) => string>> = {
  ru: (n) => `не менее ${n}`,
  kk: (n) => `кемінде ${n}`,
};

test('a wider hedge never turns support into contradiction', () => {
  fc.assert(
    fc.property(told, (claim) => {
      const verdicts = WIDENING[claim.lang].map(
        (hedge) => check(sentence(claim, hedge(claim.number)), { asOf: LAST }).verdict,
      );
      const supported = verdicts.indexOf('SUPPORTED');
      if (supported >= 0) expect(verdicts.slice(supported)).not.toContain('REFUTED');
    }),
    { ...FIXED, numRuns: 60, examples: exactClaims() },
  );
});

test('a bound below a number that is supported is not contradicted', () => {
  fc.assert(
    fc.property(told, fc.double({ min: 0.3, max: 1, noNaN: true }), (claim, part) => {
      const exact = check(sentence(claim, String(claim.number)), { asOf: LAST }).verdict;
      const bound = Math.max(1, Math.floor(claim.number * part));
      const words = AT_LEAST[claim.lang](bound);
      if (exact === 'SUPPORTED')
        expect(check(sentence(claim, words), { asOf: LAST }).verdict).not.toBe('REFUTED');
    }),
    { ...FIXED, numRuns: 40, examples: exactClaims().map(([claim]) => [claim, 0.8]) },
  );
});

/** Claims that repeat what the record says, so that the properties are tried where there is support. */
function exactClaims(): [Told][] {
  return fc.sample(told, { seed: 11, numRuns: 24 }).map((of) => [of]);
}

/** What a verdict says, without how much was searched. */
const said = ({ verdict, verdictThen, reason, evidence }: Verdict) => ({
  verdict,
  verdictThen,
  reason,
  evidence: evidence
    .filter(({ role }) => role !== 'other_scope')
    .map(({ articleId, role }) => [articleId, role]),
});

test('later evidence never changes the verdict as of then', () => {
  const day = '2024-12-31';
  const before = recorded(RECORD.filter(({ published = '' }) => published <= day));
  fc.assert(
    fc.property(told, (claim) => {
      const text = sentence(claim, String(claim.number));
      const then = before.check(text, { asOf: day });
      expect(said(check(text, { asOf: day }))).toEqual(said(then));
      expect(check(text, { asOf: LAST, claimedAt: day }).verdictThen).toBe(then.verdict);
    }),
    { ...FIXED, numRuns: 30, examples: exactClaims().slice(0, 20) },
  );
});

test('the order in which articles came in does not matter', () => {
  const orders = fc.sample(fc.shuffledSubarray(RECORD, { minLength: RECORD.length }), {
    seed: 5,
    numRuns: 2,
  });
  const others = orders.map((articles) => recorded(articles));
  fc.assert(
    fc.property(told, (claim) => {
      const text = sentence(claim, String(claim.number));
      const first = said(check(text, { asOf: LAST }));
      for (const other of others) expect(said(other.check(text, { asOf: LAST }))).toEqual(first);
    }),
    { ...FIXED, numRuns: 30, examples: exactClaims().slice(0, 20) },
  );
});
