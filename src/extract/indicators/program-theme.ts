import { ClauseWord } from '../../language/clause.ts';
import { type Document, hasWithin, isSign, type Sentence } from '../document.ts';
import { IN_PASSING, type Program } from '../programs.ts';
import { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { threadOf } from './cohesion.ts';
import { openingsOf, paragraphOf } from './outline.ts';
import { isDatelineAt } from './place-role.ts';
import { returnsOf } from './program-return.ts';
import { saidIn } from './program-said.ts';
import { strandsOf } from './program-strand.ts';
import { isCircumstance, type Mention, tellsFigure } from './program-thread.ts';
import { says } from './subject/told.ts';

/*
 * Which program an article is about, and which of its sentences are.
 */

/** The programs of an article as its figures see them. */
export interface ProgramSequence {
  readonly mentions: Sequence<Mention>;
  /** The program that the article is about, or within which it opens. */
  readonly theme: Mention | undefined;
  /** Is the article about it, and not only something that was done within it? */
  readonly isTopic: boolean;
  /**
   * The sentences that stay with it, 1 for each of them; null where the title names it: then the article is about
   * nothing else.
   */
  readonly thread: Uint8Array | null;
  /** The program that each sentence goes on about though the story did not open with it. */
  readonly strands: readonly (Mention | undefined)[];
  /** The block of each sentence. */
  readonly blocks: readonly number[];
  /** The first sentence of the paragraph of each sentence. */
  readonly openings: Int32Array;
}

/**
 * An article is about the program that its title names, or about the one that its lead tells of; null where it names none.
 * `figured` are the sentences with figures, `titleWords` the words of the title, `told` the bits of `Told` of the tokens.
 */
export function programSequence(
  doc: Document,
  programs: readonly Program[],
  blocks: readonly number[],
  figured: ReadonlySet<number>,
  titleWords: readonly string[],
  told: Uint8Array,
): ProgramSequence | null {
  const mentions: Mention[] = [];
  for (const p of programs)
    if (p.kind !== 'event') for (const { from, to } of p.mentions) mentions.push({ from, to, p });
  if (mentions.length === 0) return null;
  const title = doc.article.title?.slice(0, MAX_TITLE) ?? '';
  const named = title === '' ? undefined : mentions.find((m) => isNamedIn(title, m.p));
  const sequence = new Sequence(mentions);
  const topic = named ? undefined : topicOf(doc, sequence);
  const led = named || topic ? undefined : ledInBy(doc, sequence);
  const within = named || topic || led ? undefined : withinWhich(doc, sequence);
  const sentence = ({ from }: Mention): number => doc.sentenceOf[from] ?? 0;
  const opening = topic ?? led ?? within;
  const theme = named ?? opening;
  const said = theme ? saidIn(doc, blocks, theme, sequence) : NONE;
  const thread = (m: Mention): Uint8Array => {
    if (m === led && isInPassing(doc, m)) return paragraphBehind(doc, sentence(m));
    const names = m.p.mentions.map(({ from }) => from);
    return m === within
      ? returnsOf(doc, blocks, sentence(m), names, figured, titleWords, told, said)
      : threadOf(doc, blocks, sentence(m), names, figured);
  };
  return {
    mentions: sequence,
    theme,
    isTopic: opening !== within || named !== undefined,
    thread: opening ? thread(opening) : null,
    strands: strandsOf(doc, sequence, blocks, figured),
    blocks,
    openings: openingsOf(doc),
  };
}
const MAX_TITLE = 300;
const NONE = new Uint8Array();

function isNamedIn(title: string, { name, listed, mentions }: Program): boolean {
  const lower = title.toLowerCase();
  const names = [name, ...(listed ? [listed.kk, listed.ru] : []), ...mentions.map(({ text }) => bare(text))];
  if (names.some((n) => n !== '' && lower.includes(n.toLowerCase()))) return true;
  if (!listed) return false;
  const words = title.split(/[^\p{L}\p{N}]+/u);
  return words.some((w) => w === w.toUpperCase() && listed.abbreviations.has(w.toLowerCase()));
}

/** A name without its quotation marks. */
const bare = (text: string): string => text.replace(/^[«"“„]|[»"”]$/gu, '');

const openingSentence = (doc: Document): Sentence | undefined =>
  doc.sentences.find(({ from, section }) => section === 'body' && !isDatelineAt(doc, from));

/**
 * «На «Молодёжную практику» направили 90»: named without its noun, and the next sentence says no more of it («по этой
 * программе …»).
 */
function isMentioned(doc: Document, { from, p }: Mention): boolean {
  const next = doc.sentences[(doc.sentenceOf[from] ?? 0) + 1];
  return p.rule === IN_PASSING && !(next && hasWithin(doc, next.from, next.to, 'anaphor.program'));
}

/** The program that the first sentence of the story tells of, not one within which something else happened. */
function topicOf(doc: Document, mentions: Sequence<Mention>): Mention | undefined {
  const first = openingSentence(doc);
  if (!first) return undefined;
  const [topic, other] = mentions.within(first.from, first.to);
  if (!topic || (other && other.p !== topic.p)) return undefined;
  return isMentioned(doc, topic) || isCircumstance(doc, topic) ? undefined : topic;
}

/**
 * The only program of the first sentence of a story, which tells what was done within it: «По программе «…» выдали 2
 * 340 микрокредитов». But not «37 из них возвели по нацпроекту «…»».
 */
function withinWhich(doc: Document, mentions: Sequence<Mention>): Mention | undefined {
  const first = openingSentence(doc);
  const [m, ...more] = first ? mentions.within(first.from, first.to) : [];
  if (!first || !m || isMentioned(doc, m)) return undefined;
  if (more.some((other) => other.p !== m.p)) return undefined;
  return hasWithin(doc, first.from, m.from, 'prep.outof') ? undefined : m;
}

/** The only program that a lead without a figure names: the paragraphs behind the lead tell its figures. */
function ledInBy(doc: Document, mentions: Sequence<Mention>): Mention | undefined {
  const first = doc.sentences.findIndex(
    ({ from, section }) => section === 'body' && !isDatelineAt(doc, from),
  );
  const opening = doc.sentences[first];
  if (!opening) return undefined;
  const { to } = doc.sentences[paragraphOf(doc, first).to] ?? opening;
  if (tellsFigure(doc, opening.from, to)) return undefined;
  const [lead, ...more] = mentions.within(opening.from, to);
  return lead && !isMentioned(doc, lead) && more.every((m) => m.p === lead.p) ? lead : undefined;
}

/**
 * «Построили по нацпроекту «…».»: something else was done within it, and only the next paragraph tells its figures. One
 * of which more is told goes on like any other: «Работы ведут по программе «…», которую …».
 */
const isInPassing = (doc: Document, m: Mention): boolean => {
  if (!isCircumstance(doc, m)) return false;
  let end = m.to;
  while (isSign(doc, end, Sign.quote)) end++;
  if (!isSign(doc, end, Sign.comma)) return true;
  for (let i = end + 1; i <= end + PIED_PIPED; i++) if (says(doc, i, ClauseWord.relative)) return false;
  return true;
};
/** Tokens of a relative clause among which its relative stands: «, условия которой». */
const PIED_PIPED = 3;

/** The sentences of the paragraph behind that of a sentence, 1 for each of them; empty lines are passed over. */
function paragraphBehind(doc: Document, sentence: number): Uint8Array {
  const out = new Uint8Array(doc.sentences.length);
  let first = paragraphOf(doc, sentence).to + 1;
  while (isSign(doc, doc.sentences[first]?.from ?? -1, Sign.newline)) first++;
  return out.fill(1, first, paragraphOf(doc, first).to + 1);
}
