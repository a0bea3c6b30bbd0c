import { loadMonths } from '../catalog/grammar.ts';
import { almatyDay, almatyIso, fromAlmaty } from '../core/clock.ts';

/** Dates stand at the beginning of what a selector finds; longer texts are no dates. */
const MAX_TEXT = 200;

const ENGLISH = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** Latin spellings beside those of the lexicon: without marks, and with the letters of other reforms. */
const LATIN = [
  'qantar kantar qaŋtar',
  'akpan',
  'nawrız nawriz',
  'sauir sawir säwir',
  '',
  'mausym mawsım maýsım',
  'şilde',
  'tamız tamiz',
  'qyrkuiek qyrkýiek qırküyek qırkuyek',
  '',
  'qarasha',
  'zheltoqsan jeltoksan želtoqsan',
];

let table: ReadonlyMap<string, number> | undefined;

/** Every word that names a month in news of Kazakhstan: nominative, genitive and locative, three alphabets, usual cuts. */
function months(): ReadonlyMap<string, number> {
  if (table) return table;
  const built = new Map<string, number>();
  for (const { month, kk, latin, ru } of loadMonths()) {
    const english = ENGLISH[month - 1] ?? '';
    const cut = (word: string): string => word.slice(0, 3);
    for (const word of [...kk, ...latin, ...ru, ...(LATIN[month - 1] ?? '').split(' '), english]) {
      if (word !== '') built.set(word, month);
    }
    for (const word of [...kk, ...ru, english]) if (!built.has(cut(word))) built.set(cut(word), month);
  }
  built.set('сент', 9).set('нояб', 11).set('sept', 9);
  table = built;
  return built;
}

const TIME = /(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?(?![\d.])/;
const ISO =
  /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ]\s?(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/;
const NUMERIC = /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/;
/** `23 Ноябрь 2025`, `21 Ақпан, 2025`, `5 ноября 2024 г.`, `30 қаңтар` */
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:-?(?:го|ші|шы))?\s+([\p{L}]{3,12})\.?,?(?:\s+(\d{4})(?!\d))?/u;
/** `2026 жылғы 1 тамыз`, `2026 ж. 1 тамыз`, `2026 jylǵy 1 tamyz` */
const YEAR_FIRST =
  /(?<!\d)(\d{4})\s*(?:жылғы|жылы|жыл|ж\.|jylǵy|jylgy|jyly|zhylgy)\s*(\d{1,2})\s+([\p{L}]{3,12})/u;
/** `August 1, 2026` */
const MONTH_FIRST = /([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/;
const AGO = /(\d{1,2})\s*(минут|мин|час|сағ|сагат|minutes?|hours?)\p{L}*\.?\s*(назад|бұрын|ago)/u;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:позавчера|алдыңгүні|алдыңғы күні)(?!\p{L})/u, 2],
  [/(?<!\p{L})(?:вчера|кеше|keshe|yesterday)(?!\p{L})/u, 1],
  [/(?<!\p{L})(?:сегодня|бүгін|búgin|bügin|today)(?!\p{L})/u, 0],
];

/**
 * The date that a page prints or declares, in any form the outlets use, in either language; words like «вчера» count
 * from `now`. Times without an offset are Almaty's. Answers an ISO time with Almaty's offset, a bare day when there is
 * no time, or null.
 */
export function parsePageDate(text: string, now: Date): string | null {
  const clean = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .slice(0, MAX_TEXT);
  const unix = /^\d{10}(?:\d{3})?$/.exec(clean);
  if (unix) return almatyIso(new Date(Number(clean.slice(0, 10)) * 1_000));
  const iso = ISO.exec(clean);
  if (iso) return fromIso(iso);
  const lower = clean.toLowerCase();
  const day = printedDay(lower, now);
  if (day !== null) return withTime(day.day, lower.slice(0, day.from) + ' '.repeat(3) + lower.slice(day.to));
  const ago = AGO.exec(lower);
  if (ago) {
    const minutes = Number(ago[1]) * (/^(?:час|сағ|саг|h)/.test(ago[2] ?? '') ? 60 : 1);
    return almatyIso(new Date(now.getTime() - minutes * 60_000));
  }
  for (const [word, days] of RELATIVE)
    if (word.test(lower)) return withTime(almatyDay(new Date(now.getTime() - days * 86_400_000)), lower);
  return null;
}

function fromIso(found: RegExpExecArray): string | null {
  const [, year, month, date, hour, minute, second, zone] = found;
  const day = calendarDay(Number(year), Number(month), Number(date));
  if (day === null || hour === undefined) return day;
  const wall = `${day}T${hour}:${minute}:${second ?? '00'}`;
  const at = zone
    ? new Date(Date.parse(`${wall}${zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`))
    : fromAlmaty(wall);
  return at && !Number.isNaN(at.getTime()) ? almatyIso(at) : null;
}

interface Printed {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

function printedDay(lower: string, now: Date): Printed | null {
  const built = (found: RegExpExecArray, year: number, month: number, date: number): Printed | null => {
    const day = calendarDay(year, month, date);
    return day === null ? null : { day, from: found.index, to: found.index + found[0].length };
  };
  const yearFirst = YEAR_FIRST.exec(lower);
  const month = monthOf(yearFirst?.[3]);
  if (yearFirst && month) return built(yearFirst, Number(yearFirst[1]), month, Number(yearFirst[2]));
  for (let at = 0; ; ) {
    const found = DAY_FIRST.exec(lower.slice(at));
    if (!found) break;
    const named = monthOf(found[2]);
    if (named) {
      const date = Number(found[1]);
      const printed = built(found, found[3] ? Number(found[3]) : yearNear(named, date, now), named, date);
      return printed && { ...printed, from: printed.from + at, to: printed.to + at };
    }
    at += found.index + (found[1]?.length ?? 1);
  }
  const monthFirst = MONTH_FIRST.exec(lower);
  const english = monthOf(monthFirst?.[1]);
  if (monthFirst && english) return built(monthFirst, Number(monthFirst[3]), english, Number(monthFirst[2]));
  const numeric = NUMERIC.exec(lower);
  return numeric && built(numeric, Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
}

const monthOf = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  const composed = word.normalize('NFC');
  return months().get(composed) ?? months().get(composed.replaceAll('ё', 'е'));
};

/** A day printed without its year is the last such day. */
function yearNear(month: number, date: number, now: Date): number {
  const today = almatyDay(now);
  const year = Number(today.slice(0, 4));
  const day = calendarDay(year, month, date);
  return day !== null && day > almatyDay(new Date(now.getTime() + 86_400_000)) ? year - 1 : year;
}

function calendarDay(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (year < 1990 || year > 2100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return at.toISOString().slice(0, 10);
}

function withTime(day: string, rest: string): string {
  const time = TIME.exec(rest);
  if (!time) return day;
  const at = fromAlmaty(`${day}T${time[1]?.padStart(2, '0')}:${time[2]}:${time[3] ?? '00'}`);
  return at ? almatyIso(at) : day;
}
