import { LetterTrie } from '../../letter-trie.ts';
import { CASES, Tag } from '../../tags.ts';
import {
  buildEndings,
  type Ending,
  Harmony,
  hasVowel,
  isVowel,
  LOAN_ENDS,
  SoundClass,
  soundClass,
  stemHarmony,
} from './endings.ts';

/** One way to read a word form: a dictionary form and what its ending says. */
export interface Analysis {
  readonly lemma: string;
  readonly tags: number;
  readonly cost: number;
}

const ENDINGS = buildEndings();

/** Endings by their letters from the last to the first, so that one walk from the end of the word finds all. */
const trie = new LetterTrie();
/** By node of the trie. */
const endingsAt: Ending[][] = [];
/** Those of a case and nothing else. */
const casesAt: Ending[] = [];
let longest = 0;
for (const ending of ENDINGS) {
  if (ending.text === '') continue;
  longest = Math.max(longest, ending.text.length);
  const node = trie.add([...ending.text].reverse().join(''));
  endingsAt[node] = [...(endingsAt[node] ?? []), ending];
  if (ending.tags & CASES && (ending.tags & ~(CASES | Tag.sg)) === 0) casesAt[node] = ending;
}
/** A stem has two letters at the least. */
const SHORTEST_STEM = 2;

/** How many letters endings of the table have that a form ends in, as bits; the lowest is for none at all. */
export const endingLengths = (form: string): number => lengthsOf(form, endingsAt);

/** The same of endings that tell a case and nothing else: names of persons bear no other. */
export const caseLengths = (form: string): number => lengthsOf(form, casesAt);

function lengthsOf(form: string, byNode: readonly unknown[]): number {
  let found = 1;
  const lowest = Math.max(SHORTEST_STEM, form.length - longest);
  let node = 0;
  for (let i = form.length - 1; i >= lowest; i--) {
    node = trie.step(node, form.charCodeAt(i));
    if (node === 0) break;
    if (byNode[node] !== undefined) found |= 1 << (form.length - i);
  }
  return found;
}

const DEVOICED: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' };
const SOFTENED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' };
/** Behind these a loan has a soft sign. */
const BEFORE_SIGN = 'лрн';
const REPAIR_COST = 0.3;
const ELISION_COST = 1.6;

/**
 * All licensed readings of a word form as a noun, the bare form first; dictionaries decide among them. `lengths` are bits
 * of the numbers of letters that the endings may have, for who knows already before which letters no stem ends.
 */
export function analyse(form: string, lengths = endingLengths(form)): Analysis[] {
  const out: Analysis[] = [{ lemma: form, tags: Tag.nom | Tag.sg, cost: 0 }];
  let node = 0;
  for (let n = 1; lengths >>> n !== 0; n++) {
    const i = form.length - n;
    node = trie.step(node, form.charCodeAt(i));
    if ((lengths & (1 << n)) === 0) continue;
    const stem = stemOf(form.slice(0, i));
    for (const e of endingsAt[node] ?? []) {
      if (stem.voiced && e.harmony & stem.harmony) readWith(stem, e, out);
      readSoftened(stem, e, out);
    }
  }
  return out;
}

/**
 * What a form may begin with before an ending where a reading of it has this dictionary form: `мектеп` and, before a vowel,
 * `мектеб`. Every lemma that `analyse` gives has one of these before the ending, besides those it only might have.
 */
export function basesOf(lemma: string): string[] {
  const out = [lemma];
  const body = lemma.slice(0, -1);
  const last = lemma.slice(-1);
  const soft = SOFTENED[last];
  if (soft) out.push(body + soft);
  // `факт` + і + лер.
  if (LOAN_ENDS.has(lemma.slice(-2))) out.push(`${lemma}і`, `${lemma}ы`);
  // `орын` + ы, `халық` + ы.
  if ('іы'.includes(lemma.at(-2) ?? ' ')) out.push(lemma.slice(0, -2) + last);
  if (last === 'ь') out.push(body);
  return out;
}

/** What is asked of a stem for each of its endings. */
interface Stem {
  readonly text: string;
  readonly last: string;
  readonly before: string;
  /** A soft sign is no sound: `фестивальдің`, `рубльге`. */
  readonly sound: number;
  readonly harmony: number;
  /** Has a vowel. */
  readonly voiced: boolean;
}

function stemOf(text: string): Stem {
  const last = text.at(-1) ?? '';
  const before = text.at(-2) ?? '';
  const sound = soundClass(last === 'ь' ? before : last);
  return { text, last, before, sound, harmony: stemHarmony(text), voiced: hasVowel(text) };
}

function readWith({ text: stem, last, before, sound, harmony }: Stem, e: Ending, out: Analysis[]): void {
  const cost = e.cost + (stem.length <= 2 ? 5 : 0);
  const opensWithVowel = isVowel(e.text);
  if (e.stems & sound) {
    // A voiced stop before a vowel is a softened one: `министрлігі` is of `министрлік`; «клуб» keeps its own.
    out.push({ lemma: stem, tags: e.tags, cost: cost + (opensWithVowel && last in DEVOICED ? 0.6 : 0) });
    if (opensWithVowel) {
      const hard = DEVOICED[last];
      if (hard && isVowel(before))
        out.push({ lemma: stem.slice(0, -1) + hard, tags: e.tags, cost: cost + REPAIR_COST });
    } else if (isLoanWithLink(stem)) {
      out.push({ lemma: stem.slice(0, -1), tags: e.tags, cost: cost + REPAIR_COST });
    }
  } else if (opensWithVowel && sound & SoundClass.Z && e.stems & SoundClass.T) {
    out.push({ lemma: stem, tags: e.tags, cost: cost + 0.2 });
  } else if (opensWithVowel && last === 'ғ') {
    out.push({ lemma: `${stem.slice(0, -1)}қ`, tags: e.tags, cost: cost + REPAIR_COST });
  }
  // `халқы` → `халық`, `орны` → `орын`, `аузы` → `ауыз`: the vowel lost before a vowel comes back.
  if (
    opensWithVowel &&
    stem.length >= 3 &&
    stem.length <= 6 &&
    !isVowel(last) &&
    (!isVowel(before) || isGlide(before, stem.at(-3)))
  ) {
    const vowel = harmony === 2 ? 'і' : 'ы';
    out.push({ lemma: stem.slice(0, -1) + vowel + last, tags: e.tags, cost: cost + ELISION_COST });
  }
}

/** `фестивалі` is of `фестиваль`: a loan loses its soft sign before a vowel and keeps its front endings. */
function readSoftened({ text, last }: Stem, e: Ending, out: Analysis[]): void {
  if (e.harmony & Harmony.front && 'іе'.includes(e.text.charAt(0)) && BEFORE_SIGN.includes(last || ' '))
    out.push({ lemma: `${text}ь`, tags: e.tags, cost: e.cost + REPAIR_COST });
}

/** After a vowel «у» is a consonant: `аузы` is of `ауыз`. */
const isGlide = (letter: string, before = ' '): boolean => letter === 'у' && isVowel(before);

/** `факт` → `фактілер`, `банк` → `банкісі`: a loan in two consonants takes a vowel before every ending. */
const isLoanWithLink = (stem: string): boolean =>
  'іы'.includes(stem.at(-1) ?? ' ') && LOAN_ENDS.has(stem.slice(-3, -1));

/**
 * Readings of a suffix that stands on digits, an abbreviation or a sign (`33-тен`, `ОҚО-лар`, `%-ы`):
 * the same table, without looking at the stem.
 */
export function analyseSuffix(suffix: string): number {
  // `4-еуінде`: the collective is between the digits and the ending.
  return suffixTags.get(suffix) ?? suffixTags.get(suffix.replace(/^[ае]у(?=.)/u, '')) ?? 0;
}

const suffixTags = new Map<string, number>();
for (const e of ENDINGS) {
  const known = suffixTags.get(e.text);
  // The cheapest reading wins: `-ы` is p3 before it is anything else.
  if (known === undefined || (e.cost < 1.2 && !(e.tags & Tag.p12) && known & Tag.p12))
    suffixTags.set(e.text, e.tags);
}
