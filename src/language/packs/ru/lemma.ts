import { parseRuWording } from '../../../catalog/wording.ts';
import { Tag } from '../../tags.ts';
import { noun } from './inflect.ts';
import { NOUNS, SHORT_FOR } from './nouns.ts';

const VOWELS = 'аеиоуыэюя';

/** Endings of nouns, adjectives and participles, the longest first. */
const ENDINGS = (
  'иями ьями ями ами ыми ими иях ьях иям ьям ием ьем ией ого его ому ему ях ах ям ам ем ом ей ой ою ею ов ев ьев ье ья ью ьи ' +
  'ия ие ии ию ий ый ым им ых их ая яя ое ее ую юю ые а я о е ы и у ю ь й'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Fewer letters are no stem: `дом` is not `д` with an ending. */
const SHORTEST = 3;

let known: Map<string, string[]> | undefined;
/** Dictionary form → nominative plural. */
const plurals = new Map<string, string>();

/** Form → dictionary forms of the nouns that are known, е for ё. Worked out when the first word is asked for. */
function knownForms(): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  const put = (form: string, lemma: string): void => {
    const lemmas = forms.get(form) ?? [];
    if (!lemmas.includes(lemma)) forms.set(form, [...lemmas, lemma]);
  };
  for (const [short, lemma] of Object.entries(SHORT_FOR)) put(short, lemma);
  for (const written of NOUNS.trim().split(/\s+/u)) {
    const wording = parseRuWording(written);
    const word = typeof wording === 'string' ? undefined : wording.words[0];
    if (!word) throw new Error(`${written}: ${wording}`);
    for (const { form, tags } of noun(word)) {
      put(plain(form), plain(word.lemma));
      if (tags & Tag.nom && tags & Tag.pl) plurals.set(plain(word.lemma), form);
    }
  }
  return forms;
}

function plain(word: string): string {
  return word.replaceAll('ё', 'е');
}

/**
 * What all forms of one Russian noun or adjective have in common: the dictionary form of a noun whose endings deceive,
 * else the stem. Takes a word in small letters; a form of several known nouns has several lemmas (`семей`).
 * Of words joined by a hyphen the last one declines.
 */
export function lemmas(norm: string): readonly string[] {
  known ??= knownForms();
  const word = plain(norm);
  const hyphen = word.lastIndexOf('-') + 1;
  const last = word.slice(hyphen);
  const found = known.get(last) ?? known.get(last.replace(OLD_INSTRUMENTAL, 'й')) ?? [stem(last)];
  return hyphen === 0 ? found : found.map((lemma) => word.slice(0, hyphen) + lemma);
}

/** The dictionary form of a noun that is listed, by any of its forms in small letters. */
export function dictionaryForm(norm: string): string | undefined {
  known ??= knownForms();
  return known.get(plain(norm))?.[0];
}

/** The nominative plural of a noun that is listed, by any of its forms in small letters. */
export function listedPlural(norm: string): string | undefined {
  const lemma = dictionaryForm(norm);
  return lemma === undefined ? undefined : plurals.get(lemma);
}

/** `травою` beside `травой`. */
const OLD_INSTRUMENTAL = /(?<=[ое])ю$/u;

function stem(word: string): string {
  const ending = ENDINGS.find((e) => word.endsWith(e) && hasStem(word, word.length - e.length));
  let cut = ending === undefined ? word : word.slice(0, -ending.length);
  // `Омаров` looks like a genitive plural, so `Омарова`, `Омаровым` go as far as it does.
  if (
    ending !== undefined &&
    ending !== 'ов' &&
    ending !== 'ев' &&
    /[ое]в$/u.test(cut) &&
    hasStem(cut, cut.length - 2)
  )
    cut = cut.slice(0, -2);
  // `горожане`, `горожанин`: the singular has a suffix that the plural lacks.
  if (/[ая]нин$/u.test(cut)) cut = cut.slice(0, -2);
  return withoutFleetingVowel(cut);
}

function hasStem(word: string, length: number): boolean {
  if (length < SHORTEST) return false;
  for (let i = 0; i < length; i++) if (VOWELS.includes(word[i] ?? '')) return true;
  return false;
}

/** `отрывок` and `отрывк-`, `шишек` and `шишк-`, `японец` and `японц-`: the vowel comes and goes, so it is left out. */
const withoutFleetingVowel = (cut: string): string =>
  cut.replace(/(?<=..[^аеиоуыэюяьй])[оеь](?=[кц]$)/u, '').replace(/(?<=..)ь(?=[кцн]$)/u, '');
