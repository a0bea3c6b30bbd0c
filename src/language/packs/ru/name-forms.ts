import { EndingTable } from '../../ending-table.ts';
import { Tag } from '../../tags.ts';

/*
 * One word of a Russian person name in any case and what it may be in the nominative, by the declension that its ending shows.
 */

export type Gender = 'm' | 'f';

/** Endings by case in the order nom gen dat acc ins loc, of nominatives that look like `fits`. */
interface Row {
  readonly gender: Gender | 'both';
  readonly nom: readonly string[];
  readonly endings: readonly (readonly string[])[];
  /** A pattern of endings; see `spelledOut`. */
  readonly fits: string;
}

export const CASE_ORDER = [Tag.nom, Tag.gen, Tag.dat, Tag.acc, Tag.ins, Tag.loc] as const;
const CONSONANTS = 'бвгджзклмнпрстфхцчшщқғң';
const VOWELS = 'аеиоуыюя';

const ROWS: readonly Row[] = [
  { gender: 'm', nom: [''], endings: [[''], ['а'], ['у'], ['а'], ['ым'], ['е']], fits: '[оеё]в|[иы]н' },
  {
    gender: 'f',
    nom: ['а'],
    endings: [['а'], ['ой'], ['ой'], ['у'], ['ой', 'ою'], ['ой']],
    fits: '([оеё]в|[иы]н)а',
  },
  {
    gender: 'm',
    nom: ['ий', 'ый', 'ой'],
    endings: [
      ['ий', 'ый', 'ой'],
      ['ого', 'его'],
      ['ому', 'ему'],
      ['ого', 'его'],
      ['им', 'ым'],
      ['ом', 'ем'],
    ],
    fits: 'кий|ный|ной|вой',
  },
  {
    gender: 'f',
    nom: ['ая'],
    endings: [['ая'], ['ой'], ['ой'], ['ую'], ['ой'], ['ой']],
    fits: '[сц]кая|ная|вая',
  },
  {
    gender: 'm',
    nom: [''],
    endings: [[''], ['а'], ['у'], ['а'], ['ом', 'ем'], ['е']],
    fits: `[${CONSONANTS}]`,
  },
  {
    gender: 'm',
    nom: ['й'],
    endings: [['й'], ['я'], ['ю'], ['я'], ['ем'], ['е', 'и']],
    fits: `[${VOWELS}]й`,
  },
  { gender: 'm', nom: ['ь'], endings: [['ь'], ['я'], ['ю'], ['я'], ['ем', 'ём'], ['е']], fits: '[лрнвт]ь' },
  { gender: 'f', nom: ['ь'], endings: [['ь'], ['и'], ['и'], ['ь'], ['ью'], ['и']], fits: '[лрнвт]ь' },
  {
    gender: 'both',
    nom: ['а'],
    endings: [['а'], ['ы', 'и'], ['е'], ['у'], ['ой', 'ей'], ['е']],
    fits: `[${CONSONANTS}йъьёэәөүұіһ]а`,
  },
  {
    gender: 'both',
    nom: ['я'],
    endings: [['я'], ['и'], ['е', 'и'], ['ю'], ['ей', 'ёй'], ['е', 'и']],
    fits: 'я',
  },
];

/** What no case changes: names that end in most vowels or -ых, and those of women in a consonant, Айгуль Куспан. */
const Frozen = { any: 1, ofWomen: 2 } as const;
const FROZEN = new EndingTable({
  [Frozen.any]: '[еиоуыэюұүәөі]|[ыи]х',
  [Frozen.ofWomen]: `[${CONSONANTS}йь]`,
});

/** An ending that a row gives a case, and what stands in its place in the nominative. */
interface Step {
  readonly ending: string;
  readonly nom: string;
  /** The bit of the ending in `ENDINGS`. */
  readonly bit: number;
  /** The bits of its rows in `NOMINATIVES`. */
  rows: number;
}

const endingTexts = [...new Set(ROWS.flatMap((row) => row.endings.flat()))];
/** The endings of all rows, each a kind of its own; every word has the empty one. */
const ENDINGS = new EndingTable(Object.fromEntries(endingTexts.map((text, k) => [1 << k, text])));
/** What the nominatives of each row look like. */
const NOMINATIVES = new EndingTable(Object.fromEntries(ROWS.map(({ fits }, k) => [1 << k, fits])));

const steps = new Map<string, Step>();
/** For each case the rows and steps by which a form may be in it, in the order of the rows. */
const READINGS = CASE_ORDER.map((kase, k) =>
  ROWS.flatMap(({ gender, nom, endings }, r) =>
    (endings[k] ?? []).flatMap((ending) =>
      (kase === Tag.nom ? [ending] : nom).map((to) => {
        const step = steps.get(`${ending} ${to}`) ?? {
          ending,
          nom: to,
          bit: 1 << endingTexts.indexOf(ending),
          rows: 0,
        };
        steps.set(`${ending} ${to}`, step);
        step.rows |= 1 << r;
        return { step, row: 1 << r, gender };
      }),
    ),
  ),
);
const STEPS = [...steps.values()];
/** Letters before an ending. */
const SHORTEST_STEM = 2;

/** A nominative that a form may be of, and whose name it is then. */
export interface NameReading {
  readonly nominative: string;
  /** The same in small letters. */
  readonly lower: string;
  readonly gender: Gender | 'both';
}

export type Case = (typeof CASE_ORDER)[number];

/** Names come again and again: what they may be is worked out once. */
const known = new Map<string, readonly (readonly NameReading[])[]>();
const MAX_KNOWN = 20_000;

/** Nominatives that a form may have in one case. */
export function readings(part: string, kase: Case): readonly NameReading[] {
  let all = known.get(part);
  if (!all) {
    if (known.size >= MAX_KNOWN) known.clear();
    all = readingsOf(part);
    known.set(part, all);
  }
  return all[CASE_ORDER.indexOf(kase)] ?? [];
}

/** Every nominative that a word of a name, in small letters, can have, whatever its case. */
export function nominativesOf(part: string): string[] {
  const out = FROZEN.bitsOf(part) === 0 ? [] : [part];
  for (const step of stepsOf(part)) {
    const nominative = part.slice(0, part.length - step.ending.length) + step.nom;
    if (NOMINATIVES.bitsOf(nominative) & step.rows && !out.includes(nominative)) out.push(nominative);
  }
  return out;
}

/** The steps whose ending a word in small letters has. */
function stepsOf(lower: string): Step[] {
  const endings = ENDINGS.bitsOf(lower, lower.length - SHORTEST_STEM) | EMPTY;
  return lower.length < SHORTEST_STEM ? [] : STEPS.filter(({ bit }) => (endings & bit) !== 0);
}
const EMPTY = 1 << endingTexts.indexOf('');

/** Nominatives that a form may have, by case. */
function readingsOf(part: string): NameReading[][] {
  const small = part.toLowerCase();
  const frozen = FROZEN.bitsOf(small);
  const found = new Map<
    Step,
    { readonly nominative: string; readonly lower: string; readonly rows: number }
  >();
  for (const step of stepsOf(small)) {
    const cut = step.ending.length;
    const lower = small.slice(0, small.length - cut) + step.nom;
    const nominative = part.slice(0, part.length - cut) + step.nom;
    found.set(step, { nominative, lower, rows: step.rows & NOMINATIVES.bitsOf(lower) });
  }
  return READINGS.map((inCase) => {
    const out: NameReading[] = [];
    for (const { step, row, gender } of inCase) {
      const read = found.get(step);
      if (read && read.rows & row) out.push({ nominative: read.nominative, lower: read.lower, gender });
    }
    if (frozen & Frozen.any) out.push({ nominative: part, lower: small, gender: 'both' });
    if (frozen & Frozen.ofWomen) out.push({ nominative: part, lower: small, gender: 'f' });
    return out;
  });
}
