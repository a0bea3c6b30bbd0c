import type { Thing } from '../../../catalog/things.ts';
import type { KkWording } from '../../../catalog/wording.ts';
import { ClauseWord, kazakhLemma } from '../../../language/clause.ts';
import { isAccusative, isDone, plural, within } from '../../../language/packs/kk/clause.ts';
import { endingTags, isParticiple } from '../../../language/packs/kk/shape.ts';
import { Tag } from '../../../language/tags.ts';
import { type Document, has, Starts, sensesAt, tokenAt, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { type Clause, isBare } from './kazakh-clause.ts';
import { says, Told, wordsOf } from './told.ts';

/*
 * The nouns of a Kazakh clause in the plural: what is counted, and what holds what is counted.
 */

/** The dictionary form of the word of a token; '' where there is none. */
export const lemmaAt = (doc: Document, i: number): string => {
  const form = tokenAt(doc, i)?.form;
  return form ? kazakhLemma(form.type) : '';
};

/** How many of the words behind a figure are what it measures: «640 м² тұрғын үй | пайдалануға берілді». */
export function headLength(doc: Document, after: readonly number[]): number {
  let n = 0;
  while (n < after.length && isBare(doc, after[n] ?? -1) && !isDone(word(doc, after[n] ?? -1))) n++;
  return n < after.length && isAccusative(word(doc, after[n] ?? -1)) ? n + 1 : n;
}

/**
 * The counted noun with its attributes in the plural: «үш жаңа мектеп» → «жаңа мектептер», «4 мың түп қарағаш» →
 * «қарағаштар».
 */
export function counting(doc: Document, q: Quantity, c: Clause): string {
  const [from, to] = q.noun;
  let head = to - 1;
  if (says(doc, head, ClauseWord.classifier)) {
    const length = headLength(doc, c.after);
    const classified = c.after[length - 1];
    if (classified !== undefined)
      return joined(wordsOf(doc, c.after.slice(0, length - 1)), plural(lemmaAt(doc, classified)));
    const label = c.attribute === '' ? labelOf(doc, q, c) : -1;
    if (label >= 0) return plural(lemmaAt(doc, label));
  }
  let text = '';
  if (q.thing)
    for (let k = to - 1; k >= from; k--) {
      const sense = sensesAt(doc, k, Starts.thing).find((x) => x.entry.data === q.thing && x.to === to);
      const wording = sense && q.thing.kk.find((w) => w.written === sense.entry.written);
      if (!wording) continue;
      head = k;
      const p3 = wording.p3 || (k > from && ((sense?.tags ?? 0) & Tag.p3) !== 0);
      text = pluralOf(wording, p3);
    }
  if (text === '') text = plural(lemmaAt(doc, head), (endingTags(word(doc, head)) & Tag.p3) !== 0);
  const attributes: number[] = [];
  for (let k = from; k < head; k++) if (!says(doc, k, ClauseWord.aside)) attributes.push(k);
  return joined(wordsOf(doc, attributes), text);
}

/** A listed thing in the plural, with or without possession; made once. */
function pluralOf(wording: KkWording, p3: boolean): string {
  const made = p3 ? possessed : plurals;
  const known = made.get(wording);
  if (known !== undefined) return known;
  const text = joined(...wording.words.slice(0, -1), plural(wording.stem, p3));
  made.set(wording, text);
  return text;
}
const plurals = new WeakMap<KkWording, string>();
const possessed = new WeakMap<KkWording, string>();

/** `жылқы 148 мың бас`, `қой-ешкі 561 мың`: the bare noun right before a figure that names none of its own; -1 without one. */
export function labelOf(doc: Document, q: Quantity, c: Clause): number {
  const last = c.before.at(-1) ?? -1;
  return last === q.from - 1 && isBare(doc, last) ? last : -1;
}

/** «1200 орындық мектеп» → «мектептердегі орындар». */
export function places(doc: Document, q: Quantity, c: Clause, told: Uint8Array): string {
  const sense = sensesAt(doc, q.noun[1] - 1, Starts.thing).find((x) => x.entry.data === q.thing);
  const wording = q.thing?.kk.find((w) => w.written === sense?.entry.written) ?? q.thing?.kk[0];
  return joined(
    within(gapName(doc, q.to, told) || holder(doc, c)),
    wording ? plural(wording.stem, wording.p3) : '',
  );
}

/** The listed thing behind an attribute, in the plural: «300 орындық аурухананың құрылысы» → «ауруханалар». */
function holder(doc: Document, c: Clause): string {
  for (const i of c.after)
    for (const sense of sensesAt(doc, i, Starts.thing)) {
      const thing = sense.entry.data as Thing;
      const wording = sense.entry.cls === 'thing' && thing.kk.find((w) => w.written === sense.entry.written);
      if (wording) return pluralOf(wording, wording.p3);
    }
  return plural(lemmaAt(doc, c.after[0] ?? -1));
}

/** `Өтінім ең көп түскен өңірлер` → «түскен өтінім»: what places are set in a row by; null where nothing is. */
export function rankedBy(doc: Document, words: readonly number[]): string | null {
  if (!says(doc, words.at(-1) ?? -1, ClauseWord.ranked)) return null;
  const ranks = (i: number): boolean => RANKS.some((cls) => has(doc, i, cls));
  // `ең белсенді өңірлер`: what they are most of is no thing.
  const own = words
    .slice(0, -1)
    .filter(
      (i) =>
        !ranks(i) && !has(doc, i - 1, 'rank.utmost') && !says(doc, i, ClauseWord.byWay | ClauseWord.exist),
    );
  const deeds = own.filter((i) => isParticiple(word(doc, i)));
  if (own.length === deeds.length || own.length === words.length - 1) return null;
  return joined(
    wordsOf(doc, deeds),
    wordsOf(
      doc,
      own.filter((i) => !deeds.includes(i)),
    ),
  );
}
const RANKS = ['rank.utmost', 'rank.high', 'rank.low', 'rank.first'];

/** What the figure right behind counts, in the plural; '' when none follows or it measures. */
export function gapName(doc: Document, at: number, told: Uint8Array): string {
  let i = at;
  while ((told[i] ?? 0) & Told.figure) i++;
  if (i === at || !tokenAt(doc, i - 1)?.form) return '';
  const measures = sensesAt(doc, i - 1, Starts.thing).some(
    (x) => x.entry.cls === 'thing' && (x.entry.data as Thing).class !== 'count',
  );
  return measures ? '' : plural(lemmaAt(doc, i - 1));
}

/** Parts with spaces between them, without those that are empty. */
export function joined(...parts: readonly string[]): string {
  let out = '';
  for (const p of parts) if (p !== '') out += out === '' ? p : ` ${p}`;
  return out;
}
