import type { ReadLang } from '../../core/article.ts';
import { ulpOf } from '../../verdict/index.ts';
import {
  type Change,
  chosen,
  type Fact,
  type MadeClaim,
  type Making,
  otherNumber,
  silentYear,
  yearOf,
} from './made.ts';
import { inWords, type Line } from './wording.ts';

/** A slot is changed so often. */
const TIMES = 2;
/** Subjects longer than this are no line; those with a colon are put together from several. */
const LONGEST = 110;

/**
 * Claims made from a fact as lines in a language: as it is, and with one slot changed. In the other language than the
 * fact's own only where its concept has a name there.
 */
export function* lines(fact: Fact, lang: ReadLang, making: Making): Generator<MadeClaim> {
  const line = lineOf(fact, lang, making);
  if (line === undefined) return;
  const { scopes, regions, programs, random, words } = making;
  const scope = { unit: fact.unit, region: fact.region?.id ?? null, year: line.year };
  const say = function* (
    change: Change,
    changed: Line | undefined,
    asOf = making.today,
  ): Generator<MadeClaim> {
    const text = changed === undefined ? undefined : inWords(changed, lang, words);
    if (changed !== undefined && text !== undefined)
      yield { text, lang, change, value: changed.value, unit: changed.unit, asOf, from: fact.id };
  };
  yield* say('nothing', line, (fact.published ?? fact.seen).slice(0, 10));

  for (let n = 0; n < TIMES; n++) {
    const region = chosen(regions, ({ key }) => !scopes.says({ ...scope, region: key, year: null }), random);
    yield* say('region', region && { ...line, place: region[lang] });
    const year = silentYear(fact, scope.region, making);
    yield* say('year', year === undefined ? undefined : { ...line, year });
    const value = otherNumber(fact, scope.region, making, ulpOf(fact.quote, fact.value));
    yield* say('number', value === undefined ? undefined : { ...line, value });
    const program = chosen(programs, ({ key }) => !scopes.says({ ...scope, year: null }, key), random);
    yield* say('program', program && { ...line, program: program[lang] });
  }
  for (const unit of words.swaps[fact.unit] ?? [])
    if (!scopes.says({ ...scope, unit })) yield* say('unit', inUnit(line, unit, lang, making));
}

/** The fact in the slots of a line; undefined when it is no fact for a line. */
function lineOf(fact: Fact, lang: ReadLang, { words, programs }: Making): Line | undefined {
  const year = yearOf(fact);
  const named = fact.concept === null ? undefined : words.concepts[fact.concept]?.[lang];
  const subject = fact.lang === lang ? fact.subject : named;
  if (year === undefined || subject === undefined || subject === '' || subject.length > LONGEST)
    return undefined;
  if (/[:\d]/u.test(subject) || fact.measure !== 'level' || fact.status !== 'actual' || fact.per !== null)
    return undefined;
  return {
    place: placeOf(fact, lang, words.city[lang]),
    year,
    program: programs.find(({ key }) => key === fact.program?.key)?.[lang] ?? null,
    subject,
    comparator: fact.comparator,
    value: fact.value,
    unit: fact.unit,
  };
}

/**
 * A region by its name; what is no oblast or district bears its kind in front, since a bare name says where one writes
 * from.
 */
function placeOf({ region }: Fact, lang: ReadLang, city: string): string | null {
  if (region === null) return null;
  const name = region.name[lang];
  return /^KZ-\d\d(?:\/.+)?$/u.test(region.id) && !name.includes(' ') ? city.replace('{place}', name) : name;
}

/** The line in another unit: the counted thing is another in its subject too. Undefined where it stands there otherwise. */
function inUnit(line: Line, unit: string, lang: ReadLang, { words }: Making): Line | undefined {
  const plural = (of: string): string | undefined => words.units[of]?.[lang][lang === 'kk' ? 1 : 3];
  const [old, fresh] = [plural(line.unit), plural(unit)];
  if (old === undefined || fresh === undefined) return old === fresh ? { ...line, unit } : undefined;
  const inner = lang === 'kk' ? line.subject.endsWith(old) : line.subject.startsWith(old);
  if (!inner) return undefined;
  const rest = lang === 'kk' ? line.subject.slice(0, -old.length) : line.subject.slice(old.length);
  return { ...line, unit, subject: lang === 'kk' ? rest + fresh : fresh + rest };
}
