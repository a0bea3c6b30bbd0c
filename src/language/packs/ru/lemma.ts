import { parseRuWording } from '../../../catalog/wording.ts';
import { EndingTable } from '../../ending-table.ts';
import { Tag } from '../../tags.ts';
import { noun } from './inflect.ts';
import { NOUNS, SHORT_FOR } from './nouns.ts';

const VOWELS = 'аеиоуыэюя';

/** Endings of nouns, adjectives and participles. */
const ENDINGS = new EndingTable({
  1:
    '[иь]?ями|ами|[ыи]ми|[иь]ях|[иь]ям|[иь]ем|ией|[ое]го|[ое]му|[яа]х|[яа]м|[ео]м|[ео]й|[ое]ю|ов|ь?ев|ь[еяюи]|' +
    'и[яею]|ии|[иы]й|[ыи]м|[ыи]х|ая|яя|[ое]е|ую|юю|ые|[аяоеыиуюьй]',
});

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
  const found = known.get(last) ?? known.get(withNewInstrumental(last)) ?? [stem(last)];
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
const withNewInstrumental = (word: string): string =>
  word.endsWith('ою') || word.endsWith('ею') ? `${word.slice(0, -1)}й` : word;

function stem(word: string): string {
  const least = shortestStem(word);
  const ending = ENDINGS.longest(word, word.length - least);
  let cut = ending === 0 ? word : word.slice(0, -ending);
  // `Омаров` looks like a genitive plural, so `Омарова`, `Омаровым` go as far as it does.
  const isOwn = ending === 2 && isSurname(word);
  if (ending > 0 && !isOwn && isSurname(cut) && cut.length - 2 >= least) cut = cut.slice(0, -2);
  // `горожане`, `горожанин`: the singular has a suffix that the plural lacks.
  if (cut.endsWith('анин') || cut.endsWith('янин')) cut = cut.slice(0, -2);
  return withoutFleetingVowel(cut);
}

const isSurname = (word: string): boolean => word.endsWith('ов') || word.endsWith('ев');

/** How many letters the stem of a word has at the least: it has a vowel. */
function shortestStem(word: string): number {
  for (let i = 0; i < word.length; i++) if (VOWELS.includes(word.charAt(i))) return Math.max(SHORTEST, i + 1);
  return word.length;
}

/** `отрывок` and `отрывк-`, `шишек` and `шишк-`, `японец` and `японц-`: the vowel comes and goes, so it is left out. */
const withoutFleetingVowel = (cut: string): string =>
  'кцн'.includes(cut.charAt(cut.length - 1))
    ? cut.replace(/(?<=..[^аеиоуыэюяьй])[оеь](?=[кц]$)/u, '').replace(/(?<=..)ь(?=[кцн]$)/u, '')
    : cut;
