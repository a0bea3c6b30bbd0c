import {
  type Change,
  chosen,
  type Fact,
  type MadeClaim,
  type Making,
  type Named,
  otherNumber,
  silentYear,
  yearOf,
} from './made.ts';
import { digits } from './wording.ts';

/** Longer sentences are no claims. */
const LONGEST = 260;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;
/** One number in digits, its thousands apart; what stands behind it must not depend on how it is read aloud. */
const NUMBER = /(?<![\d,.])\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:,\d+)?(?![\d-])/gu;

/** Claims made from the sentence of a fact: as it stands, and with one word or number of it changed. */
export function* edits(fact: Fact, making: Making): Generator<MadeClaim> {
  const { sentence, lang, region } = fact;
  if (sentence.length > LONGEST || !sentence.includes(fact.quote)) return;
  const said = fact.inferred.includes('region') ? null : (region?.id ?? null);
  const say = function* (
    change: Change,
    text: string | undefined,
    asOf = making.today,
    value = fact.value,
  ): Generator<MadeClaim> {
    if (text !== undefined) yield { text, lang, change, value, unit: fact.unit, asOf, from: fact.id };
  };
  yield* say('nothing', sentence, (fact.published ?? fact.seen).slice(0, 10));
  yield* say('region', withRegion(fact, said, making));
  yield* say('year', withYear(fact, said, making));
  yield* say('program', withProgram(fact, said, making));
  const changed = withNumber(fact, said, making);
  yield* say('number', changed?.text, making.today, changed?.value);
}

/** Both names must end alike in all their forms. */
function withRegion(fact: Fact, said: string | null, making: Making): string | undefined {
  const ending = making.words.regionEnding[fact.lang];
  const stem = (name: string): string | undefined =>
    name.endsWith(ending) ? name.slice(0, -ending.length) : undefined;
  const old = said === null || fact.region === null ? undefined : stem(fact.region.name[fact.lang]);
  if (old === undefined || !isOnce(fact.sentence, old)) return undefined;
  const { scopes, regions, random } = making;
  const silent = ({ key, [fact.lang]: name }: Named): boolean =>
    stem(name) !== undefined && !scopes.says({ unit: fact.unit, region: key, year: null });
  const region = chosen(regions, silent, random);
  return region && fact.sentence.replace(old, () => stem(region[fact.lang]) ?? '');
}

/** The only year that the sentence names. */
function withYear(fact: Fact, said: string | null, making: Making): string | undefined {
  const year = yearOf(fact);
  const named = fact.sentence.match(YEAR) ?? [];
  if (year == null || named.length !== 1 || named[0] !== String(year)) return undefined;
  const other = silentYear(fact, said, making);
  return other === undefined ? undefined : fact.sentence.replace(String(year), String(other));
}

/** A program that the sentence names once. */
function withProgram(fact: Fact, said: string | null, making: Making): string | undefined {
  const { scopes, programs, random } = making;
  const old = fact.inferred.includes('program') ? undefined : fact.program?.name[fact.lang];
  if (old === undefined || !isOnce(fact.sentence, `«${old}»`)) return undefined;
  const silent = ({ key }: Named): boolean =>
    !scopes.says({ unit: fact.unit, region: said, year: null }, key);
  const program = chosen(programs, silent, random);
  return program && fact.sentence.replace(`«${old}»`, () => `«${program[fact.lang]}»`);
}

/** The only number of the quote, written in digits before a word for thousands or none. */
function withNumber(
  fact: Fact,
  said: string | null,
  making: Making,
): { readonly text: string; readonly value: number } | undefined {
  const [written, ...more] = fact.quote.match(NUMBER) ?? [];
  if (written === undefined || more.length > 0 || /\d-/u.test(fact.quote)) return undefined;
  const [, decimals = ''] = written.split(',');
  const mantissa = Number(written.replace(/[ \u00a0\u202f]/gu, '').replace(',', '.'));
  const scale = fact.value / mantissa;
  if (!Number.isInteger(Math.log10(scale))) return undefined;
  const value = otherNumber(fact, said, making, scale * 10 ** -decimals.length);
  if (value === undefined) return undefined;
  const quote = fact.quote.replace(written, digits(value / scale));
  return { text: fact.sentence.replace(fact.quote, () => quote), value };
}

const isOnce = (text: string, part: string): boolean => text.split(part).length === 2;
