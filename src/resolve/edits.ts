/** A value as one version of an article states it. */
export interface StatedValue {
  readonly quote: string;
  readonly value: number | null;
  readonly high: number | null;
  readonly previous: number | null;
  readonly unit: string;
  readonly unitClass: string;
  readonly subject: string;
  readonly sentence: string;
}

/** A value that is not in both versions as it was: null on the side that does not state it. */
export interface Edit<V extends StatedValue> {
  readonly old: V | null;
  readonly new: V | null;
}

/** Sentences with this share of words in common say the same thing; their numbers do not count. */
const SAME_SENTENCE = 0.6;

/**
 * What an edit did to the numbers of an article: values that stand in both versions are left out wherever they stand,
 * the others are matched by the sentence around them and the class of their unit.
 */
export function editsBetween<V extends StatedValue>(before: readonly V[], after: readonly V[]): Edit<V>[] {
  const old = [...before];
  const added: V[] = [];
  for (const value of after) {
    const same = old.findIndex((other) => keyOf(other) === keyOf(value));
    if (same < 0) added.push(value);
    else old.splice(same, 1);
  }
  const pairs = old
    .flatMap((from) => added.map((to) => ({ from, to, likeness: likeness(from, to) })))
    .filter((pair) => pair.likeness >= SAME_SENTENCE)
    .sort((a, b) => b.likeness - a.likeness);
  const edits: Edit<V>[] = [];
  for (const { from, to } of pairs) {
    if (!old.includes(from) || !added.includes(to)) continue;
    old.splice(old.indexOf(from), 1);
    added.splice(added.indexOf(to), 1);
    edits.push({ old: from, new: to });
  }
  return [
    ...edits,
    ...old.map((from) => ({ old: from, new: null })),
    ...added.map((to) => ({ old: null, new: to })),
  ];
}

const keyOf = ({ value, high, previous, unitClass }: StatedValue): string =>
  `${value} ${high} ${previous} ${unitClass}`;

function likeness(a: StatedValue, b: StatedValue): number {
  if (a.unitClass !== b.unitClass) return 0;
  const one = wordsOf(a.sentence);
  const other = wordsOf(b.sentence);
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  // Of several numbers in one sentence the one with the same subject is meant.
  return all === 0 ? 0 : shared / all + (a.subject === b.subject ? 0.1 : 0);
}

const wordsOf = (sentence: string): Set<string> =>
  new Set(
    sentence
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== ''),
  );
