import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { loadExtractor } from '../../extract/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import {
  AS_OF,
  articlesOf,
  loadVerdictCases,
  saveVerdictCases,
  type VerdictCase,
  verdictLike,
} from '../../testing/verdict-cases.ts';
import type { Verdict } from '../../verdict/index.ts';
import { recordOf } from '../claims/record.ts';
import { checker } from './checker.ts';
import { loadWording } from './wording.ts';

/*
 * The table of tolerance as cases: a claim, what the record holds, the verdict and why. As with the cases of
 * extraction, one that is wrong keeps today's answer beside the right one, and SETTLE=1 rewrites those.
 */
const settling = process.env['SETTLE'] === '1';
const extractor = loadExtractor();
const wording = loadWording();
const at = temporaryFolder();

/** The only place that knows how a claim is held against a record. */
function verdictOn(c: VerdictCase, name: string): Verdict {
  const store = recordOf(articlesOf(c), extractor, at(`${name}.db`), () => new Date(`${AS_OF}T00:00:00Z`));
  try {
    return checker(store, extractor, wording).check(c.claim, {
      asOf: c.asOf ?? AS_OF,
      claimedAt: c.claimedAt,
    });
  } finally {
    store.close();
  }
}

function check(c: VerdictCase, name: string): void {
  const verdict = verdictOn(c, name);
  if (c.should && isDeepStrictEqual(verdictLike(verdict, c.should), c.should))
    expect.fail(
      `this is right now: take \`wrong\`, \`should\` and \`note\` away (SETTLE=1 does)\n${trace(verdict)}`,
    );
  expect(verdictLike(verdict, c.expect), trace(verdict)).toEqual(c.expect);
}

/** How the claim was read and what was found: printed only when a case fails. */
const trace = ({ claim, parts, evidence }: Verdict): string =>
  [
    claim,
    ...parts.map(
      (p) =>
        `  part «${p.quote}» ${p.comparator} ${p.value} ${p.unit}, ${p.subject}; ${p.region?.id ?? 'no region'}; ${p.period?.text ?? 'no period'}: ${p.verdict} ${p.reason}`,
    ),
    ...evidence.map((e) => `  ${e.role} ${e.articleId} «${e.quote}» ${e.value}: ${e.sentence}`),
  ].join('\n');

const LANGS = ['kk', 'ru'] as const;
const all = LANGS.map((lang) => ({ lang, cases: loadVerdictCases(lang) }));
for (const { lang, cases } of all)
  for (const c of cases) test(`${lang}: ${c.id}`, { skip: settling }, () => check(c, `${lang}-${c.id}`));

test('a claim of 5,000 characters is read for what it says', () => {
  const [exact] = all.find(({ lang }) => lang === 'ru')?.cases ?? [];
  if (exact === undefined) throw new Error('no case');
  const claim = `${exact.claim} ${'Об этом много говорили и писали. '.repeat(200)}`.slice(0, 5_000);
  check({ ...exact, claim }, 'long');
});

test('ids are unique in a file, and a wrong case says why', () => {
  for (const { lang, cases } of all) {
    expect(new Set(cases.map((c) => c.id)).size, lang).toBe(cases.length);
    for (const c of cases)
      expect([c.id, c.should !== undefined, c.note !== undefined]).toEqual([
        c.id,
        c.wrong === true,
        c.wrong === true,
      ]);
  }
});

afterAll(() => {
  if (settling)
    for (const { lang, cases } of all)
      saveVerdictCases(
        lang,
        cases.map((c) => settled(c, `${lang}-${c.id}`)),
      );
});

function settled(c: VerdictCase, name: string): VerdictCase {
  if (!c.should) return c;
  const verdict = verdictOn(c, name);
  const { wrong: _, should, note: __, ...rest } = c;
  if (isDeepStrictEqual(verdictLike(verdict, should), should)) return { ...rest, expect: should };
  return { ...c, expect: verdictLike(verdict, should) };
}
