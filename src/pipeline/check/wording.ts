import { loadWordClasses, type WordClass } from '../../catalog/grammar.ts';
import { loadPosts } from '../../catalog/posts.ts';
import { loadTerms, type TermPair } from '../../catalog/terms.ts';
import { loadThings, type Thing } from '../../catalog/things.ts';
import { searchKeys } from '../../language/index.ts';
import { type Meanings, meanings } from '../../resolve/meanings.ts';
import type { Nearness } from '../../verdict/index.ts';
import type { ShareWords } from './claimed-shares.ts';
import { type FormReader, formReader } from './forms.ts';
import { wordsOf, wordTest } from './word-test.ts';

/** What the data says of words, as far as a verdict asks for it. */
export interface Wording extends Meanings {
  /** Does a hedge keep a number just below or just above itself? `before`: the words in front of it. */
  nearness(hedge: string, before: string): Nearness | null;
  /** Is this the key of a word that says how much or when, and not what? */
  isEmpty(key: string): boolean;
  /** Is this the key of a verb of a deed, by which plans are told as well: «построят», `салынады`? */
  isDeed(key: string): boolean;
  /** Is this a post of which the country has one: the president, the prime minister? */
  isNational(postId: string | null): boolean;
  /** The post that another wording of it stands for: «аким области» is an akim. */
  plainPost(postId: string | null): string | null;
  /** Search keys of the words for a unit: of these nothing is left in a subject, as units are compared by themselves. */
  unitKeys(unit: string): ReadonlySet<string>;
  /** Are it people that are counted: doctors, children, citizens? */
  isPeople(unit: string): boolean;
  /** Is what a number says denied right beside it: «не построили 14 школ», `14 мектеп салынған жоқ`? */
  isNegated(text: string, quote: string): boolean;
  /** Does a sentence refute what it tells: «опровергли, что …»? */
  isDenied(text: string): boolean;
  /** Does a sentence correct an earlier figure? */
  isRevised(text: string): boolean;
  readonly shares: ShareWords;
  /** The way that a claim says something changed; null where it says none, or both. */
  trend(text: string): 'up' | 'down' | null;
  /** Does a sentence ask? */
  isQuestion(text: string): boolean;
  /** How a claim compares, if it does. */
  readonly form: FormReader;
}

/** Classes of words that every number may have about it, and of those for its direction, which is a slot. */
const EMPTY =
  /^(?:cmp\.|unit\.(?:year|month|half|quarter)$|level$|light$|slightly$|utmost|least$|most$|say$|and$|number$|rank\.|forecast$|denied$|growth$|decline$)/;
const DEED = /^planned$/;
const NONE: ReadonlySet<string> = new Set();

/** Reads the data. Throws `BadData`. */
export function loadWording(dir?: string): Wording {
  const things = loadThings(dir);
  const classes = loadWordClasses(dir);
  const [up, down, asks] = [wordTest(classes, 'up'), wordTest(classes, 'down'), wordTest(classes, 'asks')];
  const [not, butNot, denied, revised] = [
    wordTest(classes, 'negation'),
    wordTest(classes, 'negation.but'),
    wordTest(classes, 'denied'),
    wordTest(classes, 'revised'),
  ];
  const nearly = new Set(members(classes, /^cmp\.nearly\./));
  const slightly = new Set(members(classes, /^slightly$/));
  const keysOf = (of: RegExp): ReadonlySet<string> =>
    new Set(
      members(classes, of)
        .filter((word) => !word.endsWith('-'))
        .flatMap((word) => searchKeys(word)),
    );
  const [empty, deeds] = [keysOf(EMPTY), keysOf(DEED)];
  const units = keysByUnit(things);
  const people = new Set(
    things.filter(({ kind }) => kind === 'person' || kind === 'child').map((t) => t.unit),
  );
  const { posts } = loadPosts(dir);
  const stands = new Map(
    posts.flatMap(({ id, standsFor }) => (standsFor === null ? [] : [[id, standsFor] as const])),
  );
  const national = new Set(
    posts.filter(({ scope, deputyOf }) => scope === 'country' && deputyOf === null).map(({ id }) => id),
  );
  return {
    ...meanings([...loadTerms(dir), ...things.map(asPair)]),
    nearness(hedge, before) {
      const words = `${before} ${hedge}`.toLowerCase().split(/[^\p{L}-]+/u);
      if (words.some((word) => slightly.has(word))) return 'slightly';
      return nearly.has(hedge.toLowerCase()) ? 'nearly' : null;
    },
    isEmpty: (key) => empty.has(key),
    isDeed: (key) => deeds.has(key),
    isNational: (postId) => postId !== null && national.has(postId),
    plainPost: (postId) => (postId === null ? null : (stands.get(postId) ?? postId)),
    unitKeys: (unit) => units.get(unit) ?? NONE,
    isPeople: (unit) => people.has(unit),
    isNegated(text, quote) {
      const at = Math.max(0, text.indexOf(quote));
      // «Не 131, а 33»: what stands behind the comma denies nothing beyond it.
      const before = wordsOf(text.slice(0, at).split(CLAUSE).at(-1) ?? '').slice(-BESIDE);
      const after = wordsOf(text.slice(at + quote.length).split(CLAUSE)[0] ?? '').slice(0, BESIDE);
      return [before, after].some((words) =>
        words.some((word, i) => not(word) && !butNot(words[i + 1] ?? '')),
      );
    },
    isDenied: (text) => wordsOf(text).some(denied),
    shares: { outOf: wordTest(classes, 'share.of'), each: wordTest(classes, 'each') },
    trend(text) {
      const words = wordsOf(text);
      const [rises, falls] = [words.some(up), words.some(down)];
      return rises === falls ? null : rises ? 'up' : 'down';
    },
    isQuestion: (text) => /\p{L}.*\?\s*$/su.test(text) || asks(wordsOf(text)[0] ?? ''),
    isRevised: (text) => wordsOf(text).some(revised),
    form: formReader(classes),
  };
}

/** Where a clause ends; a comma within a number is none. */
const CLAUSE = /[,;:–—](?=\s)/u;
/** So many words beside a number belong to what is said of it. */
const BESIDE = 4;

const members = (classes: readonly WordClass[], of: RegExp): string[] =>
  classes.filter(({ cls }) => of.test(cls)).flatMap(({ words }) => [...words.kk, ...words.ru]);

/** What is counted has a name in both languages: one more pair of words that say the same. */
const asPair = ({ kk, ru }: Thing): TermPair => ({
  kk: kk.map((w) => w.written).filter((w) => !w.includes(' ')),
  ru: ru.map((w) => w.written).filter((w) => !w.includes(' ')),
});

function keysByUnit(things: readonly Thing[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byUnit = new Map<string, Set<string>>();
  for (const { unit, kk, ru, symbols } of things) {
    const keys = byUnit.get(unit) ?? new Set();
    byUnit.set(unit, keys);
    const written = [...kk.map((w) => w.written), ...ru.map((w) => w.written), ...symbols];
    for (const key of written.flatMap((words) => searchKeys(words))) keys.add(key);
  }
  return byUnit;
}
