import { EndingTable } from '../../ending-table.ts';
import { CASES, Tag } from '../../tags.ts';
import { CASE_ORDER, type Case, type Gender, readings } from './name-forms.ts';

/**
 * Russian person names in any case → nominative, all parts solved together (LANGUAGE §3.3): first name, patronymic
 * and surname agree in case and gender; the case of the post before the name, or a list of given names, decides
 * between readings («Ерлана Абаева» is formally a fine feminine nominative).
 */
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
const MAX_KNOWN = 20_000;

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
    const first = head.toLowerCase();
    let best: string | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const r of readings(part.slice(head.length), kase)) {
      if (r.gender !== gender && r.gender !== 'both') continue;
      const weight = weigh(first + r.lower, gender, i, parts.length, given);
      if (weight > most) [best, most] = [head + r.nominative, weight];
    }
    if (best === undefined) return undefined;
    words.push(best);
    score += most;
  }
  return { kase, nominative: words.join(' '), gender, score };
}

const PATRONYMIC_STEM = /(?:ович|евич|овн|евн|ичн)/u;
const Is = {
  patronymicM: 1,
  patronymicF: 2,
  surnameM: 4,
  surnameF: 8,
  /** A surname in -и or -ы, Уали, Қожы, is itself; only a rare one is the case of another. */
  itself: 16,
  /** A woman's given name as a rule; those in other letters are men's. */
  givenF: 32,
} as const;
const KINDS = new EndingTable({
  [Is.patronymicM]: 'ич',
  [Is.patronymicF]: '([ое]в|ич)на',
  [Is.surnameM]: '[оеё]в|[иы]н|[сц]кий',
  [Is.surnameF]: '([оеё]в|[иы]н)а|[сц]кая',
  [Is.itself]: '[иы]',
  [Is.givenF]: '[аяь]',
});

/** How well a nominative in small letters fits as a part of a name, the one after `i` others of `n`. */
function weigh(lower: string, gender: Gender, i: number, n: number, given: GivenNames): number {
  const is = KINDS.bitsOf(lower);
  if (i > 0 && PATRONYMIC_STEM.test(lower))
    return is & (gender === 'm' ? Is.patronymicM : Is.patronymicF) ? 3 : -3;
  if (i === n - 1 && n > 1) {
    if (is & Is.itself) return 0.9;
    if (is & Is.surnameM) return gender === 'm' ? 1.2 : -2;
    if (is & Is.surnameF) return gender === 'f' ? 1.2 : -2;
    return gender === 'm' ? 0.3 : 0;
  }
  const known = given.get(lower) ?? given.get(lower.slice(lower.lastIndexOf('-') + 1));
  if (known !== undefined) return known === gender || known === 'both' ? 3 : -3;
  if (is & Is.givenF) return gender === 'f' ? 0.2 : -0.4;
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
