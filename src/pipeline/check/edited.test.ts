import { expect, test } from 'vitest';
import { loadExtractor, RULESET } from '../../extract/index.ts';
import { openStore } from '../../store/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { checker } from './checker.ts';

/** What an article said, from which day on. */
const TEXTS = [
  ['2026-02-03', 'В Павлодарской области за 2025 год построили 14 детских садов.'],
  ['2026-03-10', 'В Павлодарской области за 2025 год построили 17 детских садов.'],
] as const;
const FOURTEEN = 'В 2025 году в Павлодарской области построили 14 детских садов.';
const SEVENTEEN = 'В 2025 году в Павлодарской области построили 17 детских садов.';

const at = temporaryFolder();
const extractor = loadExtractor();
const store = openStore(at('edited.db'), { clock: () => new Date('2026-06-01T00:00:00Z') });
const { check } = checker(store, extractor);
for (const [day, text] of TEXTS)
  store.saveArticle(
    { fetchedAt: new Date(`${day}T08:00:00Z`) },
    extractor.extract({ id: 'kindergartens', text, lang: 'ru', published: '2026-02-02' }),
    RULESET,
  );
store.link();

test.each<[claim: string, asOf: string, claimedAt: string | undefined, verdict: string, verdictThen: string]>(
  [
    [FOURTEEN, '2026-02-20', undefined, 'SUPPORTED', 'SUPPORTED'],
    [SEVENTEEN, '2026-02-20', undefined, 'REFUTED', 'REFUTED'],
    [FOURTEEN, '2026-06-01', undefined, 'REFUTED', 'REFUTED'],
    [SEVENTEEN, '2026-06-01', undefined, 'SUPPORTED', 'SUPPORTED'],
    // Who repeated the number before it was corrected was right then.
    [FOURTEEN, '2026-06-01', '2026-02-20', 'REFUTED', 'SUPPORTED'],
    [FOURTEEN, '2026-01-20', undefined, 'NO_EVIDENCE', 'NO_EVIDENCE'],
  ],
)(
  'an edited article answers with the text of the day: %s on %s, said on %s',
  (claim, asOf, claimedAt, verdict, verdictThen) => {
    expect(check(claim, { asOf, claimedAt })).toMatchObject({ verdict, verdictThen });
  },
);

test('what was left out of the record on a day is not cited', () => {
  const { evidence } = check(FOURTEEN, { asOf: '2026-02-20' });
  expect(evidence.map(({ quote }) => quote)).toEqual(['14 детских садов']);
  store.close();
});
