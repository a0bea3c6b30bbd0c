import type { Document, Sentence } from '../document.ts';
import { has, Starts, sensesAt } from '../document.ts';
import { Sequence } from '../sequence.ts';
import { type Filled, filled } from './origin.ts';

/** An office holder where the article names one: tokens `from` up to `to` hold name and post. */
export interface Speaker {
  readonly name: string;
  readonly post: string;
  readonly from: number;
  readonly to: number;
}

/** Who states the figures of a sentence. */
export type Sources = (sentence: number, s: Sentence) => Filled<string | null>;

const NOBODY: Filled<string | null> = filled(null, 'none');
/** Words that may stand between a speaker and the verb of saying: «сообщил на брифинге министр». */
const APART = 3;

/**
 * Who states what a sentence says: the one office holder beside a verb of saying, or the body whose data it gives. A
 * sentence with two speakers has none for sure. Worked out once a sentence.
 */
export function sourcesOf(doc: Document, speakers: readonly Speaker[]): Sources {
  const list = new Sequence(speakers);
  const known = new Map<number, Filled<string | null>>();
  return (sentence, s) => {
    let source = known.get(sentence);
    if (source === undefined) {
      source = speakerIn(doc, s, list.within(s.from, s.to)) ?? bodyIn(doc, s) ?? NOBODY;
      known.set(sentence, source);
    }
    return source;
  };
}

function speakerIn(doc: Document, s: Sentence, speakers: readonly Speaker[]): Filled<string> | undefined {
  const speaking = speakers.filter((speaker) => speaks(doc, s, speaker));
  const [one, ...others] = speaking;
  if (one === undefined || others.some(({ name }) => name !== one.name)) return undefined;
  return filled(`${one.name}, ${one.post}`, 'sentence', one.from, one.to);
}

/** In Russian the verb stands beside the speaker, «по словам» before; in Kazakh it ends the sentence or its quote, and `айтуынша` stands behind. */
function speaks(doc: Document, s: Sentence, { from, to }: Speaker): boolean {
  if (s.lang === 'kk') {
    if (within(doc, to, to + APART, s, 'vouches.after')) return true;
    if (within(doc, from - APART, from, s, 'told')) return true;
    return within(doc, Math.max(to, s.to - APART - 1), s.to, s, 'told');
  }
  return (
    within(doc, from - APART, from, s, 'told') ||
    within(doc, to, to + 2, s, 'told') ||
    within(doc, from - 2, from, s, 'vouches.before')
  );
}

/** «По данным Министерства труда», `Еңбек министрлігінің дерегінше`: a body of the lists with the word beside it. */
function bodyIn(doc: Document, s: Sentence): Filled<string> | undefined {
  for (let i = s.from; i < s.to; i++) {
    if (s.lang === 'ru' && has(doc, i, 'vouches.before')) {
      const body = sensesAt(doc, i + 1, Starts.body).find((x) => x.entry.cls === 'body' && x.to <= s.to);
      if (body?.entry.written) return filled(body.entry.written, 'sentence', i + 1, body.to);
    }
    if (s.lang === 'kk') {
      const body = sensesAt(doc, i, Starts.body).find(
        (x) => x.entry.cls === 'body' && has(doc, x.to, 'vouches.after'),
      );
      if (body?.entry.written) return filled(body.entry.written, 'sentence', i, body.to);
    }
  }
  return undefined;
}

function within(doc: Document, from: number, to: number, s: Sentence, cls: string): boolean {
  for (let i = Math.max(s.from, from); i < Math.min(s.to, to); i++) if (has(doc, i, cls)) return true;
  return false;
}
