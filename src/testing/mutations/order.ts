import type { Gold } from '../../pipeline/gold.ts';
import { edited, type Mutate, oneOf, replaced } from './mutation.ts';

/*
 * The same sentences in another order, with others between them, or in other paragraphs: what a sentence says stays
 * true, what it leaves to its neighbours need not.
 */

/** The passage without its title. */
export const withoutHeading: Mutate = (gold) => (gold.title ? { ...gold, title: null } : null);

const NEUTRAL: Readonly<Record<Gold['lang'], readonly string[]>> = {
  kk: [
    'Жұмыс әлі де жалғасып жатыр.',
    'Бұл тұрғындардың көңілінен шыққан.',
    'Жиында түрлі мәселе талқыланды.',
    'Бастама елге ұнады.',
  ],
  ru: [
    'Работа продолжается.',
    'Жители этим довольны.',
    'На встрече обсудили и другие вопросы.',
    'Об этом много говорили.',
  ],
};

/** A sentence without facts between two others. */
export const withNeutral: Mutate = (gold, _, random) => {
  const places = [...gold.text.matchAll(/(?<=\p{Ll}{5}[»)]?\.)(?= [\p{Lu}«])/gu)].map((m) => m.index);
  const at = oneOf(places, random);
  return at === undefined
    ? null
    : edited(gold, [{ start: at, end: at, text: ` ${oneOf(NEUTRAL[gold.lang], random)}` }]);
};

/** A line of its own for a neutral sentence between two paragraphs. */
export const withNeutralParagraph: Mutate = (gold, _, random) => {
  const places = [...gold.text.matchAll(/(?<=\.)\n/gu)].map((m) => m.index);
  const at = oneOf(places, random);
  return at === undefined
    ? null
    : edited(gold, [{ start: at, end: at, text: `\n${oneOf(NEUTRAL[gold.lang], random)}` }]);
};

/** All paragraphs run into one, or every sentence in one of its own. */
export const oneParagraph: Mutate = (gold) =>
  edited(
    gold,
    replaced(gold.text, /(?<=[.!?»])\n(?=[\p{Lu}«\d])/gu, () => ' '),
  );
export const manyParagraphs: Mutate = (gold) =>
  edited(
    gold,
    replaced(gold.text, /(?<=\p{Ll}{5}[»)]?\.) (?=[\p{Lu}«])/gu, () => '\n'),
  );

/** Two paragraphs that stand side by side change places, the first one of the passage stays. */
export const otherOrder: Mutate = (gold, _, random) => {
  const lines = [...gold.text.matchAll(/[^\n]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const k = 1 + Math.floor(random() * (lines.length - 2));
  const [one, two] = [lines[k], lines[k + 1]];
  if (!one || !two) return null;
  const text = gold.text;
  const moved = (at: number): number =>
    at >= one.start && at < one.end
      ? at + (two.end - two.start) + (two.start - one.end)
      : at >= two.start && at < two.end
        ? at - (two.start - one.start)
        : at;
  const swapped =
    text.slice(0, one.start) +
    text.slice(two.start, two.end) +
    text.slice(one.end, two.start) +
    text.slice(one.start, one.end) +
    text.slice(two.end);
  return {
    ...gold,
    text: swapped,
    indicators: gold.indicators.map((i) => ({ ...i, start: moved(i.start ?? 0) })),
    not_indicators: gold.not_indicators.map(({ quote, start }) => ({
      quote,
      start: moved(start ?? text.indexOf(quote)),
    })),
  };
};
