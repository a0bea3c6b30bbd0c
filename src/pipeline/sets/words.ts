import type { ReadLang } from '../../core/article.ts';
import { lemmasOf } from '../../language/index.ts';
import { type Counts, type Fault, type Figure, found, judged, noCounts } from '../figures.ts';
import type { ConlluWord } from './load.ts';

type Sentences = readonly (readonly ConlluWord[])[];
interface Scored {
  readonly figures: readonly Figure[];
  readonly faults: readonly Fault[];
}

const KINDS: Readonly<Record<string, string>> = { NOUN: 'lemma of nouns', PROPN: 'lemma of names' };
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Nouns and names written in Cyrillic, with the number of their sentence. */
function* nouns(sentences: Sentences): Generator<ConlluWord & { sentence: number }> {
  for (const [at, words] of sentences.entries())
    for (const word of words)
      if (word.upos in KINDS && CYRILLIC.test(word.form)) yield { ...word, sentence: at + 1 };
}

/** How many tokens get the lemma of the treebank, capitals aside. For a language whose lemmas are dictionary forms. */
function lemmaAccuracy(sentences: Sentences, lang: ReadLang): Scored {
  const tally = new Map(Object.values(KINDS).map((kind) => [kind, noCounts()]));
  const faults: Fault[] = [];
  for (const { form, lemma, upos, sentence } of nouns(sentences)) {
    const kind = KINDS[upos] ?? upos;
    const counts = tally.get(kind) ?? noCounts();
    const [got] = lemmasOf(form, lang);
    if (got === lemma.toLowerCase()) counts.right++;
    else {
      counts.missed++;
      faults.push({
        id: `sentence ${sentence}`,
        kind,
        what: 'wrong',
        detail: `${form}: ${lemma}, got ${got}`,
      });
    }
  }
  const kinds = [...tally].map(([kind, c]) => judged(lang, kind, c.right, c.right + c.missed));
  const right = total(tally, 'right');
  const gold = right + total(tally, 'missed');
  return { figures: [judged(lang, 'lemma', right, gold), ...kinds], faults };
}

const total = (tally: ReadonlyMap<string, Counts>, of: keyof Counts): number =>
  [...tally.values()].reduce((sum, counts) => sum + counts[of], 0);

/**
 * Do two distinct forms meet when, and only when, the treebank knows a lemma of both? For a language whose unknown words
 * are known by their stem. A pair of forms counts once; е stands for ё, as the treebanks write now one, now the other.
 */
function pairsOfForms(sentences: Sentences, lang: ReadLang): Scored {
  const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
  const gold = new Map<string, Set<string>>();
  for (const { form, lemma } of nouns(sentences)) {
    const lemmas = gold.get(fold(form)) ?? new Set();
    gold.set(fold(form), lemmas.add(fold(lemma)));
  }
  const wanted = pairs([...gold].map(([form, lemmas]) => [form, [...lemmas]]));
  const got = pairs([...gold.keys()].map((form) => [form, lemmasOf(form, lang)]));
  const counts = noCounts();
  const faults: Fault[] = [];
  const kind = 'forms of one lemma';
  for (const pair of wanted)
    if (got.has(pair)) counts.right++;
    else {
      counts.missed++;
      faults.push({ id: 'forms', kind, what: 'missed', detail: pair });
    }
  for (const pair of got)
    if (!wanted.has(pair)) {
      counts.extra++;
      faults.push({ id: 'forms', kind, what: 'extra', detail: pair });
    }
  return { figures: [found(lang, kind, counts)], faults };
}

/** Pairs of forms that share a key. */
function pairs(forms: readonly (readonly [form: string, keys: readonly string[]])[]): Set<string> {
  const byKey = new Map<string, string[]>();
  for (const [form, keys] of forms) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), form]);
  const out = new Set<string>();
  for (const list of byKey.values())
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) out.add(a < b ? `${a}, ${b}` : `${b}, ${a}`);
  return out;
}

/** Scores lemmas of nouns and names against a treebank. */
export const evaluateWords = (sentences: Sentences, lang: ReadLang): Scored =>
  lang === 'kk' ? lemmaAccuracy(sentences, lang) : pairsOfForms(sentences, lang);
