import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import { analyse } from './packs/kk/analyse.ts';
import { FUNCTION_WORDS as KK_WORDS } from './packs/kk/words.ts';
import { FUNCTION_WORDS as RU_WORDS } from './packs/ru/words.ts';
import { Tag } from './tags.ts';
import { tokenize } from './tokens.ts';
import { Words, type WordType } from './words.ts';

const words = new Words();
const SLOT = 5;

/**
 * Keys under which a word can be found, the same for documents and queries: its Kazakh stems and its Russian stem.
 * A word with Kazakh letters has no Russian one; the Kazakh ones are marked, so that `балаларға` and `балалар` meet
 * without `семья` meeting a Kazakh word.
 */
function keysOf(type: WordType): readonly string[] {
  const known = type.memo[SLOT];
  if (known) return known as readonly string[];
  const norm = type.norm.replaceAll('ё', 'е');
  const keys = new Set<string>();
  if (type.latin || norm.length < 3) keys.add(norm);
  else {
    for (const stem of kazakhStems(norm)) keys.add(stem);
    if (!type.kazakh) keys.add(stemmer.stem(norm));
  }
  const list = [...keys];
  type.memo[SLOT] = list;
  return list;
}

/** Readings dearer than this are guesses; stems of two letters (`үй`) pay five more before they are believed. */
const DEAREST = 1.5;
const SHORT_STEM = 5;

/**
 * Every likely stem, the spelling itself among them: `облысының` may be of `облыс` or `облысы`, and only a word list
 * could tell. All forms of a word share its true stem; search may over-join a little, entity matching never uses this.
 */
function kazakhStems(norm: string): string[] {
  return analyse(norm)
    .filter((a) => (a.tags & Tag.p12) === 0 && a.cost <= DEAREST + (a.lemma.length < 3 ? SHORT_STEM : 0))
    .map((a) => (a.lemma.length < 3 ? a.lemma : `қ${a.lemma}`));
}

/** All keys of a text, in order; numbers as written without group spaces. For the index of a document. */
export function searchKeys(text: string): string[] {
  return queryKeys(text).flat();
}

/** Keys word by word: each inner list holds alternatives, any of which may match. For a query. */
export function queryKeys(text: string): string[][] {
  const out: string[][] = [];
  for (const t of tokenize(text, words)) {
    if (t.form) {
      const norm = t.form.type.norm;
      if (!KK_WORDS.has(norm) && !RU_WORDS.has(norm)) out.push([...keysOf(t.form.type)]);
    } else if (!Number.isNaN(t.num)) out.push([String(t.num)]);
  }
  return out;
}
