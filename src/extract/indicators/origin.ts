/** The ways a slot of a figure is filled: what a person is told, and whether the sentence itself left the slot unsaid. */
export const WAYS = {
  figure: { says: 'the words of the figure say it', inferred: false },
  default: { says: 'holds unless something else is said', inferred: false },
  none: { says: 'nothing says it', inferred: false },
  unsaid: { says: 'left unsaid, and nothing in reach lends it', inferred: true },
  beside: { says: 'only a bracket or a dash parts it from the figure', inferred: false },
  clause: { says: 'said in the clause of the figure', inferred: false },
  sentence: { says: 'said in the sentence of the figure', inferred: false },
  ahead: { says: 'its time is still to come', inferred: false },
  now: { says: '"now": the day of publication', inferred: false },
  country: { says: 'the sentence speaks of the country as a whole', inferred: false },
  paired: { says: 'as many figures as places, each its own in order', inferred: false },
  shared: { says: 'several share the figure, so it belongs to none of them alone', inferred: false },
  verb: { says: 'a verb of change governs the figure', inferred: false },
  comparative: { says: '"more" or "less" stands beside the figure', inferred: false },
  base: { says: 'the round number beside it is what it is counted on', inferred: false },
  list: { says: 'shared with the last figure of its list', inferred: true },
  counted: { says: 'what is counted stands before its figure', inferred: true },
  kind: { says: 'a noun across a dash says what kind of thing this part is', inferred: true },
  lent: { says: 'lent by an earlier figure', inferred: true },
  paragraph: { says: 'carried over from earlier in its paragraph', inferred: true },
  frame: { says: 'carried over: an earlier sentence sets the time of what follows', inferred: true },
  back: { says: 'the sentence points back to it', inferred: true },
  speech: { says: 'a sentence beside it says whose words these are', inferred: true },
  title: { says: 'the title names it', inferred: true },
  dateline: { says: 'the article was sent from there', inferred: true },
  opening: { says: 'the article opens with it', inferred: true },
  sole: { says: 'the only one of its level that the article names', inferred: true },
  manyEarlier: { says: 'several were named before, so it belongs to none of them alone', inferred: true },
  published: { says: 'no time is said: the year of publication', inferred: true },
} as const satisfies Record<string, { says: string; inferred: boolean }>;

export type Way = keyof typeof WAYS;

/** Why a slot holds what it holds: the way, and the words it was read from, tokens `from` up to `to`; equal where none are. */
export interface Origin {
  readonly way: Way;
  readonly from: number;
  readonly to: number;
}

/** A value with its origin: what every maker of a slot returns. */
export interface Filled<T> extends Origin {
  readonly value: T;
}

/** A value read from words, tokens `from` up to `to`; without words from none. */
export const filled = <T>(value: T, way: Way, from = 0, to = from): Filled<T> => ({ value, way, from, to });

/** Was the slot left unsaid by the sentence of its figure? */
export const isInferred = ({ way }: Origin): boolean => INFERRED.has(way);
const INFERRED: ReadonlySet<string> = new Set(
  Object.entries(WAYS)
    .filter(([, { inferred }]) => inferred)
    .map(([way]) => way),
);
