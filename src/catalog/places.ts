import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BadData } from '../core/errors.ts';
import type { RegionLevel } from '../core/facts.ts';
import { checkPlaces, type Sourced } from './place-checks.ts';
import { cellList, checkRow, readTable } from './table.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

/**
 * When a bare name, without its head noun, counts as the place.
 * `head`: only with the head noun (`Абай облысы`, `село Достык`) or inside a list of places;
 * `capital`: only with a capital letter (`Семей`, never `семей`); `free`: always.
 */
export type HomonymPolicy = 'head' | 'capital' | 'free';

/** Words of each language in the nominative, written as the language writes them, with `е` for `ё`. */
export interface NameLists {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** A name the place had before. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `until` is the first day without it. */
export interface FormerName {
  readonly kk: string;
  readonly ru: string;
  readonly abbr: NameLists;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Place {
  /** ISO 3166-2 for countries and the 20 regions of Kazakhstan, `KZ-27/burlin-district` below. Never changes. */
  readonly id: string;
  readonly level: RegionLevel;
  /** Null for countries. */
  readonly parent: string | null;
  /** Oblasts and districts with their head noun (`Абай облысы`), all others bare (`Орал`). */
  readonly kk: string;
  readonly ru: string;
  readonly abbr: NameLists;
  /** Other spellings in use. The Russian ones may keep Kazakh letters (`область Жетісу`). */
  readonly also: NameLists;
  /** Russian adjectives, masculine nominative (`актюбинский`). */
  readonly adj: readonly string[];
  /** Names of the inhabitants: `алматылық`, `алматинец`. */
  readonly people: NameLists;
  /** The first day as a unit of this kind (form as in `FormerName`); null for «as long as news reach back». */
  readonly from: string | null;
  /** The first day on which it no longer was one. */
  readonly until: string | null;
  readonly was: readonly FormerName[];
  /** Units it was split from. */
  readonly before: readonly string[];
  /** The city or village where its akim sits. */
  readonly seat: string | null;
  readonly homonym: HomonymPolicy;
  /** Why someone should look at this entry again. */
  readonly doubt: string | null;
}

const KAZAKH = 'А-ЯӘІҢҒҮҰҚӨҺа-яәіңғүұқөһ';
const RUSSIAN = 'А-Яа-я';
const words = (letters: string): RegExp => new RegExp(`^[${letters}]+(?:[ -][${letters}]+)*$`, 'u');

const kkName = z.string().regex(words(KAZAKH), 'words of Kazakh Cyrillic letters');
const ruName = z.string().regex(words(RUSSIAN), 'words of Russian letters, е for ё');
const variant = z.string().regex(words(`${KAZAKH}.`), 'words of Kazakh or Russian letters, е for ё');
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, "a date: 2022-06-08, 2022-06 or '2022'");
const id = z
  .string()
  .regex(/^[A-Z]{2}(-\d\d)?(\/[a-z]+(-[a-z]+)*)?$/u, 'an id like KZ, KZ-27 or KZ-27/burlin-district');

const lists = <K extends z.ZodType<string>, R extends z.ZodType<string>>(kk: K, ru: R) =>
  z
    .strictObject({ kk: z.array(kk).optional(), ru: z.array(ru).optional() })
    .optional()
    .transform((l): NameLists => ({ kk: l?.kk ?? [], ru: l?.ru ?? [] }));
const orNull = <T extends z.ZodType<string>>(type: T) =>
  type.optional().transform((v): z.output<T> | null => v ?? null);

const formerName = z.strictObject({
  kk: kkName,
  ru: ruName,
  abbr: lists(kkName, ruName),
  from: orNull(date),
  until: orNull(date),
});

const entry = z
  .strictObject({
    id,
    level: z.enum(['country', 'oblast', 'city', 'district', 'village'], {
      error: 'a level: country, oblast, city, district or village',
    }),
    parent: orNull(id),
    kk: kkName,
    ru: ruName,
    abbr: lists(kkName, ruName),
    also: lists(variant, variant),
    adj: z.array(ruName).default([]),
    people: lists(kkName, ruName),
    from: orNull(date),
    until: orNull(date),
    was: z.array(formerName).default([]),
    before: z.array(id).default([]),
    seat: orNull(id),
    homonym: orNull(z.enum(['head', 'capital'], { error: 'head or capital' })),
    doubt: orNull(z.string().min(5, 'a reason of some words')),
  })
  // A district's bare name is nearly always something else: its seat, a person, a common word.
  .transform((e): Place => ({ ...e, homonym: e.homonym ?? (e.level === 'district' ? 'head' : 'free') }));

const ENTRIES = ['country', 'oblasts', 'cities', 'towns'];
/** The long lists are tables, with these columns. */
const TABLES = {
  districts: ['id', 'parent', 'kk', 'ru', 'seat', 'also_kk', 'also_ru', 'from', 'before', 'was', 'doubt'],
  villages: ['id', 'parent', 'kk', 'ru', 'homonym', 'also_kk', 'also_ru', 'was', 'doubt'],
  abroad: ['id', 'kk', 'ru', 'homonym', 'abbr_kk', 'abbr_ru', 'also_kk', 'also_ru'],
} as const;
type TableName = keyof typeof TABLES;

/**
 * Reads the gazetteer, `data/places` (sources and licences: data/places/README.md), and checks it as a whole.
 * Throws `BadData` with file and line for a value of the wrong form, an id or a name given twice, a parent, seat or
 * predecessor that does not exist or stands at the wrong level, an id outside its region, dates in the wrong order.
 * Parents are not ordered before their children. `dir` is the folder that holds `places/`.
 */
export function loadPlaces(dir = DATA_DIR): readonly Place[] {
  const all = [
    ...ENTRIES.flatMap((name) => fromYaml(dir, name)),
    ...(Object.keys(TABLES) as TableName[]).flatMap((name) => fromTable(dir, name)),
  ];
  checkPlaces(all);
  return all.map((s) => s.place);
}

function located(dir: string, base: string): [path: string, file: string] {
  const file = `data/places/${base}`;
  if (existsSync(`${dir}places/${base}`)) return [`${dir}places/${base}`, file];
  throw new BadData(file, 'line 1', 'this file of the gazetteer', undefined);
}

function fromYaml(dir: string, name: string): Sourced[] {
  const [path, file] = located(dir, `${name}.yaml`);
  const places = readYaml(path, z.array(entry), file);
  // The reader gives values only; the line that begins each entry serves errors found between entries.
  const starts = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, i) => (text.startsWith('- ') ? [i + 1] : []));
  return places.map((place, i) => ({
    place,
    complain: (column, expected, got) => {
      throw new BadData(file, `line ${starts[i] ?? 1} (${column})`, expected, got);
    },
  }));
}

function fromTable(dir: string, name: TableName): Sourced[] {
  const [path, file] = located(dir, `${name}.txt`);
  return readTable(path, file, TABLES[name], (cells, complain) => ({
    place: checkRow(entry, asEntry(name, cells), complain),
    complain,
  }));
}

/** A row as an entry. A former name is `Киевка/Киевка/2018` (kk, ru, until). */
function asEntry(name: TableName, cells: Readonly<Partial<Record<string, string>>>): unknown {
  const { abbr_kk = '', abbr_ru = '', also_kk = '', also_ru = '', before = '', was = '', ...plain } = cells;
  const { id: key = '' } = cells;
  const own = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== ''));
  return {
    ...own,
    ...(name === 'abroad' ? abroadLevel(key) : { level: name === 'districts' ? 'district' : 'village' }),
    abbr: { kk: cellList(abbr_kk), ru: cellList(abbr_ru) },
    also: { kk: cellList(also_kk), ru: cellList(also_ru) },
    before: cellList(before),
    was: cellList(was).map((text) => {
      const [kk, ru, until] = text.split('/');
      return { kk, ru, until: until || undefined };
    }),
  };
}

/** Abroad only countries and what lies in them are told apart. */
function abroadLevel(key: string): { level: RegionLevel; parent?: string } {
  const slash = key.indexOf('/');
  return slash < 0 ? { level: 'country' } : { level: 'city', parent: key.slice(0, slash) };
}
