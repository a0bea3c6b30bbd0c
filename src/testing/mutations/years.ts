import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

/** Years of the text, of the facts and of publication go on or back together. */
export const otherYears: Mutate = (gold, _, random) => {
  const by = oneOf([-1, 1, 2, 4], random) ?? 1;
  const shift = (text: string): string =>
    text.replace(/(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)/gu, (year) => String(Number(year) + by));
  const inside = (at: number): boolean =>
    gold.indicators.some((i) => (i.start ?? 0) <= at && at < (i.start ?? 0) + i.quote.length);
  const edits: Edit[] = [
    ...gold.text.matchAll(/(?<![\d.,]|\d[ \u00a0])(?:19|20)\d\d(?![\d%]|[.,]\d|[ \u00a0]\d{3})/gu),
  ]
    .filter((m) => !inside(m.index))
    .map((m) => ({ start: m.index, end: m.index + 4, text: shift(m[0]) }));
  const day = (d: string | null): string | null => d && shift(d).replace('-02-29', '-02-28');
  return edited(
    {
      ...gold,
      published: gold.published == null ? gold.published : day(gold.published),
      programs: gold.programs.map((p) => ({ ...p, name: shift(p.name), known_as: p.known_as.map(shift) })),
      indicators: gold.indicators.map((i) => ({
        ...i,
        period: i.period && { from: day(i.period.from), to: day(i.period.to) },
        program: i.program && shift(i.program),
      })),
    },
    edits,
  );
};
