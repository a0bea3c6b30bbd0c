import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BadData } from '../core/errors.ts';
import type { RegionLevel } from '../core/facts.ts';
import { readTsv, type TsvRow } from './tsv.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

/**
 * When a bare name, without its head noun, counts as the place.
 * `head`: only with the head noun (`Абай облысы`, `село Достык`) or inside a list of places;
 * `capital`: only with a capital letter (`Семей`, never `семей`); `free`: always.
 */
export type HomonymPolicy = 'head' | 'capital' | 'free';

/** One word or several per language, in the nominative, as the language writes them. */
export interface NameLists {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** A name the place had before, with the days (or months, or years) of its validity; `until` is the first without it. */
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
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the first day as a unit of this kind, null for «as long as news reaches back». */
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

const KAZAKH = 'А-ЯЁӘІҢҒҮҰҚӨҺа-яёәіңғүұқөһ';
const RUSSIAN = 'А-ЯЁа-яё';
const words = (letters: string, extra = ''): RegExp =>
  new RegExp(`^[${letters}${extra}]+(?:[ -][${letters}${extra}]+)*$`);

const kkName = z.string().regex(words(KAZAKH), 'words of Kazakh Cyrillic letters');
const ruName = z.string().regex(words(RUSSIAN), 'words of Russian letters');
const variant = z.string().regex(words(KAZAKH, '.'), 'words of Kazakh or Russian letters');
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "a date: 2022-06-08, 2022-06 or '2022'");
const id = z
  .string()
  .regex(/^[A-Z]{2}(-\d\d)?(\/[a-z]+(-[a-z]+)*)?$/, 'an id like KZ, KZ-27 or KZ-27/burlin-district');

const lists = <K extends z.ZodType<string>, R extends z.ZodType<string>>(kk: K, ru: R) =>
  z
    .strictObject({ kk: z.array(kk).min(1).optional(), ru: z.array(ru).min(1).optional() })
    .optional()
    .transform((l): NameLists => ({ kk: l?.kk ?? [], ru: l?.ru ?? [] }));
const orNull = <T extends z.ZodType<string>>(type: T) =>
  type.optional().transform((v): string | null => v ?? null);

const entry = z.strictObject({
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
  was: z
    .array(
      z.strictObject({
        kk: kkName,
        ru: ruName,
        abbr: lists(kkName, ruName),
        from: orNull(date),
        until: orNull(date),
      }),
    )
    .default([]),
  before: z.array(id).default([]),
  seat: orNull(id),
  homonym: z.enum(['head', 'capital'], { error: 'head or capital' }).optional(),
  doubt: orNull(z.string().min(5)),
});

/** A district's bare name is nearly always something else: its seat, a person, a common word. */
const place = (e: z.infer<typeof entry>): Place => ({
  ...e,
  homonym: e.homonym ?? (e.level === 'district' ? 'head' : 'free'),
});

const COLUMNS = [
  ...(['id', 'level', 'parent', 'kk', 'ru', 'homonym', 'abbr_kk', 'abbr_ru', 'also_kk', 'also_ru'] as const),
  ...(['from', 'until', 'before', 'seat', 'was', 'doubt'] as const),
];
const listOf = (cell: string | undefined): string[] | undefined => cell?.split(/\s*;\s*/);

/** A row as an entry: lists are parted by `;`, a former name is `Киевка/Киевка/2018` (kk, ru, until). */
function asEntry({ cells }: TsvRow<(typeof COLUMNS)[number]>): unknown {
  const { abbr_kk, abbr_ru, also_kk, also_ru, before, was, ...plain } = cells;
  const former = listOf(was)?.map((name) => {
    const [kk, ru, until] = name.split('/');
    return { kk, ru, until: until || undefined };
  });
  const abbr = { kk: listOf(abbr_kk), ru: listOf(abbr_ru) };
  const also = { kk: listOf(also_kk), ru: listOf(also_ru) };
  return { ...plain, abbr, also, before: listOf(before), was: former };
}

/** Long lists are tables: YAML would take too long to read at every start. */
const TABLES = ['districts', 'villages', 'abroad'];
const FILES = ['country', 'oblasts', 'cities', 'towns'];
/** Levels that may stand directly above a level. */
const ABOVE: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  country: [],
  oblast: ['country'],
  city: ['country', 'oblast', 'district'],
  district: ['oblast', 'city'],
  village: ['oblast', 'district', 'city'],
};

interface Sourced {
  readonly place: Place;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads the gazetteer, `data/places` (sources and licences: data/places/README.md), and checks it as a whole.
 * Throws `BadData` with file and line for a value of the wrong form, an id or a name given twice, a parent, seat or
 * predecessor that does not exist or stands at the wrong level, an id outside its region, dates in the wrong order.
 * Parents are not ordered before their children. `dir` is the folder that holds `places/`.
 */
export function loadPlaces(dir = DATA_DIR): readonly Place[] {
  const all = [
    ...FILES.flatMap((name) => fromYaml(dir, name)),
    ...TABLES.flatMap((name) => fromTable(dir, name)),
  ];
  const byId = new Map<string, Sourced>();
  for (const s of all) {
    const other = byId.get(s.place.id);
    if (other) throw bad(s, `an id of its own (${other.file}, line ${other.line} has it too)`, s.place.id);
    byId.set(s.place.id, s);
  }
  for (const s of all) {
    checkParents(s, byId);
    checkLinks(s, byId);
    checkDates(s);
  }
  checkNames(all);
  return all.map((s) => s.place);
}

function fileOf(dir: string, name: string): { path: string; file: string } {
  const path = `${dir}places/${name}`;
  const file = `data/places/${name}`;
  if (!existsSync(path)) throw new BadData(file, 'line 1', 'this file of the gazetteer', undefined);
  return { path, file };
}

function fromTable(dir: string, name: string): Sourced[] {
  const { path, file } = fileOf(dir, `${name}.tsv`);
  return readTsv(path, COLUMNS, file).map((row) => {
    const result = entry.safeParse(asEntry(row));
    if (result.success) return { place: place(result.data), file, line: row.line };
    const issue = result.error.issues[0];
    const column = issue?.path.join('.') ?? '';
    throw new BadData(file, `line ${row.line} (${column})`, issue?.message ?? 'valid data', row.cells);
  });
}

function fromYaml(dir: string, name: string): Sourced[] {
  const { path, file } = fileOf(dir, `${name}.yaml`);
  const entries = readYaml(path, z.array(entry), file);
  // The reader gives values only; where an entry starts is told by its first line, for errors found later.
  const starts = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, i) => (/^- ?/.test(text) ? [i + 1] : []));
  return entries.map((e, i) => ({ place: place(e), file, line: starts[i] ?? 1 }));
}

function checkParents(s: Sourced, byId: ReadonlyMap<string, Sourced>): void {
  const { place: p } = s;
  if (p.level === 'country') {
    if (p.parent !== null) throw bad(s, 'no parent of a country', p.parent);
    return;
  }
  const parent = p.parent === null ? undefined : byId.get(p.parent)?.place;
  if (!parent) throw bad(s, `the id of a place as parent of ${p.id}`, p.parent);
  if (!ABOVE[p.level].includes(parent.level))
    throw bad(
      s,
      `a parent of ${p.id} (${p.level}) that is one of ${ABOVE[p.level].join(', ')}`,
      parent.level,
    );
  const region = p.id.split('/')[0];
  if (region === p.id) return;
  let top: Place | undefined = parent;
  // Five levels at most: a longer way up is a circle.
  for (let step = 0; top && top.id !== region; step++) {
    if (step === 5) throw bad(s, `parents of ${p.id} that lead up to ${region}`, p.parent);
    top = top.parent === null ? undefined : byId.get(top.parent)?.place;
  }
  if (!top) throw bad(s, `an id that begins with the region of its parent`, p.id);
}

function checkLinks(s: Sourced, byId: ReadonlyMap<string, Sourced>): void {
  for (const before of s.place.before)
    if (!byId.has(before)) throw bad(s, `the id of a place in \`before\` of ${s.place.id}`, before);
  if (s.place.seat === null) return;
  const seat = byId.get(s.place.seat)?.place;
  if (seat?.level !== 'city' && seat?.level !== 'village')
    throw bad(s, `the id of a city or village as seat of ${s.place.id}`, s.place.seat);
}

function checkDates(s: Sourced): void {
  for (const { from, until } of [s.place, ...s.place.was])
    if (from !== null && until !== null && from >= until)
      throw bad(s, 'a `from` before its `until`', `${from} … ${until}`);
}

/** Inside one parent and level a name must lead to one place. */
function checkNames(all: readonly Sourced[]): void {
  const claims = new Map<string, Sourced>();
  for (const s of all)
    for (const lang of ['kk', 'ru'] as const)
      for (const name of [s.place[lang], ...s.place.also[lang]]) {
        const key = [s.place.parent, s.place.level, lang, name.toLowerCase()].join('|');
        const other = claims.get(key);
        if (other) throw bad(s, `a name that ${other.file}, line ${other.line} has not claimed yet`, name);
        claims.set(key, s);
      }
}

const bad = (s: Sourced, expected: string, got: unknown): BadData =>
  new BadData(s.file, `line ${s.line}`, expected, got);
