import type { Lexicon, Sense } from '../language/lexicon.ts';
import { looksVerbal } from '../language/shape.ts';
import { Kind, type Token, tokenize } from '../language/tokens.ts';
import type { Words } from '../language/words.ts';
import type { PlaceWord } from './place-words.ts';

/**
 * Gives a Kazakh text without capitals those of its places, by which rules find them; its length stays. A name that is
 * also something else (`абай`, `арал`) needs its head noun, its own or that of its list: missing is better than wrong.
 */
export function withPlaceCapitals(
  text: string,
  lexicon: Lexicon,
  words: Words,
  givenNames: ReadonlySet<string>,
): string {
  const tokens = tokenize(text, words);
  const places = tokens.map((_, i) => longestPlace(lexicon.sensesAt(tokens, i, 'kk')));
  const heads = tokens.map((t) => isHead(lexicon, t));
  // From the end: does a place at a token, or the list that it opens, lead to a head noun?
  const leads: boolean[] = new Array(tokens.length + 1).fill(false);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const place = places[i];
    if (!place) leads[i] = heads[i] === true;
    else if (wordOf(place).form === 'full') leads[i] = true;
    else {
      const next = behindBrackets(tokens, place.to);
      leads[i] = leads[next] === true || (isSeparator(lexicon, tokens[next]) && leads[next + 1] === true);
    }
  }
  let out = '';
  let at = 0;
  for (let i = 0; i < tokens.length; i++) {
    const place = places[i];
    if (!place) continue;
    const { form } = wordOf(place);
    const dateline = isDateline(text, tokens, place);
    if (form !== 'full' && !leads[i] && !dateline && !standsAlone(lexicon, tokens[i], place, givenNames))
      continue;
    for (let k = i; k < place.to; k++) {
      const { start, end } = tokens[k] ?? { start: at, end: at };
      const first = form === 'abbr' || dateline ? end : start + 1;
      if (heads[k]) continue;
      out += text.slice(at, start) + text.slice(start, first).toUpperCase() + text.slice(first, end);
      at = end;
    }
    i = place.to - 1;
  }
  return out + text.slice(at);
}

/** `استانا. قازاقپارات –` at the start of a line is printed in capitals where there are any. */
function isDateline(text: string, tokens: readonly Token[], { from, to }: Sense): boolean {
  const before = tokens[from - 1];
  if ((before && before.kind !== Kind.newline) || tokens[to]?.mark !== '.') return false;
  const line = text.slice(tokens[to]?.end ?? 0, (tokens[to]?.end ?? 0) + DATELINE).split('\n', 1)[0] ?? '';
  return line.includes(' – ') || line.includes(' — ') || line.includes(' - ');
}
/** The agency between the place and the dash. */
const DATELINE = 30;

const wordOf = (place: Sense): PlaceWord => place.entry.data as PlaceWord;

/** `(1 017)` behind a member of a list is stepped over. */
function behindBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.mark !== '(') return at;
  for (let k = at + 1; k < at + BRACKETED; k++) if (tokens[k]?.mark === ')') return k + 1;
  return at;
}
const BRACKETED = 7;

const longestPlace = (senses: readonly Sense[]): Sense | undefined =>
  senses.find((s) => s.entry.cls === 'place');

const isHead = (lexicon: Lexicon, t: Token): boolean =>
  t.form !== null && lexicon.sensesOf(t.form.type, 'kk').some((s) => s.entry.cls === 'placehead');

const isSeparator = (lexicon: Lexicon, t: Token | undefined): boolean =>
  t?.mark === ',' || (t?.form != null && lexicon.classesOf(t.form.type, 'kk').has('and'));

/** Levels whose names are told without a head noun; villages bear names that are words (`достық`, `бірлік`). */
const KNOWN_BY_NAME: ReadonlySet<string> = new Set(['country', 'oblast', 'city']);

/** Is the word nothing else: no person's name, no word of the lexicon, no verb (`оралды`)? */
function standsAlone(
  lexicon: Lexicon,
  t: Token | undefined,
  place: Sense,
  givenNames: ReadonlySet<string>,
): boolean {
  if (!t?.form) return false;
  const { type } = t.form;
  const { homonym, level } = wordOf(place).place;
  if (homonym !== 'free' || !KNOWN_BY_NAME.has(level)) return false;
  if (place.to > place.from + 1) return true;
  return (
    !givenNames.has(type.norm) &&
    !looksVerbal(type.norm, 'kk') &&
    lexicon.classesOf(type, 'kk').size === 0 &&
    lexicon.sensesOf(type, 'kk').every((s) => s.entry.cls === 'place')
  );
}
