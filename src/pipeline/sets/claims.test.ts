import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPlaces } from '../../catalog/places.ts';
import { loadExtractor } from '../../extract/index.ts';
import type { Store } from '../../store/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { Verdict } from '../../verdict/index.ts';
import { checker } from '../check/checker.ts';
import { generateClaims } from '../claims/generate.ts';
import type { Change, MadeClaim } from '../claims/made.ts';
import { recordOf } from '../claims/record.ts';
import { compare, loadFloors } from '../floors.ts';
import type { ClaimRow } from './claim-files.ts';
import { evaluateClaims } from './claims.ts';
import { loadSet } from './load.ts';
import { evaluateMadeClaims } from './made-claims.ts';

const extractor = loadExtractor();
const places = loadPlaces();
const at = temporaryFolder();
const set = loadSet('claims');
if (set.kind !== 'claims') throw new Error('samples/claims is no set of claims');
const langs = new Map(set.articles.map(({ id, lang }) => [id, lang]));

let store: Store;
beforeAll(() => {
  store = recordOf(set.articles, extractor, at('samples.db'), () => new Date('2026-03-10T00:00:00Z'));
});
afterAll(() => store.close());

test('claims over the sample articles: no figure is below its floor', () => {
  const scored = evaluateClaims(set.rows, checker(store, extractor), (id) => langs.get(id));
  const comparison = compare({ set: 'samples/claims', ...scored }, loadFloors());
  expect(comparison?.below).toEqual([]);
});

/** In percent: so many claims of another scope may be contradicted, and so many of another number supported. */
const MOST_WRONG = 0.5;

test('claims made of facts: none of another scope is contradicted, none with another number supported', () => {
  const claims = generateClaims(store, { places, seed: 7, most: 60 });
  const { figures, faults } = evaluateMadeClaims(claims, checker(store, extractor));
  const bound = figures.filter(({ kind }) => /^another .*: not /.test(kind));
  expect(bound.length).toBeGreaterThan(6);
  expect(
    bound.filter(({ figure }) => figure < 100 - MOST_WRONG),
    JSON.stringify(faults, null, 1),
  ).toEqual([]);
});

test('the same record and seed give the same claims, another seed gives others', () => {
  const made = (seed: number): string[] =>
    generateClaims(store, { places, seed, most: 50 }).map(({ text }) => text);
  expect(made(3)).toEqual(made(3));
  expect(made(3)).not.toEqual(made(4));
});

test('made claims: all kinds in both languages, thousands of them, each of its own', () => {
  const claims = generateClaims(store, { places, seed: 7, most: 10_000 });
  expect(claims.length).toBeGreaterThan(2_000);
  const kinds = new Set(claims.map(({ lang, change }) => `${lang} ${change}`));
  const changes: readonly Change[] = ['nothing', 'region', 'year', 'unit', 'program', 'number'];
  expect([...kinds].sort()).toEqual(
    ['kk', 'ru'].flatMap((lang) => changes.map((c) => `${lang} ${c}`)).sort(),
  );
  expect(new Set(claims.map(({ text, change }) => `${change} ${text}`)).size).toBe(claims.length);
  // A slot that stayed empty would show as a brace or as two blanks.
  expect(claims.filter(({ text }) => /[{}]|undefined|null|[ ]{2}/.test(text))).toEqual([]);
});

/** A verdict as far as scoring looks at it. */
const verdict = (of: {
  readonly label: Verdict['verdict'];
  readonly cites?: readonly string[];
  readonly value?: number;
}): Verdict =>
  ({
    lang: 'ru',
    verdict: of.label,
    reason: 'TEST',
    parts: [{ value: of.value ?? null, verdict: of.label, reason: 'TEST' }],
    evidence: (of.cites ?? []).map((articleId) => ({ articleId, role: 'supports' })),
  }) as unknown as Verdict;

const answers = (list: readonly Verdict[]) => {
  let next = 0;
  return { check: () => list[next++] ?? verdict({ label: 'NO_EVIDENCE' }) };
};

test.each<[what: string, expected: ClaimRow['expected'], evidence: string[], got: Verdict, right: string]>([
  ['right, rightly shown', ['SUPPORTED'], ['a'], verdict({ label: 'SUPPORTED', cites: ['b', 'a'] }), ''],
  [
    'right, shown by another article',
    ['SUPPORTED'],
    ['a'],
    verdict({ label: 'SUPPORTED', cites: ['b'] }),
    'evidence',
  ],
  ['wrong', ['REFUTED'], ['a'], verdict({ label: 'SUPPORTED', cites: ['a'] }), 'verdict'],
  ['either will do', ['NO_EVIDENCE', 'INCONCLUSIVE'], [], verdict({ label: 'INCONCLUSIVE' }), ''],
])('a written claim: %s', (_, expected, evidence, got, fault) => {
  const row = { claim: 'x', as_of: '2026-01-01', expected, evidence };
  const { figures, faults } = evaluateClaims([row], answers([got]), () => 'kk');
  expect(faults.map(({ kind }) => kind)).toEqual(fault === '' ? [] : [fault]);
  expect(figures.find(({ kind }) => kind === 'verdict')?.figure).toBe(fault === 'verdict' ? 0 : 100);
  expect(figures.some(({ kind }) => kind === 'verdict across languages')).toBe(evidence.length > 0);
});

test.each<[change: Change, label: Verdict['verdict'], wrong: string[]]>([
  ['nothing', 'SUPPORTED', []],
  ['nothing', 'REFUTED', ['as stated: supported', 'as stated: not contradicted']],
  ['region', 'NO_EVIDENCE', []],
  ['region', 'REFUTED', ['another region: not contradicted', 'another scope: not contradicted']],
  ['number', 'REFUTED', []],
  ['number', 'NO_EVIDENCE', ['another number: contradicted']],
  ['number', 'SUPPORTED', ['another number: not supported', 'another number: contradicted']],
])('a made claim with %s changed, %s', (change, label, wrong) => {
  const claim: MadeClaim = {
    text: 'x',
    lang: 'ru',
    change,
    value: 5,
    unit: 'school',
    asOf: '2026-01-01',
    from: 'o',
  };
  const { figures } = evaluateMadeClaims([claim], answers([verdict({ label, value: 5 })]));
  expect(figures.filter(({ figure }) => figure === 0).map(({ kind }) => kind)).toEqual(wrong);
});
