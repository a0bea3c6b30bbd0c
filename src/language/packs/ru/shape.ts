import type { RuWord } from '../../../catalog/wording.ts';
import { EndingTable } from '../../ending-table.ts';

/*
 * What the ending of a Russian word tells when no lexicon lists the word: shapes, not analyses.
 */
const Is = { adjective: 1, notAdjective: 2, verb: 4, notVerb: 8, present: 16 } as const;
const ENDINGS = new EndingTable({
  [Is.adjective]: '[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ую]ю|[ыи]х|[ыи]ми',
  [Is.notAdjective]: 'ание|ение|ция|ции|цию|ией|ании|ении|ству|ствие|телей|[аея]ний|ций|ствий',
  [Is.verb]:
    '[аеиуюя]т|[еёюия]тся|[аия]л[аио]?|ел[аи]?|ул[аи]?|лся|шл[аио]|л[аио]сь|ть(ся)?|[еа]н[аоы]|ован|ботан|' +
    'жд[её]н|ущен|рш[её]н|[вдзмнш]л[её]н|[бш]р[её]н|[оеию]ч[её]н|ё[лт]|даст',
  [Is.notVerb]: 'тет|[инт]ал|сть|ист|[ае]нт|рит',
  [Is.present]: '[уюаяёеи]т(ся)?',
});
const SINGULAR_VERB = /(?:л|ет|ит)$/u;
const GENITIVE = /(?:[аяыи]|[оеё]в|[оеё]й|го|[ыи]х)$/u;
const PARTICIPLE =
  /(?:вш|[ую]щ|[ая]щ|нн)(?:ий|ый|ая|ое|ее|ие|ые|его|ого|ему|ому|им|ым|ем|ом|их|ых|ими|ыми|ую|ей|ой)(?:ся)?$/u;
/** Suffixes of cardinals joined to digits: `5-ти`, `3-х`; all others make ordinals. */
const CARDINAL_SUFFIX = new Set(['ти', 'и', 'х', 'мя', 'ми', 'ю', 'тью', 'та']);

/** Could a word be an adjective or participle that stands before a noun? */
export const looksAdjectival = (norm: string): boolean =>
  norm.length > 3 &&
  ((ENDINGS.bitsOf(norm) & (Is.adjective | Is.notAdjective)) === Is.adjective ||
    (norm.endsWith('ся') && PARTICIPLE.test(norm)));

/** Could a word be a finite verb, infinitive or short participle? */
export const looksVerbal = (norm: string): boolean =>
  (ENDINGS.bitsOf(norm) & (Is.verb | Is.notVerb)) === Is.verb;

/**
 * Is a word a verb in the future, third person: `отремонтируют`, `откроется`, `проведёт`? A prefix makes a verb perfective, and
 * the present form of a perfective one tells the future, unless a suffix or a stem of motion takes that back (`проводят`,
 * `открывают`). Prefixes of one letter tell nothing (`строят`, `учат`).
 */
export const looksFuture = (norm: string): boolean =>
  norm.length > 5 &&
  (ENDINGS.bitsOf(norm) & Is.present) !== 0 &&
  PREFIXED.test(norm) &&
  !IMPERFECTIVE.test(norm) &&
  !NO_FUTURE.test(norm);
const PREFIXED = /^(?:вы|во[зсй]|взо?|до|за|из|ис|на|об|от|пере|по|под|пре?д|при|про|раз|рас|со)/u;
const IMPERFECTIVE =
  /(?:[аяую][юеё]т|(?:ход|вод|воз|нос|став|лаг|сто|леж|держ|вис|прос|помн|ез[жд]|стро|рос|раст|знач|множ|меч|люб|говор|бот|вед|вез|нес|служ|пис|каж|беж|груз)(?:[уюая]т|[ёеи]т))(?:ся)?$/u;
/** Nouns that end so, short participles, and verbs that have such a prefix and no pair. */
const NO_FUTURE =
  /(?:тет|[рлд]ат|кат|ч[её]т|л[её]т|[цс]вет|завет|прет|портрет|предмет|захват|обхват|приют|институт|профицит|десят|принят|занят|взят|поднят|отнят|перенят|нанят|проект)$|^(?:наде[ею]|выгляд|разуме|противореч|сожале|пок[ои]|прочат|завис|обитат|подобает|предсто)/u;

/** Could a word be a participle in full form: `построенная`, `живущих`? */
export const looksParticipial = (norm: string): boolean => PARTICIPLE.test(norm);

/** «субсидий»: a noun in the genitive of the plural that has the ending of an adjective. */
export const looksLikeManyThings = (norm: string): boolean => norm.endsWith('ий');

/** «зерновых»: an adjective that may stand for a noun, in the genitive of the plural. */
export const looksLikeManySuch = (norm: string): boolean => norm.endsWith('ых');

/** Could a word be the genitive of a noun or adjective, the case of what belongs to another: `района`, `высшей`? */
export const looksGenitive = (norm: string): boolean => GENITIVE.test(norm);

/** Could a word be a verb in the singular: «Семей встретил гостей»? */
export const looksSingularVerb = (norm: string): boolean => SINGULAR_VERB.test(norm);

/** Could a verb be in the plural, as where nobody says who does it: «открыли», «запустят»? */
export const looksPluralVerb = (norm: string): boolean => /(?:ли|[уюая]т)$/u.test(norm);

/** `23-летний`, `130-летию`: an age or a jubilee. */
export const isAgeSuffix = (suffix: string): boolean => suffix.startsWith('лет');

/** `восемнадцатилетних`, `18-летним`: of several who are so many years old. */
export const tellsAge = (norm: string): boolean => /летни(?:е|х|м|ми)$/u.test(norm);

/** `2020-х`, `90-е`: a decade. */
export const isDecadeSuffix = (suffix: string): boolean => /^ы?[ех]$/u.test(suffix);

/** Is a suffix joined to digits that of an ordinal: `2024-м`, `16-летний`? */
export const isOrdinalSuffix = (suffix: string): boolean => !CARDINAL_SUFFIX.has(suffix);

/** `Акмолинская` → `Акмолинский`: the masculine by which adjective tables are written. */
export const masculine = (adj: string): string =>
  adj.replace(/ая$/u, /[гкхжшщч]ая$/u.test(adj) ? 'ий' : 'ый').replace(/яя$/u, 'ий');

/**
 * The name of a town with its declension, twice where usage wavers: names in -ь may be of either gender (`Сарань`,
 * `Акколь`), those in -ово, -ино decline or not (`Булаево`). Names in other vowels never decline (`Алматы`, `Актау`);
 * `Степное` declines as an adjective, all others by their ending. In small letters.
 */
export function townWords(lemma: string): RuWord[] {
  const frozen = { lemma, indeclinable: true };
  const regular = { lemma, indeclinable: false };
  const stem = lemma.slice(0, -1);
  if (/ь$/u.test(lemma)) return ['и', 'я'].map((ending) => ({ ...regular, genSg: stem + ending }));
  if (/ое$/u.test(lemma)) return [{ ...regular, genSg: `${stem}го` }];
  if (/(?:[оеё]в|[иы]н)о$/u.test(lemma)) return [frozen, regular];
  return /[ыиуоеэюёі]$/u.test(lemma) && !/ье$/u.test(lemma) ? [frozen] : [regular];
}

/**
 * The nominative of a town's name that no list knows, after its head noun: `Ивановке` → `Ивановка`, `Степном` →
 * `Степное` or `Степной` as the head is neuter (село) or not (посёлок). Other endings may be the name's own (`Уштобе`).
 */
export const townNominative = (name: string, neuter: boolean): string =>
  name
    .replace(/(?<=(?:[оеё]в|[иыая]н|[уюе]ш|[оеё]ч)к)(?:[иеу]|ой)$/u, 'а')
    .replace(
      /(ск|[нвт])(?:ого|ому|ом)$/u,
      (_, stem: string) => stem + (neuter ? 'ое' : stem === 'ск' ? 'ий' : 'ый'),
    );

/** Is an ordinal the lower part of a fraction: «пятых» behind two to nineteen, «пятая», «пятой», «пятую» behind one? */
export const isDenominator = (norm: string, parts: number): boolean =>
  parts === 1 ? /(?:ая|ой|ую)$/u.test(norm) : parts < 20 && parts !== 10 && /[ыи]х$/u.test(norm);

/** Is an ordinal the object of a verb: «десятую» часть? Not «третью», which is as often the third one. */
export const isOrdinalObject = (norm: string): boolean => norm.endsWith('ую');
