import type { Lang } from '../../core/article.ts';
import type { Facts } from '../../core/facts.ts';
import type { Extractor } from '../../extract/index.ts';
import type { Coverage, Store } from '../../store/index.ts';
import { type Check, type Label, together, type Verdict } from '../../verdict/index.ts';
import type { Checked } from './checked.ts';
import { claimedHolders } from './claimed-holders.ts';
import { claimedFigures } from './claimed-shares.ts';
import { holderChecker } from './holders.ts';
import { numberChecker } from './numbers.ts';
import { rankChecker } from './ranks.ts';
import { reachChecker } from './reach.ts';
import { type Claim, slots } from './slots.ts';
import { trendChecker } from './trends.ts';
import { loadWording, type Wording } from './wording.ts';

export interface Checker {
  readonly check: Check;
}

/** Checks claims against a record. The wording, by default that of the project's data, is slow to load and can be shared. */
export function checker(store: Store, extractor: Extractor, wording: Wording = loadWording()): Checker {
  const readers = new WeakMap<Store, Reader>();
  /** What reads the record as it was known on a day, each article with the text that it had then. */
  const on = (day: string): Reader => {
    const seen = store.at(day);
    const reader = readers.get(seen) ?? readerOf(seen, extractor, wording);
    readers.set(seen, reader);
    return reader;
  };
  const whyNothing = (lang: Lang, claim: string): string => {
    if (wording.isQuestion(claim)) return 'QUESTION';
    return lang === 'other' ? 'OTHER_LANGUAGE' : 'NOTHING_TO_CHECK';
  };

  return {
    check(claim, when) {
      const asOf = when.asOf.slice(0, 10);
      const claimedAt = (when.claimedAt ?? asOf).slice(0, 10);
      // «Last year» of a claim is the year before the claim.
      const article = { id: 'claim', text: claim, published: claimedAt, lang: when.lang };
      const facts = extractor.extract(article);
      const { lang } = facts.article;
      const places = facts.regions.flatMap(({ mentions }) => mentions);
      const said: Claim = {
        text: claim,
        lang,
        places: places.map(({ text }) => text).join(' '),
        period: extractor.periods(article)[0] ?? null,
      };
      const checkedOn = (day: string): readonly Checked[] =>
        wording.isQuestion(claim) ? [] : on(day).partsOf(facts, said, day);
      const checked = checkedOn(asOf);
      const then = claimedAt === asOf ? checked : checkedOn(claimedAt);
      const verdict = verdictOf(checked);
      return {
        claim,
        lang,
        asOf,
        parts: checked.map(({ part }) => part),
        verdict,
        verdictThen: verdictOf(then),
        reason:
          checked.find(({ part }) => part.verdict === verdict)?.part.reason ??
          (checked.length === 0 ? whyNothing(lang, claim) : 'PARTS_DIFFER'),
        evidence: checked.flatMap(({ evidence }) => evidence),
        coverage: on(asOf).coverage(),
      };
    },
  };
}

const verdictOf = (checked: readonly Checked[]): Label => together(checked.map(({ part }) => part.verdict));

/** Holds claims against one state of a record. */
interface Reader {
  partsOf(facts: Facts, said: Claim, asOf: string): readonly Checked[];
  coverage(): Verdict['coverage'];
}

function readerOf(store: Store, extractor: Extractor, wording: Wording): Reader {
  const filled = slots(wording, (keys) => store.rarity(keys));
  const checkNumber = numberChecker(store, wording, filled);
  const checkRank = rankChecker(store, wording, filled, extractor);
  const checkHolder = holderChecker(store, wording);
  const checkReach = reachChecker(store, wording);
  const checkTrend = trendChecker(store, wording, filled);

  /** What of a claim can be checked: a comparison, else its numbers, else who holds a post, where a program is, what rose. */
  const partsOf: Reader['partsOf'] = (facts, said, asOf) => {
    const places = facts.regions.flatMap(({ mentions }) => mentions);
    const form = wording.form(said.text, { places, numbers: facts.indicators });
    // «Twice as many as» is a number of a comparison, and of nothing that the claim counts.
    const compared = form !== null && facts.indicators.every(({ unitClass }) => unitClass === 'times');
    const rank = compared ? checkRank(form, said, facts, asOf) : null;
    if (rank !== null) return [rank];
    const figures = claimedFigures(facts, wording.shares).filter(
      ({ subject, unit }) => subject !== '' || unit !== 'item',
    );
    if (figures.length > 0) return figures.map((fact) => checkNumber(fact, said, asOf));
    const { period } = said;
    const lang = facts.article.lang === 'kk' ? 'kk' : 'ru';
    // A person beside a number is who says it; alone the post itself is what is claimed.
    const holders = claimedHolders(facts);
    if (holders.length > 0) return holders.map((official) => checkHolder(official, period, lang, asOf));
    const direction = wording.trend(said.text);
    const [place = null, ...others] = facts.regions;
    if (direction !== null && others.length === 0 && !wording.isNegated(said.text, '')) {
      const topic = filled.topic(said.text, said, place, period);
      return [checkTrend({ ...topic, direction, amount: null }, said, asOf)];
    }
    const reach = checkReach(facts, asOf);
    return reach === null ? [] : [reach];
  };

  return { partsOf, coverage: () => coverageOf(store.coverage()) };
}

const coverageOf = (coverage: Coverage): Verdict['coverage'] => ({
  articles: coverage.articles,
  from: coverage.from,
  to: coverage.to,
  publishers: coverage.publishers.flatMap(({ publisher }) => publisher ?? []),
});
