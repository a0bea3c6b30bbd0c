import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import { analyse } from './packs/kk/analyse.ts';
import { FUNCTION_WORDS as KK_WORDS } from './packs/kk/words.ts';
import { FUNCTION_WORDS as RU_WORDS } from './packs/ru/words.ts';
import { Tag } from './tags.ts';
import { tokenize } from './tokens.ts';
import { Words, type WordType } from './words.ts';

const words = new Words();
const SLOT = 7;

/**
 * Keys under which a word can be found, the same for documents and queries: the Kazakh stem and the Russian stem.
 * A word with Kazakh letters has one key; a word that could be of either language (`балалар`, `семьи`) has two,
 * marked by language, so that `балаларға` and `балалар` meet without `семья` meeting a Kazakh word.
 */
function keysOf(type: WordType): readonly string[] {
  const known = type.memo[SLOT];
  if (known) return known as readonly string[];
  const norm = type.norm.replaceAll('ё', 'е');
  const keys = new Set<string>();
  if (type.latin || norm.length < 3) keys.add(norm);
  else {
    keys.add(`қ${kazakhStem(norm)}`);
    if (!type.kazakh) keys.add(stemmer.stem(norm));
  }
  const list = [...keys];
  type.memo[SLOT] = list;
  return list;
}

/** The shortest likely stem: search may over-join a little, entity matching never uses this. */
function kazakhStem(norm: string): string {
  let best = norm;
  let bestScore = 0;
  for (const a of analyse(norm)) {
    if (a.tags & Tag.p12) continue;
    const cut = norm.length - a.lemma.length;
    const score = cut * 1.0 - a.cost * 0.9 - (a.lemma.length < 4 ? 2.5 : 0);
    if (score > bestScore || (score === bestScore && a.lemma < best)) {
      best = a.lemma;
      bestScore = score;
    }
  }
  return best;
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
