import { z } from 'zod';

/** The time for which a name or a thing holds: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as known; null is open. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

const SPAN = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)?\.\.(\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/u;

/** Reads `2019-06..2025-06-30`, `2019..`, `..2022`; the order of the two is checked as far as both are exact. */
export const validity = z.string().transform((text, ctx): Validity => {
  const found = SPAN.exec(text);
  const [, from = null, to = null] = found ?? [];
  const ordered = from === null || to === null || from.slice(0, to.length) <= to.slice(0, from.length);
  if (found && (from !== null || to !== null) && ordered) return { from, to };
  ctx.addIssue({
    code: 'custom',
    message: 'FIRST..LAST day, one of them may be missing (2019-06..2025-06-30)',
  });
  return z.NEVER;
});
