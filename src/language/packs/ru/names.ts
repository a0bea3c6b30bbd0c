import { CASES, Tag } from '../../tags.ts';

/**
 * Russian person names in any case → nominative, all parts solved together (LANGUAGE §3.3): first name, patronymic
 * and surname agree in case and gender; the case of the post before the name, or a list of given names, decides
 * between readings («Ерлана Абаева» is formally a fine feminine nominative).
 */
type Gender = 'm' | 'f';
/** Endings by case in the order nom gen dat acc ins loc; `stem` must end in `after` for the row to apply. */
interface Row {
  readonly gender: Gender | 'both';
  readonly nom: string;
  readonly endings: readonly (readonly string[])[];
  /** What the nominative must look like. */
  readonly fits: RegExp;
}

const CASE_ORDER = [Tag.nom, Tag.gen, Tag.dat, Tag.acc, Tag.ins, Tag.loc] as const;
const CONSONANT = '[бвгджзйклмнпрстфхцчшщқғң]';

const ROWS: readonly Row[] = [
  { gender: 'm', nom: '', endings: [[''], ['а'], ['у'], ['а'], ['ым'], ['е']], fits: /(?:ов|ев|ёв|ин|ын)$/u },
  {
    gender: 'f',
    nom: 'а',
    endings: [['а'], ['ой'], ['ой'], ['у'], ['ой', 'ою'], ['ой']],
    fits: /(?:ова|ева|ёва|ина|ына)$/u,
  },
  {
    gender: 'm',
    nom: 'ий',
    endings: [
      ['ий', 'ый', 'ой'],
      ['ого', 'его'],
      ['ому', 'ему'],
      ['ого', 'его'],
      ['им', 'ым'],
      ['ом', 'ем'],
    ],
    fits: /(?:ский|цкий|ный|ной|вой|кий)$/u,
  },
  {
    gender: 'f',
    nom: 'ая',
    endings: [['ая'], ['ой'], ['ой'], ['ую'], ['ой'], ['ой']],
    fits: /(?:ская|цкая|ная|вая)$/u,
  },
  {
    gender: 'm',
    nom: '',
    endings: [[''], ['а'], ['у'], ['а'], ['ом', 'ем'], ['е']],
    fits: new RegExp(`${CONSONANT.replace('й', '')}$`, 'u'),
  },
  { gender: 'm', nom: 'й', endings: [['й'], ['я'], ['ю'], ['я'], ['ем'], ['е', 'и']], fits: /[аеиоуыюя]й$/u },
  { gender: 'm', nom: 'ь', endings: [['ь'], ['я'], ['ю'], ['я'], ['ем', 'ём'], ['е']], fits: /[лрнвт]ь$/u },
  { gender: 'f', nom: 'ь', endings: [['ь'], ['и'], ['и'], ['ь'], ['ью'], ['и']], fits: /[лрнвт]ь$/u },
  {
    gender: 'both',
    nom: 'а',
    endings: [['а'], ['ы', 'и'], ['е'], ['у'], ['ой', 'ей'], ['е']],
    fits: /[^аеиоуыюя]а$/u,
  },
  {
    gender: 'both',
    nom: 'я',
    endings: [['я'], ['и'], ['е', 'и'], ['ю'], ['ей', 'ёй'], ['е', 'и']],
    fits: /я$/u,
  },
];
/** Frozen: vowel-final, `-улы/-кызы/-ұлы/-қызы`, and feminine names in a consonant. */
const FROZEN = /(?:[еиоуыэюұүәөі]|ых|их|улы|кызы|ұлы|қызы)$/u;
const PATRONYMIC_M = /(?:ович|евич|ич)$/u;
const PATRONYMIC_F = /(?:овна|евна|ична)$/u;
const PATRONYMIC_STEM = /(?:ович|евич|овн|евн|ичн)/u;

/** What a woman's name that no case changes ends in: Айгуль Куспан. */
const HARD_END = new RegExp(`(?:${CONSONANT}|ь)$`, 'u');

interface Reading {
  readonly nominative: string;
  readonly gender: Gender | 'both';
}

type Case = (typeof CASE_ORDER)[number];

/** Names come again and again: what they may be is worked out once. */
const known = new Map<string, readonly (readonly Reading[])[]>();
const MAX_KNOWN = 20_000;

/** Nominatives that a form may have in one case. */
function readings(part: string, kase: Case): readonly Reading[] {
  let all = known.get(part);
  if (!all) {
    if (known.size >= MAX_KNOWN) known.clear();
    all = CASE_ORDER.map((_, k) => readingsIn(part, k));
    known.set(part, all);
  }
  return all[CASE_ORDER.indexOf(kase)] ?? [];
}

/** Every nominative that a word of a name can have, whatever its case. */
export function nominativesOf(part: string): string[] {
  const out: string[] = [];
  for (const kase of CASE_ORDER)
    for (const { nominative } of readings(part, kase)) if (!out.includes(nominative)) out.push(nominative);
  return out;
}

function readingsIn(part: string, k: number): Reading[] {
  const lower = part.toLowerCase();
  const out: Reading[] = [];
  for (const row of ROWS) {
    for (const ending of row.endings[k] ?? []) {
      if (!lower.endsWith(ending) || lower.length - ending.length < 2) continue;
      const stem = part.slice(0, part.length - ending.length);
      const noms = row.nom === 'ий' ? ['ий', 'ый', 'ой'] : [row.nom];
      for (const nom of CASE_ORDER[k] === Tag.nom ? [ending] : noms) {
        const candidate = stem + nom;
        if (row.fits.test(candidate.toLowerCase())) out.push({ nominative: candidate, gender: row.gender });
      }
    }
  }
  if (FROZEN.test(lower)) out.push({ nominative: part, gender: 'both' });
  if (HARD_END.test(lower)) out.push({ nominative: part, gender: 'f' });
  return out;
}

/** Gender of the given names of a list, by their lower-cased nominatives. */
export type GivenNames = ReadonlyMap<string, Gender | 'both'>;

export interface SolvedName {
  readonly nominative: string;
  readonly gender: Gender | null;
  /** How well the parts agree; comparable between readings of one name only. */
  readonly score: number;
}

/** A name read in one case as that of a man or a woman. */
interface Solution extends SolvedName {
  readonly kase: Case;
}

/** The same names come again and again, in an article and the next day: what each may be is worked out once for a list. */
const solved = new WeakMap<GivenNames, Map<string, readonly Solution[]>>();

/** Every reading of a name whose parts agree, in the order of the cases, of a man first. */
function solutionsOf(parts: readonly string[], given: GivenNames): readonly Solution[] {
  let names = solved.get(given);
  if (!names || names.size >= MAX_KNOWN) {
    names = new Map();
    solved.set(given, names);
  }
  const key = parts.join(' ');
  let all = names.get(key);
  if (!all) {
    all = CASE_ORDER.flatMap((kase) =>
      (['m', 'f'] as const).flatMap((gender) => solveWith(parts, kase, gender, given) ?? []),
    );
    names.set(key, all);
  }
  return all;
}

/**
 * The nominative of a name. `parts` are its words as written (initials included as they are); `cases` the cases that
 * the post before it allows (0: nothing is known); `given` tells the gender of known given names.
 */
export function solveName(parts: readonly string[], cases: number, given: GivenNames): SolvedName {
  let best: SolvedName = { nominative: parts.join(' '), gender: null, score: Number.NEGATIVE_INFINITY };
  for (const { kase, nominative, gender, score: fit } of solutionsOf(parts, given)) {
    if (cases !== 0 && !(cases & kase)) continue;
    const score = fit + (kase === Tag.nom ? 0.6 : 0);
    if (score > best.score) best = { nominative, gender, score };
  }
  return best;
}

/** Readings that fit this much worse than the best are none that a reader would think of. */
const MARGIN = 2.5;

/**
 * The cases that a name as written can be in: «Ерлана Абаева» is no nominative where Ерлан is known to be a man's name.
 * All of them where no reading agrees.
 */
export function nameCases(parts: readonly string[], given: GivenNames): number {
  const all = solutionsOf(parts, given);
  if (all.length === 0) return CASE_ORDER.reduce((cases, kase) => cases | kase, 0);
  const best = all.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return all.reduce((cases, { kase, score }) => (score >= best - MARGIN ? cases | kase : cases), 0);
}

const INITIAL = /^\p{Lu}\.$/u;

function solveWith(
  parts: readonly string[],
  kase: Case,
  gender: Gender,
  given: GivenNames,
): Solution | undefined {
  const words: string[] = [];
  let score = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    if (part.length === 2 && INITIAL.test(part)) {
      words.push(part);
      continue;
    }
    const hyphen = part.lastIndexOf('-');
    const head = hyphen > 0 ? part.slice(0, hyphen + 1) : '';
    let best: string | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const r of readings(part.slice(head.length), kase)) {
      if (r.gender !== gender && r.gender !== 'both') continue;
      const nominative = head + r.nominative;
      const weight = weigh(nominative, gender, i, parts.length, given);
      if (weight > most) [best, most] = [nominative, weight];
    }
    if (best === undefined) return undefined;
    words.push(best);
    score += most;
  }
  return { kase, nominative: words.join(' '), gender, score };
}

function weigh(nominative: string, gender: Gender, i: number, n: number, given: GivenNames): number {
  const lower = nominative.toLowerCase();
  const last = i === n - 1;
  if (PATRONYMIC_STEM.test(lower) && i > 0)
    return (gender === 'm' ? PATRONYMIC_M : PATRONYMIC_F).test(lower) ? 3 : -3;
  if (last && n > 1) {
    // Уали, Қожы: a surname in -и or -ы is itself; only a rare one is the case of another.
    if (/[иы]$/u.test(lower)) return 0.9;
    if (/(?:ов|ев|ёв|ин|ын|ский|цкий)$/u.test(lower)) return gender === 'm' ? 1.2 : -2;
    if (/(?:ова|ева|ёва|ина|ына|ская|цкая)$/u.test(lower)) return gender === 'f' ? 1.2 : -2;
    return gender === 'm' ? 0.3 : 0;
  }
  const known = given.get(lower) ?? given.get(lower.replace(/^.*-/u, ''));
  if (known !== undefined) return known === gender || known === 'both' ? 3 : -3;
  // Unknown given names: a consonant is a man's as a rule, -а and -я a woman's.
  if (/[аяь]$/u.test(lower)) return gender === 'f' ? 0.2 : -0.4;
  return gender === 'm' ? 0.3 : -0.6;
}

/**
 * The cases a set of tags allows; syncretic forms allow several. The accusative of a living being is never its
 * nominative but its genitive («наградил акима», Zaliznyak's animacy), whatever the paradigm of its ending says.
 */
export function casesOf(tags: number): number {
  const cases = tags & CASES;
  const asThing = (tags & Tag.animate) !== 0 && (cases & Tag.nom) !== 0 && (cases & Tag.gen) === 0;
  return asThing ? cases & ~Tag.acc : cases;
}
