import { EndingTable } from '../../ending-table.ts';
import { Tag } from '../../tags.ts';
import { analyseSuffix } from './analyse.ts';
import { Harmony, SoundClass, soundClass, stemHarmony } from './endings.ts';

/*
 * What the ending of a Kazakh word tells when no lexicon lists the word: shapes, not analyses.
 */
const Is = { verb: 1, notVerb: 2 } as const;
const ENDINGS = new EndingTable({
  [Is.verb]: '[аей]?[дт][ыі]|[мпб]ақ|[мпб]ек|[ыі]п|м[ае]й|[йа]тын|[йе]тін',
  [Is.notVerb]: 'лықты|лікті|мәтін|бүтін|кітап',
});
const CASES: readonly (readonly [RegExp, number])[] = [
  [/(?:дан|ден|тан|тен|нан|нен)$/u, Tag.abl],
  [/(?:ға|ге|қа|ке|на|не)$/u, Tag.dat],
  [/(?:ның|нің|дың|дің|тың|тің)$/u, Tag.gen],
  [/(?:ын|ін|ды|ді|ты|ті|ны|ні)$/u, Tag.acc],
  [/(?:ы|і)$/u, Tag.p3],
];
const LINK = /(?:ның|нің|дың|дің|тың|тің|лық|лік|дық|дік|тық|тік|ы|і|ау|еу|у|ару|дегі|дағы)$/u;
const ADVERBIAL = /[ыі](?:нан|нен|мен)$|\p{L}{4}(?:[дт][ае]|[ғқ]а|[гк]е)$/u;
const OUTER = /(?:[дт][ае]|[дт][ае]ғы|[дт][ае]гі|[лд]ы[қғ]ы|ғы|гі|[дтн][ае]н|[мбп]ен|ша|ше)$/u;
const AFTER_P3 = /(?:нің|ның|не|на|н|мен|нан|нен|нда|нде)$/u;
const ORDINAL = /^(?:с?[ыі]?н?ш[ыі])/u;
/** `-еуі`, `-ақ`, `-деген`: collective, particle and vague plural keep a cardinal one. */
const CARDINAL = /^(?:[ае]у|ақ$|д[ае][гғ][ае]н)/u;
/** Longer than any chain of endings: a word of its own, `20-сессиясында`. */
const LONGEST_SUFFIX = 6;

/** Could a word be a finite verb or converb? */
export const looksVerbal = (norm: string): boolean => ENDINGS.bitsOf(norm) === Is.verb;

/** Could a word be an adjective that tells what something is with, `дарынды`, `апатты`, which looks like a verb of the past? */
export const isWithEnding = (norm: string): boolean => /[дт][ыі]$/u.test(norm);

/** Could a word be a verbal noun, which takes the word before it as its object: «ауылды дамыту»? */
export const isVerbalNoun = (norm: string): boolean => norm.length > 3 && norm.endsWith('у');

/** `өңдеуге`, `алуға`: a verbal noun in the dative, what something is for. */
export const isDoingInDative = (norm: string): boolean => /.{2}у(?:ға|ге)$/u.test(norm);

/** Could a word be a participle of the past: `туған`, `көшкен`? */
export const isParticiple = (norm: string): boolean => /[ғқ]ан$|[гк]ен$/u.test(norm);

/** A time in the ablative that something is held against: `былтырғыдан`, `2024 жылғыдан`, `қаңтардағыдан`. */
export const isComparedTime = (norm: string): boolean => /(?:ғы|гі)д[ае]н$/u.test(norm);

/** `салынып (жатыр)`, `жөнделіп (жатыр)`: what is being done to a thing. */
export const isPassiveConverb = (norm: string): boolean => /.{2}[ыіае][лн][ыі]п$/u.test(norm);

/** A participle in the plural, those who did or do: `қатысқандар`, `оқитындардың`. */
export const isDoers = (norm: string): boolean => /(?:[ғқ]анд|[гк]енд|т[ыі]нд)[ае]р(?:д[ыі]ң)?$/u.test(norm);

/** The same in the genitive, of whom: `қатысқандардың`. */
export const isDoersOf = (norm: string): boolean => isDoers(norm) && norm.endsWith('ң');

/** `төленеді`, `аспайды`: could a word be a verb of the present or the future? The copula `еді` is past. */
export const isPresent = (norm: string): boolean => /.{2}(?:[ае]д|йд)[ыі]$/u.test(norm);

/** The same without `-йды`, which is the past of as many verbs: `азайды`. */
export const isComingVerb = (norm: string): boolean => /.{2}[ае]д[ыі]$/u.test(norm);

/** `жететін`, `берілетін`: the participle of the present, which no verb of the past has. */
export const isAttributeOfPresent = (norm: string): boolean => /т[ыі]н$/u.test(norm);

/** Possession and locative, as of the noun that ends a place's name: `ауданында`, `қаласында`. */
export const isOwnLocative = (norm: string): boolean => /[ыі]нд[ае]$/u.test(norm);

/** Case or possession read from the ending alone; nominative when nothing shows. */
export const endingTags = (norm: string): number => CASES.find(([re]) => re.test(norm))?.[1] ?? Tag.nom;

/** Can a word stand before the head of a noun phrase: genitive, izafet, attributive? */
export const linksToHead = (norm: string): boolean => LINK.test(norm);

/**
 * Can a word be an adverbial only: locative, dative, or possession with the ablative or instrumental: `отырысында`,
 * `рәсімге`?
 */
export const isAdverbial = (norm: string): boolean => ADVERBIAL.test(norm);
/**
 * Can a word stand before a noun phrase without being part of it: in a case of place or direction, or an attribute of
 * place or time?
 */
export const endsAsAdverbial = (norm: string): boolean => OUTER.test(norm);

/** A word with possession and a case → with possession alone: `әкімінің` → `әкімі`. */
export const withoutCase = (written: string): string => written.replace(AFTER_P3, '');

/** `100-деген`: some hundreds, an order and no value. */
export const isVagueSuffix = (suffix: string): boolean => /^д[ае][гғ][ае]н/u.test(suffix);

/** `90-жылдары`: a decade. */
export const isDecadeSuffix = (suffix: string): boolean => /^жылдар/u.test(suffix);

/** `4-тік`: of four, an attribute and no place in a row. */
export const isAttributiveSuffix = (suffix: string): boolean => /^[лдт][ыі]к$/u.test(suffix);

/** Is a suffix joined to digits that of an ordinal: `5-інші`, `20-шы`? */
export const isOrdinalSuffix = (suffix: string): boolean =>
  ORDINAL.test(suffix) ||
  (!CARDINAL.test(suffix) && (analyseSuffix(suffix) === 0 || suffix.length > LONGEST_SUFFIX + 3));

/** `орын` → `орындық`, `теңге` → `теңгелік`: the attributive lexeme of a noun (LANGUAGE §3.1, guard 5). */
export function attributiveOf(stem: string): string {
  const cls = soundClass(stem.at(-1) ?? '');
  const first = cls & (SoundClass.V | SoundClass.Y) ? 'л' : cls === SoundClass.T ? 'т' : 'д';
  // Three of one letter never meet: `мегаватт` → `мегаваттық`.
  const start = stem.endsWith(first + first) ? stem.slice(0, -1) : stem;
  return `${start}${first}${stemHarmony(stem) === Harmony.front ? 'ік' : 'ық'}`;
}
