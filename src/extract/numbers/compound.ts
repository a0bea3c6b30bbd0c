import { type Document, has } from '../document.ts';
import { type Quantity, withParts } from './quantities.ts';

/** How many of the smaller unit make one of the greater. */
const PARTS: ReadonlyMap<string | undefined, { readonly unit: string; readonly parts: number }> = new Map([
  ['m', { unit: 'cm', parts: 100 }],
  ['km', { unit: 'm', parts: 1000 }],
  ['tonne', { unit: 'kg', parts: 1000 }],
  ['kg', { unit: 'g', parts: 1000 }],
  ['KZT', { unit: 'tiyn', parts: 100 }],
]);

/** «4 метр 12 сантиметр», «2 км 300 метров», «12 теңге 50 тиын»: one figure in the greater of two units. */
export function compounded(a: Quantity, b: Quantity): Quantity | undefined {
  const lesser = b.from === a.to ? PARTS.get(a.unit) : undefined;
  if (!lesser || b.unit !== lesser.unit || a.value === null || b.value === null) return undefined;
  const { parts } = lesser;
  const whole = Number.isInteger(a.value) && a.high === null && b.high === null && a.previous === null;
  if (!whole || b.value >= parts) return undefined;
  return withParts(a, {
    to: b.to,
    value: Math.round(a.value * parts + b.value) / parts,
    comparator: a.comparator === '=' ? b.comparator : a.comparator,
    hedge: a.hedge ?? b.hedge,
    tags: b.tags,
    until: b.until,
  });
}

const SHORT_GAP = 2;
const LONG_GAP = 6;
const MILLIARD = 1e9;

/**
 * «білімге 7,9 трлн, спортқа 0,7 трлн теңге», «от 2 млн, до 20 млн тенге»: in a list of sums only the last may name its
 * currency. Milliards lend it over the words of an item, lesser magnitudes only from next to each other.
 */
export function lendCurrency(doc: Document, list: readonly Quantity[]): Quantity[] {
  const out = [...list];
  for (let i = out.length - 2; i >= 0; i--) {
    const [a, b] = [out[i], out[i + 1]];
    if (!a || b?.unitClass !== 'money' || doc.sentenceOf[a.from] !== doc.sentenceOf[b.from]) continue;
    const { multiplier } = a.group;
    const reach = multiplier >= MILLIARD ? LONG_GAP : SHORT_GAP;
    const listed = doc.tokens[a.to]?.mark === ',' || has(doc, a.to, 'and');
    if (a.unit === undefined && multiplier > 1 && b.group.multiplier > 1 && listed && b.from - a.to <= reach)
      out[i] = withParts(a, { unit: b.unit, unitClass: b.unitClass, thing: b.thing });
  }
  return out;
}
