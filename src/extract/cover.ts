/** Marks tokens `from` up to `to`. A loop: few are marked at a time, and to call `fill` costs more than they do. */
export function cover(marked: Uint8Array, from: number, to: number): void {
  for (let i = from; i < to; i++) marked[i] = 1;
}

/** Is none of tokens `from` up to `to` marked? */
export function isFree(marked: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marked[i] === 1) return false;
  return true;
}
