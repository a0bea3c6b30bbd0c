import { expect, test } from 'vitest';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import type { Verdict } from '../verdict/index.ts';
import { openStore } from './index.ts';

const at = temporaryFolder();
const QUOTE = '131 центр';
const verdictOf = (more: Partial<Verdict>): Verdict => ({
  claim: 'В области 131 центр',
  lang: 'ru',
  asOf: '2026-02-10',
  parts: [],
  verdict: 'SUPPORTED',
  verdictThen: 'SUPPORTED',
  reason: 'SAME_VALUE',
  evidence: [
    {
      role: 'supports',
      quote: QUOTE,
      sentence: `В области ${QUOTE}.`,
      value: 131,
      period: null,
      published: null,
      publisher: null,
      url: null,
      articleId: 'centres',
      lang: 'ru',
      observation: null,
      leaves: null,
      workedOut: null,
    },
  ],
  coverage: { articles: 1, from: null, to: null, publishers: [] },
  ...more,
});

test('a verdict is kept once, another answer stands beside it, and both go with the article they cite', () => {
  let now = '2026-02-10T10:00:00.000Z';
  const store = openStore(at('verdicts.db'), { clock: () => new Date(now) });
  store.saveArticle({}, sketch({ id: 'centres', lang: 'ru', text: `В области ${QUOTE}.` }), 'rules@1');
  const kept = () =>
    [...store.verdicts.kept()].map(({ answer, firstAt, lastAt }) => [answer.verdict, firstAt, lastAt]);
  store.verdicts.keep(verdictOf({}), '2026-02-10', 'rules@1');
  const first = now;
  now = '2026-03-01T10:00:00.000Z';
  store.verdicts.keep(verdictOf({}), '2026-02-10', 'rules@1');
  expect(kept()).toEqual([['SUPPORTED', first, now]]);
  store.verdicts.keep(verdictOf({ verdict: 'NO_EVIDENCE', evidence: [] }), '2026-02-10', 'rules@1');
  expect(kept()).toEqual([
    ['SUPPORTED', first, now],
    ['NO_EVIDENCE', now, now],
  ]);
  store.redactions.redact({ articleId: 'centres', url: null }, 'решение суда', new Date(now));
  expect(kept()).toEqual([['NO_EVIDENCE', now, now]]);
  store.close();
});
