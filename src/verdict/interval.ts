/** The numbers between two bounds; an open bound does not belong to them. `Infinity` bounds are open. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
}

export const closed = (lo: number, hi: number): Interval => ({ lo, hi, loOpen: false, hiOpen: false });
export const above = (lo: number, open: boolean): Interval => ({
  lo,
  hi: Number.POSITIVE_INFINITY,
  loOpen: open,
  hiOpen: true,
});
export const below = (hi: number, open: boolean): Interval => ({
  lo: Number.NEGATIVE_INFINITY,
  hi,
  loOpen: true,
  hiOpen: open,
});

/** An interval as it is shown: an open end has no bound. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

/** The bounds of an interval, without the last bits of a double; null for none. */
export const boundsOf = (interval: Interval | null): Bounds | null =>
  interval && { from: bound(interval.lo), to: bound(interval.hi) };

const bound = (x: number): number | null => (Number.isFinite(x) ? Number(x.toPrecision(12)) : null);

/** Equal up to the last bits of a double: 0.1 + 0.2 is 0.3, and sums of tenge stay exact. */
export const same = (a: number, b: number): boolean => {
  if (a === b) return true;
  const size = Math.max(1, Math.abs(a), Math.abs(b));
  return size < Number.POSITIVE_INFINITY && Math.abs(a - b) <= 1e-9 * size;
};

/** Is every number of `inner` one of `outer`? */
export const within = (inner: Interval, outer: Interval): boolean =>
  (same(inner.lo, outer.lo) ? !outer.loOpen || inner.loOpen : inner.lo > outer.lo) &&
  (same(inner.hi, outer.hi) ? !outer.hiOpen || inner.hiOpen : inner.hi < outer.hi);

/** Have the two no number in common? */
export const apart = (a: Interval, b: Interval): boolean => ends(a, b) || ends(b, a);

/** Does the first end before the second begins? */
const ends = (a: Interval, b: Interval): boolean => (same(a.hi, b.lo) ? a.hiOpen || b.loOpen : a.hi < b.lo);
