/** How a verb form tells of a deed: as done, as to come, or by its mere name. */
export type Tense = 'past' | 'future' | 'infinitive';

/** One form of a verb, in small letters, with the words that make one phrase with it. */
export interface VerbForm {
  readonly words: readonly string[];
  readonly tense: Tense;
  /**
   * A passive made of an active verb: what that does to its object happens to the subject of this one («открыл»,
   * «открылся»).
   */
  readonly passive: boolean;
  /** It narrows a noun beside it: «открытый», `ашылған`. */
  readonly attribute: boolean;
}
