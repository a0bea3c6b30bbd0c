import { type Document, has, mark } from '../document.ts';
import { compounded, lendCurrency } from './compound.ts';
import { type Quantity, withParts } from './quantities.ts';

/**
 * Two figures that the text sets against each other make one fact: «не 5, а 8 машин» is eight, «612 вместо 918» is 612 from
 * 918, «57 из 58 сёл» is 57. Figures of one sentence only, next to each other.
 */
export function relate(doc: Document, list: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (let i = 0; i < list.length; i++) {
    const [a, b] = [list[i], list[i + 1]];
    if (!a) continue;
    const one =
      b && doc.sentenceOf[a.from] === doc.sentenceOf[b.from]
        ? (compounded(a, b) ?? joined(doc, a, b))
        : undefined;
    out.push(one ?? a);
    if (one) i++;
  }
  return lendCurrency(doc, out);
}

const joined = (doc: Document, a: Quantity, b: Quantity): Quantity | undefined =>
  a.value === null || b.value === null || !comparable(a, b)
    ? undefined
    : (corrected(doc, a, b) ?? replaced(doc, a, b) ?? against(doc, a, b) ?? partOf(doc, a, b));

/** Figures of one unit, or one of them names none. */
const comparable = (a: Quantity, b: Quantity): boolean =>
  open(a) || open(b) || (a.unit === b.unit && a.unitClass === b.unitClass);

const open = (q: Quantity): boolean => q.unit === undefined;

/** «не 5, а 8 машин», «не о 5, а о 8 машинах», «5 емес, 8 көлік»: the first figure is denied. */
function corrected(doc: Document, a: Quantity, b: Quantity): Quantity | undefined {
  const lead = (i: number): number => (has(doc, i, 'prep') ? i - 1 : i);
  const but = lead(b.from - 1);
  const before = has(doc, lead(a.from - 1), 'not') && has(doc, but, 'but') && mark(doc, but - 1) === ',';
  if (before && a.to === but - 1) return withUnit(b, a);
  const comma = has(doc, b.from - 1, 'but') ? b.from - 2 : b.from - 1;
  return mark(doc, comma) === ',' && has(doc, a.to, 'not') && a.to + 1 === comma ? withUnit(b, a) : undefined;
}

/**
 * «612 вместо 918», «вместо 30 построили 45 площадок», «30-дың орнына 45 алаң»: what there was, or should have been,
 * before.
 */
function replaced(doc: Document, a: Quantity, b: Quantity): Quantity | undefined {
  if (has(doc, b.from - 1, 'instead.before') || has(doc, b.from - 2, 'instead.before'))
    return b.from - a.to <= 2
      ? withParts(withUnit(a, b), { to: Math.max(a.to, b.to), previous: scaled(b, a) })
      : undefined;
  const opens = has(doc, a.from - 1, 'instead.before') || has(doc, a.from - 2, 'instead.before');
  const closes = has(doc, a.to, 'instead.after') || has(doc, a.group.to, 'instead.after');
  return (opens || closes) && b.from - a.to <= APART
    ? withParts(withUnit(b, closes ? withParts(a, { unit: undefined }) : a), { previous: scaled(a, b) })
    : undefined;
}

/** «71 тонна против 58 годом ранее» */
function against(doc: Document, a: Quantity, b: Quantity): Quantity | undefined {
  const gap = b.from - a.to;
  return gap === 1 && has(doc, a.to, 'versus')
    ? withParts(withUnit(a, b), { to: b.to, previous: scaled(b, a) })
    : undefined;
}

/**
 * «57 из 58 сёл», «19 сёл из 24»: the part is the figure, the whole its frame. Where neither names what it counts
 * («5516 из 11 296») the whole is a figure of its own, unless it is the ten of a saying («9 из 10»).
 */
function partOf(doc: Document, a: Quantity, b: Quantity): Quantity | undefined {
  if (b.from - a.to !== 1 || !has(doc, a.to, 'prep.outof') || (a.value ?? 0) > (b.value ?? 0))
    return undefined;
  // «освоили 2,8 из 4,1 млрд тенге»
  if (open(a) && b.unitClass === 'money') return { ...withUnit(a, b), value: scaled(a, b), to: b.to };
  if (a.unitClass !== 'count' || b.unitClass !== 'count') return undefined;
  const saying = a.unit === undefined && (b.value ?? 0) <= 10;
  if ((a.unit === undefined) === (b.unit === undefined) && !saying) return undefined;
  return withParts(withUnit(a, b), { to: b.to });
}

/** A figure with the unit and noun of the other where it has none of its own. */
const withUnit = (q: Quantity, other: Quantity): Quantity =>
  open(q) && other.unit !== undefined
    ? withParts(q, { unit: other.unit, unitClass: other.unitClass, thing: other.thing, noun: other.noun })
    : q;

/** The earlier figure in the magnitude of the one it is told with: «4,5 млрд вместо 3», «вместо 3 – 4,5 млрд». */
function scaled(old: Quantity, now: Quantity): number {
  const lends = old.group.multiplier === 1 && now.group.multiplier > 1 && open(old);
  return (old.value ?? 0) * (lends ? now.group.multiplier : 1);
}

/** Tokens between the two figures of «вместо 30 построили 45». */
const APART = 4;
