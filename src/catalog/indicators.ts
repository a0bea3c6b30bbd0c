import { z } from 'zod';
import { Claims } from './claims.ts';
import { readWordClasses, type WordClass } from './grammar.ts';
import { type Complain, cellList, checkRow, readTableFolder } from './table.ts';
import { loadThings } from './things.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** How an indicator goes with time: counted at a moment, over a period, or in force until it is changed. */
export type TimeKind = 'stock' | 'flow' | 'rule';

/** What is done with what is counted, and for a measure what it is of: classes `act.*` and `of.*`. */
export interface Act {
  readonly act: string;
  readonly of: string | null;
}

/** What a figure may measure, one concept for both languages: `unemployment-rate`, `schools-built`. */
export interface Concept extends Wordings {
  /** Never changed, never reused. */
  readonly id: string;
  readonly time: TimeKind;
  /** Units of `data/lexicon/things`, or `money` for any currency; `person` and `child` are people of any sort. */
  readonly units: readonly string[];
  /** Units too wide to tell it by themselves: it is told in them where it is named. */
  readonly also: readonly string[];
  /** Whom it is about, where it is not everybody. */
  readonly population: string | null;
  /** A figure in one of the units is about it when one of these is said in its clause. */
  readonly acts: readonly Act[];
}

const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens'),
  time: z.enum(['stock', 'flow', 'rule']),
  units: z.array(z.string()).min(1, 'a unit of data/lexicon/things, or money'),
  also: z.array(z.string()),
  population: z.string().nullable(),
  acts: z.array(
    z.string().regex(/^[a-z]+(?:\+[a-z]+)?$/u, 'built or built+road, of the classes act.* and of.*'),
  ),
  ...wordingFields,
});

const COLUMNS = ['id', 'time', 'unit', 'also', 'population', 'act', 'kk', 'ru'] as const;
type Cells = Record<(typeof COLUMNS)[number], string>;

/** Words for what is done with what is counted, and for what a measure is of. Throws `BadData`. */
export const loadActs = (dir = DATA_DIR): readonly WordClass[] =>
  readWordClasses(dir, 'indicators/acts.yaml');

/**
 * Concepts of `data/indicators/`, in the order of the files; `things` and `acts` are what their units and acts may be.
 * Throws `BadData`, also for a unit or a class that nothing defines.
 */
export function loadConcepts(
  dir = DATA_DIR,
  things = loadThings(dir),
  acts = loadActs(dir),
): readonly Concept[] {
  const claims = new Claims();
  const units = new Set(['money', ...things.map((t) => t.unit)]);
  const classes = new Set(acts.map(({ cls }) => cls));
  return readTableFolder(
    'indicators',
    COLUMNS,
    (cells, complain) => {
      const c = readConcept(cells, complain, claims);
      for (const unit of [...c.units, ...c.also])
        if (!units.has(unit)) complain('unit', 'a unit of data/lexicon/things, or money', unit);
      for (const cls of c.acts.flatMap((a) => [a.act, ...(a.of === null ? [] : [a.of])]))
        if (!classes.has(cls)) complain('act', 'a class act.* or of.* of data/indicators/acts.yaml', cls);
      return c;
    },
    dir,
  );
}

function readConcept(cells: Cells, complain: Complain, claims: Claims): Concept {
  const { id, time, population } = cells;
  const lists = {
    units: cellList(cells.unit),
    also: cellList(cells.also),
    acts: cellList(cells.act),
    kk: cellList(cells.kk),
    ru: cellList(cells.ru),
  };
  const c = checkRow(
    row,
    { id, time, population: population === '' ? null : population, ...lists },
    complain,
  );
  claims.row('id', [c.id], c.id, complain);
  claims.wordings(c, c.id, complain);
  if (c.kk.length === 0 || c.ru.length === 0) complain('row', 'a wording in each language', c.id);
  return { ...c, acts: c.acts.map(actOf) };
}

function actOf(cell: string): Act {
  const [act = '', of] = cell.split('+');
  return { act: `act.${act}`, of: of === undefined ? null : `of.${of}` };
}
