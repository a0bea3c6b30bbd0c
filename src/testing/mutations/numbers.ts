import type { GoldIndicator } from '../../pipeline/gold.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

/** A number as it is written: digits with their thousands apart, and the word or letters for its magnitude. */
const NUMBER =
  /(?<![\p{L}\d,.-])(\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)(?:[ \u00a0\u202f]?(тыс|мың|млн|миллион|млрд|миллиард|трлн|триллион))?/gu;
const MAGNITUDES: Readonly<Record<string, number>> = {
  тыс: 1e3,
  мың: 1e3,
  млн: 1e6,
  миллион: 1e6,
  млрд: 1e9,
  миллиард: 1e9,
  трлн: 1e12,
  триллион: 1e12,
};

interface Written {
  readonly at: number;
  readonly digits: string;
  readonly scale: number | undefined;
}

const readNumber = (digits: string): number =>
  Number(digits.replace(/[ \u00a0\u202f]/gu, '').replace(',', '.'));

/** The values that a quote tells, a composed one as a sum («2 млн 538 мың»): read apart from the rules under test. */
function read(numbers: readonly Written[]): number[] {
  const values: number[] = [];
  let last: Written | undefined;
  for (const [k, n] of numbers.entries()) {
    const scale = n.scale ?? numbers.slice(k + 1).find((m) => m.scale !== undefined)?.scale ?? 1;
    const composed = last?.scale !== undefined && last.scale > (n.scale ?? 1) && n.at - last.at < 16;
    if (composed) values.push((values.pop() ?? 0) + readNumber(n.digits) * (n.scale ?? 1));
    else values.push(readNumber(n.digits) * scale);
    last = n;
  }
  return values;
}

const near = (a: number | null, b: number | undefined): boolean =>
  a !== null && b !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** The slots that the values of a quote fill, or undefined where they are told in another way. */
function slots(i: GoldIndicator, values: readonly number[]): ('value' | 'previous' | 'high')[] | undefined {
  const wanted = (['value', 'previous', 'high'] as const).filter((slot) => i[slot] !== null);
  const order = values.map((v) => wanted.find((slot) => near(i[slot], v)));
  const known = order.filter((slot) => slot !== undefined);
  return known.length === order.length && new Set(known).size === wanted.length ? known : undefined;
}

/** Other digits of the same shape: as many, as many decimals, and an end that asks for the same forms of words. */
function otherDigits(digits: string, suffixed: boolean, limit: number, random: () => number): string {
  const places = [...digits.matchAll(/\d/gu)].map((m) => m.index);
  const last = places.at(-1) ?? 0;
  const decimal = /[.,]/u.exec(digits)?.index;
  const whole = digits.slice(0, decimal ?? digits.length);
  const teen = /1\d$/u.test(whole) && decimal === undefined;
  for (let attempt = 0; attempt < 40; attempt++) {
    const other = [...digits];
    for (const at of places) {
      const old = digits[at] ?? '';
      if (at === 0 && (old === '0' || (old === '1' && places.length === 1))) continue;
      if (teen && at === last - 1) continue;
      if (at === last && (suffixed || (decimal === undefined && /[01]/u.test(old)))) continue;
      const choice = decimal === undefined && at === last ? sameForm(old) : '123456789';
      other[at] = oneOf([...choice], random) ?? old;
    }
    const written = other.join('');
    const value = readNumber(written);
    const teenNow = decimal === undefined && /1\d$/u.test(written);
    if (written === digits || teenNow !== teen || value > limit || isYear(written)) continue;
    return written;
  }
  return digits;
}

/** Russian tells «2 школы» from «5 школ»; one and zero stay as they are. */
const sameForm = (digit: string): string => (/[2-4]/u.test(digit) ? '234' : '56789');
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/u.test(digits);

/** Every figure that is written in digits gets another number of its shape. */
export const otherNumbers: Mutate = (gold, _, random) => {
  const edits: Edit[] = [];
  const indicators = gold.indicators.map((i) => {
    const start = i.start ?? 0;
    const numbers = [...i.quote.matchAll(NUMBER)].map(
      (m): Written => ({
        at: m.index,
        digits: m[1] ?? '',
        scale: m[2] === undefined ? undefined : MAGNITUDES[m[2]],
      }),
    );
    const order = slots(i, read(numbers));
    const shares = gold.indicators.some(
      (o) => o !== i && (o.start ?? 0) < start + i.quote.length && start < (o.start ?? 0) + o.quote.length,
    );
    if (order === undefined || shares || numbers.some((n) => isYear(n.digits))) return i;
    const percent = i.unit === 'percent' && readNumber(numbers[0]?.digits ?? '') <= 100;
    const limit = percent ? 100 : Number.POSITIVE_INFINITY;
    const before = read(numbers);
    for (let attempt = 0; attempt < 20; attempt++) {
      const other = numbers.map((n) => ({
        ...n,
        digits: otherDigits(n.digits, /^-\p{L}/u.test(i.quote.slice(n.at + n.digits.length)), limit, random),
      }));
      const after = read(other);
      if (new Set(after).size !== after.length) continue;
      if (before.some((v, k) => k > 0 && v > (before[k - 1] ?? 0) !== (after[k] ?? 0) > (after[k - 1] ?? 0)))
        continue;
      for (const [k, n] of numbers.entries())
        edits.push({
          start: start + n.at,
          end: start + n.at + n.digits.length,
          text: other[k]?.digits ?? n.digits,
        });
      return { ...i, ...Object.fromEntries(order.map((slot, k) => [slot, after[k]])) };
    }
    return i;
  });
  return edited({ ...gold, indicators }, edits);
};
