import { expect, test } from 'vitest';
import type { Label, Verdict } from '../../verdict/index.ts';
import { claimReview } from './claim-review.ts';

const verdict = (label: Label): Verdict => ({
  claim: 'В Казахстане работают 200 центров поддержки семьи.',
  lang: 'ru',
  asOf: '2026-03-01',
  parts: [],
  verdict: label,
  verdictThen: label,
  reason: 'OTHER_VALUE',
  evidence: [],
  coverage: { articles: 5, from: '2023-10-02', to: '2026-01-20', publishers: [] },
});

test.each<[label: Label, rating: number | undefined, name: string]>([
  ['SUPPORTED', 5, 'Записи это подтверждают'],
  ['PARTLY', 3, 'Записи подтверждают это отчасти'],
  ['REFUTED', 1, 'Записи этому противоречат'],
  ['OUTDATED', undefined, 'Это устарело: есть более новые данные'],
])('%s is reviewed by a person, with the rating %s', (label, rating, name) => {
  const review = claimReview(verdict(label), 'Айгүл Серікова', '2026-02-01');
  expect(review).toMatchObject({
    '@type': 'ClaimReview',
    author: { name: 'Айгүл Серікова' },
    itemReviewed: { datePublished: '2026-02-01' },
    reviewRating: { alternateName: name },
  });
  expect((review as { reviewRating: { ratingValue?: number } }).reviewRating.ratingValue).toBe(rating);
});

test.each<[label: Label]>([['CONFLICTING'], ['INCONCLUSIVE'], ['NO_EVIDENCE']])(
  '%s is no review',
  (label) => {
    expect(claimReview(verdict(label), 'Айгүл Серікова', '2026-02-01')).toBeNull();
  },
);
