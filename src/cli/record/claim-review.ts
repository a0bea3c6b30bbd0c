import { wordsOf } from '../../explorer/i18n/messages.ts';
import type { Label, Verdict } from '../../verdict/index.ts';

/** The scale of schema.org reviews goes from 1, the worst, to 5. OUTDATED is no point on it: it was right once. */
const RATINGS: Partial<Record<Label, number | null>> = {
  SUPPORTED: 5,
  PARTLY: 3,
  REFUTED: 1,
  OUTDATED: null,
};

/**
 * A verdict as schema.org ClaimReview (JSON-LD), for which a person answers by name. Null where the record does not
 * decide: what is not known is no review.
 * @param claimedAt the day the claim was made, `YYYY-MM-DD`
 */
export function claimReview(verdict: Verdict, reviewer: string, claimedAt: string): object | null {
  const rating = RATINGS[verdict.verdict];
  if (rating === undefined) return null;
  const { label } = wordsOf(verdict.lang === 'kk' ? 'kk' : 'ru');
  const name = label('verdict', verdict.verdict);
  const deciding = verdict.evidence.filter(({ role }) => role !== 'other_scope');
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: verdict.asOf,
    inLanguage: verdict.lang,
    author: { '@type': 'Person', name: reviewer },
    claimReviewed: verdict.claim,
    itemReviewed: { '@type': 'Claim', datePublished: claimedAt },
    reviewRating: {
      '@type': 'Rating',
      ...(rating === null ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 }),
      alternateName: name,
      ratingExplanation: `${name}: ${label('reason', verdict.reason)}`,
    },
    citation: deciding.map(({ url, articleId, published, publisher, sentence }) => ({
      '@type': 'NewsArticle',
      ...(url === null ? { identifier: articleId } : { url }),
      ...(published === null ? {} : { datePublished: published }),
      ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
      text: sentence,
    })),
  };
}
