import type { WordClass } from '../../catalog/grammar.ts';
import type { Span } from '../../core/span.ts';
import { analyse } from '../../language/packs/kk/analyse.ts';
import { Tag } from '../../language/tags.ts';
import { type PlacedWord, placedWords, wordTest } from './word-test.ts';

/** A claim that one of many is the first: «больше всего обращений из Алматы», `ең көп өтініш Алматыдан`. */
export interface Ranking {
  readonly kind: 'most';
  readonly way: Way;
  /** The words that say so. */
  readonly quote: string;
  /** The claim without them. */
  readonly rest: string;
}

/** A claim that one is more than another: «вакансий больше, чем резюме», `бос орын түйіндемеден көп`. */
export interface Comparing {
  readonly kind: 'more';
  readonly way: Way;
  readonly quote: string;
  /** What is said to be more or less, and what it is held against. */
  readonly left: string;
  readonly right: string;
}

export type Way = 'high' | 'low';
export type Form = Ranking | Comparing;

/** Stretches of a claim that a form may not tear apart. */
export interface Stretches {
  readonly places: readonly Span[];
  readonly numbers: readonly Pick<Span, 'start' | 'end'>[];
}

/** Reads the form of a claim that compares; null where it does not. */
export type FormReader = (claim: string, stretches: Stretches) => Form | null;

/** @param classes of `data/lexicon/grammar.yaml`, of which `rank.*` tell the form */
export function formReader(classes: readonly WordClass[]): FormReader {
  const is = (cls: string): ((word: PlacedWord | undefined) => boolean) => {
    const test = wordTest(classes, cls);
    return (placed) => placed !== undefined && test(placed.word);
  };
  const [utmost, all, high, low] = [is('rank.utmost'), is('rank.all'), is('rank.high'), is('rank.low')];
  const [first, last, than, beside] = [is('rank.first'), is('rank.last'), is('rank.than'), is('rank.beside')];
  const wayOf = (token: PlacedWord | undefined): Way | null =>
    high(token) ? 'high' : low(token) ? 'low' : null;

  /**
   * `…-ден көп`, `…-ден екі есе көп`: the nearest word in the ablative before the comparative, else what `қарағанда`
   * stands behind.
   */
  const standard = (
    tokens: readonly PlacedWord[],
    at: number,
    numbers: Stretches['numbers'],
  ): number | null => {
    const first = Math.max(0, at - BETWEEN);
    for (let i = at - 1; i > first; i--) if (beside(tokens[i])) return i - 1;
    for (let i = at - 1; i >= first; i--) {
      const token = tokens[i];
      if (token !== undefined && !numbers.some((n) => n.end > token.start) && isAblative(token.word))
        return i;
    }
    return null;
  };

  return (claim, { places, numbers }) => {
    const tokens = placedWords(claim);
    for (const [i, token] of tokens.entries()) {
      const next = tokens[i + 1];
      const alone = first(token) ? 'high' : last(token) ? 'low' : null;
      if (alone !== null) return ranking(claim, alone, token, token);
      const way = wayOf(token);
      if (utmost(token) && wayOf(next) !== null)
        return ranking(claim, wayOf(next) ?? 'high', token, next ?? token);
      if (way !== null && all(next)) return ranking(claim, way, token, next ?? token);
      if (way !== null && all(tokens[i - 1])) return ranking(claim, way, tokens[i - 1] ?? token, token);
      if (way === null) continue;
      const chem = tokens.findIndex((t, j) => j > i && than(t));
      if (chem > 0) return russian(claim, way, token, tokens[chem] ?? token);
      const held = standard(tokens, i, numbers);
      if (held !== null && tokens[held] !== undefined) return kazakh(claim, way, tokens, held, i, places);
    }
    return null;
  };
}

/** So many words may stand between what is held against and the comparative: «…-ден шамамен екі есе көп». */
const BETWEEN = 5;

const ranking = (claim: string, way: Way, from: PlacedWord, to: PlacedWord): Ranking => ({
  kind: 'most',
  way,
  quote: claim.slice(from.start, to.end),
  rest: `${claim.slice(0, from.start)} ${claim.slice(to.end)}`,
});

/** Russian puts what it holds against behind «чем». */
const russian = (claim: string, way: Way, more: PlacedWord, than: PlacedWord): Comparing => ({
  kind: 'more',
  way,
  quote: claim.slice(more.start, than.end),
  left: `${claim.slice(0, more.start)} ${claim.slice(more.end, than.start)}`,
  right: claim.slice(than.end),
});

/** Kazakh puts it in front, in the ablative or before `қарағанда`. */
function kazakh(
  claim: string,
  way: Way,
  tokens: readonly PlacedWord[],
  held: number,
  more: number,
  places: readonly Span[],
): Comparing {
  const [a, b] = [tokens[held], tokens[more]];
  const [own, end] = [a?.start ?? 0, b?.end ?? claim.length];
  const start = places.find((place) => place.start <= own && place.end > own)?.start ?? own;
  return {
    kind: 'more',
    way,
    quote: claim.slice(start, end),
    left: `${claim.slice(0, start)} ${claim.slice(end)}`,
    right: claim.slice(start, a?.end ?? end),
  };
}

/** A word is taken for an ablative only when no plainer reading of it is as likely. */
function isAblative(word: string): boolean {
  const [best, ...others] = analyse(word).filter(({ tags }) => (tags & Tag.abl) !== 0);
  return best !== undefined && word.length > SHORT && [best, ...others].some(({ cost }) => cost < UNLIKELY);
}
const SHORT = 4;
const UNLIKELY = 3;
