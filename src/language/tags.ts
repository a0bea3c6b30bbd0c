/** Grammatical tags as bits, shared by both languages; an analysis carries one case and number as a rule. */
export const Tag = {
  nom: 1,
  gen: 2,
  dat: 4,
  acc: 8,
  /** Kazakh locative, Russian prepositional. */
  loc: 16,
  abl: 32,
  ins: 64,
  sg: 128,
  pl: 256,
  /** Kazakh third-person possessive, the mark of izafet: `орталығы`. */
  p3: 512,
  /** Kazakh first and second person possessive and copulas: rare in news, a trap for numerals. */
  p12: 1024,
  masc: 2048,
  fem: 4096,
  neut: 8192,
  /** `-дағы/-дегі`: an attribute made of a place or time. */
  attr: 16_384,
  /** `-дай/-дей`: about as much as. */
  sim: 32_768,
  /** `-сыз/-сіз`, `-нікі`, `-ша`: other tails. */
  tail: 65_536,
  adj: 131_072,
  short: 262_144,
  animate: 524_288,
  /** Genitive plural in one reading: readings of one wording are joined, and gen with pl alone may come from two. */
  genPl: 1_048_576,
} as const;

export const CASES = Tag.nom | Tag.gen | Tag.dat | Tag.acc | Tag.loc | Tag.abl | Tag.ins;
export const GENDERS = Tag.masc | Tag.fem | Tag.neut;
export const NUMBERS = Tag.sg | Tag.pl;
