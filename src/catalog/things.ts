import { z } from 'zod';
import { Claims } from './claims.ts';
import { type Complain, cellList, checkRow, readTableFolder } from './table.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** What kind of thing is counted or measured; `person` and `child` let a reader of the facts add up people of any kind. */
export const THING_KINDS = [
  'person',
  'child',
  'animal',
  'place',
  'body',
  'document',
  'duration',
  'length',
  'area',
  'volume',
  'mass',
  'energy',
  'power',
  'speed',
  'data',
  'currency',
  'index',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** A counted thing, a measure or a currency with its words in both languages. */
export interface Thing extends Wordings {
  /** English singular (`family`), a symbol of a measure (`km`), or an ISO code of a currency (`KZT`). */
  readonly unit: string;
  readonly class: 'count' | 'percent' | 'percentage_point' | 'times' | 'money' | 'measure';
  readonly kind: ThingKind | null;
  /** Written the same in both languages and never declined: `га`, `₸`, `МВт`. Case counts: `т` is a tonne, `Т` is not. */
  readonly symbols: readonly string[];
}

const row = z.strictObject({
  unit: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9/ _-]*$/u, 'an English singular noun, a symbol or a currency code'),
  class: z.enum(['count', 'percent', 'percentage_point', 'times', 'money', 'measure']),
  kind: z.enum(THING_KINDS).nullable(),
  symbols: z.array(z.string()),
  ...wordingFields,
});

const COLUMNS = ['unit', 'class', 'kk', 'ru', 'symbols'] as const;
type Cells = Record<(typeof COLUMNS)[number], string>;

/** Counted things and measures of `data/lexicon/things/`, in the order of the files. Throws `BadData`. */
export function loadThings(dir = DATA_DIR): readonly Thing[] {
  const claims = new Claims();
  return readTableFolder(
    'lexicon/things',
    COLUMNS,
    (cells, complain) => readThing(cells, complain, claims),
    dir,
  );
}

function readThing(cells: Cells, complain: Complain, claims: Claims): Thing {
  const [cls, kind = null, ...more] = cells.class.split(' ');
  if (more.length > 0) complain('class', 'a class and at most one kind', cells.class);
  const lists = { kk: cellList(cells.kk), ru: cellList(cells.ru), symbols: cellList(cells.symbols) };
  const thing: Thing = checkRow(row, { unit: cells.unit, class: cls, kind, ...lists }, complain);
  claims.row('unit', [thing.unit], thing.unit, complain);
  if (thing.symbols.length === 0 || thing.kk.length + thing.ru.length > 0)
    claims.wordings(thing, thing.unit, complain);
  claims.row('symbols', thing.symbols, thing.unit, complain);
  return thing;
}
