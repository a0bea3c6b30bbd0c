import type { Thing } from '../../catalog/things.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { type Document, has, mark, tokenAt } from '../document.ts';
import { type NumberGroup, numeralIn } from './groups.ts';
import { thingSense } from './quantities.ts';

/**
 * Is a number with a point the time of a clock: «в 10.30», «сағат 9.00-де», «с 9.00 до 18.00», «в 14:20 и 16.45»?
 * It has two digits behind the point, none over 59, and something that ties it to time; nothing is counted in it.
 */
export function isClock(
  doc: Document,
  groups: readonly NumberGroup[],
  at: number,
  earlier = LIST_LENGTH,
): boolean {
  const g = groups[at];
  if (!g) return false;
  if (isParted(doc, g, groups[at + 1]) || isParted(doc, groups[at - 1], g)) return true;
  const minutes = clockMinutes(doc, g);
  if (minutes === undefined || counts(doc, g.to)) return false;
  if (has(doc, g.from - 1, 'prep.in') || has(doc, g.from - 1, 'unit.hour')) return true;
  // Whole quarters of an hour, tied like a stretch of time.
  if (
    minutes % 15 === 0 &&
    (has(doc, g.from - 1, 'prep.from') ||
      has(doc, g.from - 1, 'prep.to') ||
      (g.tags & (Tag.abl | Tag.dat | Tag.loc)) !== 0)
  )
    return true;
  // «в 9.00, 12.00 и 16.45»: the next of a list.
  const listed = has(doc, g.from - 1, 'and') || mark(doc, g.from - 1) === ',';
  if (!listed) return false;
  if (tokenAt(doc, g.from - 2)?.kind === Kind.time) return true;
  return earlier > 0 && groups[at - 1]?.to === g.from - 1 && isClock(doc, groups, at - 1, earlier - 1);
}
/** Times of day told in one breath. */
const LIST_LENGTH = 8;

/** Minutes of `16.45`; undefined when it cannot be a time of day. */
function clockMinutes(doc: Document, g: NumberGroup): number | undefined {
  const t = doc.tokens[g.from];
  if (g.to - g.from !== 1 || t?.digits.decimals !== 2 || g.value === null || g.value >= 24) return undefined;
  const minutes = Math.round((g.value % 1) * 100);
  return minutes < 60 ? minutes : undefined;
}

/** «сағат 18: 00-де»: hours and minutes with a space behind the colon. */
function isParted(doc: Document, hours: NumberGroup | undefined, minutes: NumberGroup | undefined): boolean {
  if (!hours || minutes?.from !== hours.to + 1 || mark(doc, hours.to) !== ':') return false;
  const t = doc.tokens[minutes.from];
  const written = t ? doc.text.slice(t.start, t.start + 3) : '';
  return (
    (hours.value ?? 99) < 24 &&
    (minutes.value ?? 99) < 60 &&
    /^\d\d(?:\D|$)/.test(written) &&
    (minutes.tags !== 0 || has(doc, hours.from - 1, 'unit.hour') || has(doc, hours.from - 1, 'prep.in'))
  );
}

/** A unit or a counted thing: «в 10.30 раза» is no time. Hours and minutes are. */
function counts(doc: Document, i: number): boolean {
  if (mark(doc, i) === '%' || has(doc, i, 'percent') || has(doc, i, 'times') || has(doc, i, 'point.adj'))
    return true;
  const thing = thingSense(doc, i)?.entry.data as Thing | undefined;
  if (thing && thing.kind !== 'duration') return true;
  return numeralIn(doc, i, 'multiplier') !== undefined;
}
