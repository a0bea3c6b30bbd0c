import type { Document, Sentence } from '../../document.ts';
import { has, Starts } from '../../document.ts';
import type { Quote } from '../../quotes.ts';
import type { RegionMention } from '../../regions.ts';
import type { Sequence } from '../../sequence.ts';
import { type Filled, filled } from '../origin.ts';
import { isBullet } from '../outline.ts';
import { endsTold, Says, speaks } from './speaking.ts';
import { type Office, type Speaker, type Voice, voicesOf } from './voices.ts';

export type { Office, Speaker } from './voices.ts';

/** Who may state something in an article, and what it quotes. */
export interface Voices {
  readonly speakers: readonly Speaker[];
  readonly offices: readonly Office[];
  readonly quotes: readonly Quote[];
}

/** Who states the figures of a sentence, by its number. */
export type Sources = (sentence: number) => Source;
type Source = Filled<string | null>;

const NOBODY: Source = filled(null, 'none');

/**
 * Who states what the sentences of an article say: somebody named beside a verb of saying, or the body whose data they
 * give; whom «по его словам» points back to; and the speaker of the other sentences of one speech. A sentence with two
 * speakers has none for sure. Worked out once, when first asked for.
 */
export function sourcesOf(doc: Document, given: Voices, regions: Sequence<RegionMention>): Sources {
  let all: readonly Source[] | undefined;
  return (sentence) => {
    all ??= readSources(doc, given, regions);
    return all[sentence] ?? NOBODY;
  };
}

function readSources(doc: Document, given: Voices, regions: Sequence<RegionMention>): readonly Source[] {
  if (!doc.sentences.some(isTelling)) return [];
  const voices = voicesOf(doc, given.speakers, given.offices, regions);
  const out = doc.sentences.map((s) => (isTelling(s) ? ownSource(doc, s, voices) : NOBODY));
  for (const [k, s] of doc.sentences.entries())
    if (out[k] === NOBODY && isTelling(s) && pointsToSpeaker(doc, s))
      out[k] = lastSpeaker(doc, k, voices, out);
  const own = out.slice();
  for (const run of speeches(doc, given.quotes)) lend(own, out, run);
  for (const [k, s] of doc.sentences.entries())
    if (own[k] !== NOBODY && pointsBack(doc, s)) lend(own, out, beforeOf(doc, k), k);
  return out;
}

/** May a sentence say who states it? */
const isTelling = (s: Sentence): boolean => s.section === 'body' && (s.starts & Starts.telling) !== 0;

/** The one whose words a sentence gives; those who are sure to speak come before those who may. */
function ownSource(doc: Document, s: Sentence, voices: Sequence<Voice>): Source {
  let best: Says = Says.no;
  let speaking: Voice[] = [];
  for (const voice of voices.within(s.from, s.to)) {
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
function lastSpeaker(doc: Document, at: number, voices: Sequence<Voice>, known: readonly Source[]): Source {
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    const s = doc.sentences[k] as Sentence;
    const people = voices.within(s.from, s.to).filter(({ kind }) => kind === 'person');
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

/** Sentences `from` up to and with `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Sentences that are one speech: of a quotation that runs over several, or of a line that a dash opens. */
function speeches(doc: Document, quotes: readonly Quote[]): Run[] {
  const out: Run[] = [];
  for (const { open, close, kind } of quotes) {
    const [from, to] = [doc.sentenceOf[open] ?? 0, doc.sentenceOf[close] ?? 0];
    if (kind === 'speech' && from < to) out.push({ from, to });
  }
  for (let from = 0; from < doc.sentences.length; ) {
    const first = doc.sentences[from] as Sentence;
    let to = from;
    while (doc.sentences[to + 1]?.paragraph === first.paragraph) to++;
    if (from < to && isBullet(doc, first)) out.push({ from, to });
    from = to + 1;
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
