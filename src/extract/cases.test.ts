import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import {
  answerLike,
  articleOf,
  type Case,
  caseFiles,
  inWords,
  loadCases,
  saveCases,
} from '../testing/cases.ts';
import { loadExtractor } from './index.ts';

/*
 * Cases are never skipped: one that comes out wrong keeps today's answer, and the right one beside it, so that a
 * change for the better is noticed too. `SETTLE=1` then rewrites such cases; it never touches one that was right.
 */
const { SETTLE } = process.env;
const settling = SETTLE === '1';
const extractor = loadExtractor();

/** The only place that knows how extraction is called. */
function check(c: Case): void {
  const facts = extractor.extract(articleOf(c));
  if (c.should && isDeepStrictEqual(answerLike(facts, c.should), c.should))
    expect.fail(
      `this is right now: take \`wrong\`, \`should\` and \`note\` away (SETTLE=1 does)\n${trace(facts)}`,
    );
  expect(answerLike(facts, c.expect), trace(facts)).toEqual(c.expect);
}

/** Which rule made what: printed only when a case fails. */
const trace = (facts: Facts): string =>
  [
    `${facts.article.lang} ${facts.article.text}`,
    ...facts.indicators.map((i) => `  ${i.rule}: «${i.quote}» ${i.value} ${i.unit}`),
    ...[...facts.programs, ...facts.officials].map((f) => `  ${f.rule}: ${f.name}`),
    ...facts.regions.map((r) => `  ${r.rule}: ${r.id}`),
    ...facts.mentions.map((m) => `  ${m.type} ${m.kind ?? ''} «${m.text}» ${m.rule}`),
  ].join('\n');

const all = caseFiles().map((file) => ({ file, cases: loadCases(file) }));
for (const { file, cases } of all)
  for (const c of cases) test(`${file}: ${c.id}`, { skip: settling }, () => check(c));

test('cases: ids are unique in a file, and a wrong one says so in words', () => {
  for (const { file, cases } of all) {
    expect(new Set(cases.map((c) => c.id)).size, file).toBe(cases.length);
    for (const c of cases) {
      expect(c.wrong === true, `${file}: ${c.id}`).toBe(c.should !== undefined);
      if (c.wrong) expect(c.note, `${file}: ${c.id}`).toMatch(/^today: .*; should be /s);
    }
  }
});

/** Names that one and the same person has in the two languages are joined when articles are linked, not when read. */
const NOT_EXTRACTION = [55];

test('every hard phenomenon has a case', () => {
  const met = new Set(all.flatMap(({ cases }) => cases.map((c) => c.phenomenon)));
  const missing = Array.from({ length: 56 }, (_, k) => k + 1).filter((k) => !met.has(k));
  expect(missing.filter((k) => !NOT_EXTRACTION.includes(k))).toEqual([]);
});

afterAll(() => {
  if (settling) for (const { file, cases } of all) saveCases(file, cases.map(settled));
});

function settled(c: Case): Case {
  if (!c.should) return c;
  const facts = extractor.extract(articleOf(c));
  if (isDeepStrictEqual(answerLike(facts, c.should), c.should)) {
    const { wrong: _, should, note: __, ...rest } = c;
    return { ...rest, expect: should };
  }
  const today = answerLike(facts, c.should);
  return {
    ...c,
    expect: today,
    note: `today: ${inWords(today)}; should be ${inWords(c.should)}`,
  };
}
