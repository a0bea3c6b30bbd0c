import type { Document, Sentence } from '../../document.ts';
import { has, Starts } from '../../document.ts';
import type { Quote } from '../../quotes.ts';
import type { RegionMention } from '../../regions.ts';
import type { Sequence } from '../../sequence.ts';
import { type Filled, filled } from '../origin.ts';
import { isBullet, paragraphOf, type Run } from '../outline.ts';
import { endsTold, Says, speaks } from './speaking.ts';
import { type Crowd, crowdOf, type Office, type Speaker, type Voice, voicesIn } from './voices.ts';

export type { Office, Speaker } from './voices.ts';

/** Who may state something in an article, and what it quotes. */
export interface Voices {
  readonly speakers: readonly Speaker[];
  readonly offices: readonly Office[];
  readonly quotes: readonly Quote[];
}

type Source = Filled<string | null>;

const NOBODY: Source = filled(null, 'none');
const NO_SOURCES: readonly Source[] = [];

/**
 * Who states what the sentences of an article say, by their numbers: somebody named beside a verb of saying, or the body
 * whose data they give; whom «по его словам» points back to; and the speaker of the other sentences of one speech. A sentence
 * with two speakers has none for sure. Empty where nobody states anything.
 */
export function sourcesOf(doc: Document, given: Voices, regions: Sequence<RegionMention>): readonly Source[] {
  const telling = tellingOf(doc);
  if (telling.length === 0) return NO_SOURCES;
  const crowd = crowdOf(doc, given.speakers, given.offices, regions);
  const out = new Array<Source>(doc.sentences.length).fill(NOBODY);
  const named: number[] = [];
  for (const k of telling) {
    const s = doc.sentences[k] as Sentence;
    let source = ownSource(doc, s, crowd);
    if (source === NOBODY && pointsToSpeaker(doc, s)) source = lastSpeaker(doc, k, crowd, out);
    if (source === NOBODY) continue;
    out[k] = source;
    named.push(k);
  }
  if (named.length === 0) return NO_SOURCES;
  const own = out.slice();
  for (const run of speeches(doc, given.quotes, named)) lend(own, out, run);
  for (const k of named)
    if (pointsBack(doc, doc.sentences[k] as Sentence)) lend(own, out, beforeOf(doc, k), k);
  return out;
}

/** The sentences that may say who states them. */
function tellingOf(doc: Document): number[] {
  const out: number[] = [];
  for (let k = 0; k < doc.sentences.length; k++) {
    const { starts, section } = doc.sentences[k] as Sentence;
    if ((starts & Starts.telling) !== 0 && section === 'body') out.push(k);
  }
  return out;
}

/** The one whose words a sentence gives; those who are sure to speak come before those who may. */
function ownSource(doc: Document, s: Sentence, crowd: Crowd): Source {
  let best: Says = Says.no;
  let speaking: Voice[] = [];
  for (const voice of voicesIn(doc, s, crowd)) {
    const says = speaks(doc, s, voice);
    if (says === Says.no || says < best) continue;
    if (says > best) speaking = [];
    best = says;
    speaking.push(voice);
  }
  const [one] = speaking;
  return one && speaking.every(({ name }) => name === one.name)
    ? filled(one.name, 'sentence', one.from, one.to)
    : NOBODY;
}

/** «По его словам», «добавила она», `оның айтуынша`, `ол … деді`. */
function pointsToSpeaker(doc: Document, s: Sentence): boolean {
  if ((s.starts & Starts.back) === 0) return false;
  for (let i = s.from; i < s.to; i++) {
    if (has(doc, i, 'speaker.his'))
      if (has(doc, s.lang === 'ru' ? i + 1 : i - 1, 'vouches.before') || has(doc, i + 1, 'vouches.after'))
        return true;
    if (!has(doc, i, 'speaker.he')) continue;
    if (has(doc, i - 1, 'told') || (s.lang === 'ru' && has(doc, i + 1, 'told'))) return true;
    if (s.lang === 'kk' && i === s.from && endsTold(doc, s, i)) return true;
  }
  return false;
}

/** How many sentences back a pronoun reaches. */
const REACH = 3;

/** The one person of the nearest sentence before that names any; of two, the one who speaks there. */
function lastSpeaker(doc: Document, at: number, crowd: Crowd, known: readonly Source[]): Source {
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    const s = doc.sentences[k] as Sentence;
    const people = voicesIn(doc, s, crowd).filter(({ kind }) => kind === 'person');
    const [one] = people;
    if (!one) {
      if (known[k]?.way === 'back') return known[k] as Source;
      continue;
    }
    const meant = people.every(({ name }) => name === one.name)
      ? one
      : people.find(({ name }) => name === known[k]?.value);
    return meant ? filled(meant.name, 'back', meant.from, meant.to) : NOBODY;
  }
  return NOBODY;
}

/**
 * Sentences that are one speech: of a quotation that runs over several, or of a line that a dash opens and one of
 * `named` is in.
 */
function speeches(doc: Document, quotes: readonly Quote[], named: readonly number[]): Run[] {
  const out: Run[] = [];
  for (const { open, close, kind } of quotes) {
    if (kind !== 'speech') continue;
    const [from, to] = [doc.sentenceOf[open] ?? 0, doc.sentenceOf[close] ?? 0];
    if (from < to) out.push({ from, to });
  }
  let to = -1;
  for (const k of named) {
    if (k <= to) continue;
    const lines = paragraphOf(doc, k);
    to = lines.to;
    if (lines.from < to && isBullet(doc, doc.sentences[lines.from] as Sentence)) out.push(lines);
  }
  return out;
}

/** Lends the sentences of a run that name nobody its one speaker; `but` is the sentence that names him or her. */
function lend(own: readonly Source[], out: Source[], { from, to }: Run, but = -1): void {
  const said = own.slice(from, to + 1).concat(but >= 0 ? [own[but] ?? NOBODY] : []);
  const named = said.filter((x) => x.value !== null);
  const [one] = named;
  if (!one || named.some(({ value }) => value !== one.value)) return;
  for (let k = from; k <= to; k++)
    if (out[k]?.value === null) out[k] = filled(one.value, 'speech', one.from, one.to);
}

/** «Об этом рассказал …», `Бұл туралы … мәлімдеді`: what was said before is meant. */
function pointsBack(doc: Document, { from, to, starts }: Sentence): boolean {
  if ((starts & Starts.back) === 0) return false;
  for (let i = from; i < to - 1; i++)
    if (has(doc, i, 'points.first') && has(doc, i + 1, 'points.second')) return true;
  return false;
}

/** How many sentences «об этом» can mean. */
const MEANT = 12;

/** What a sentence that points back means: what its paragraph said before it, or the paragraph before. */
function beforeOf(doc: Document, k: number): Run {
  const paragraph = doc.sentences[k - 1]?.paragraph;
  let from = k;
  while (from > Math.max(0, k - MEANT) && doc.sentences[from - 1]?.paragraph === paragraph) from--;
  return { from, to: k - 1 };
}
