import type { ReadLang } from '../../core/article.ts';
import type { BilingualName, IndicatorFact } from '../../core/facts.ts';
import { isParticiple } from '../../language/packs/kk/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { type Document, has, isSign, langAt, type Sentence, Starts, startsAt, word } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { kindAt } from '../program-names.ts';
import type { Program } from '../programs.ts';
import type { RegionMention } from '../regions.ts';
import type { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge, isListed } from './clause.ts';
import type { Draft } from './draft.ts';
import { type Filled, filled } from './origin.ts';
import {
  hasScene,
  opensWithPlace,
  tellsOfWhole,
  tellsStandard,
  tellsState,
  tellsWhatIs,
} from './program-aside.ts';
import { isLinked } from './program-link.ts';
import { isOfPartsBehind, takesUpCounted } from './program-parts.ts';
import type { ProgramSequence } from './program-theme.ts';
import {
  FAR,
  goesOn,
  hasPlace,
  hasTurned,
  isCircumstance,
  isExample,
  isRanking,
  isResumedSince,
  leansBack,
  type Mention,
  pointsToAll,
  REACH,
  tellsItsTerms,
} from './program-thread.ts';

const NO_PROGRAM: Filled<null> = filled(null, 'none');

/**
 * The program said in the sentence; else the one that its block spoke of last, the one something points back to
 * («проект», `жоба`), the one of the figure before, or the one that the article is about. A figure comes behind those
 * before it.
 */
export function programOf(
  doc: Document,
  draft: Draft,
  programs: ProgramSequence,
  regions: Sequence<RegionMention>,
): Filled<IndicatorFact['program']> {
  const told = programFor(doc, draft, programs, regions);
  if (told.value === null || told.way === 'sentence') return told;
  const [m] = programs.mentions.within(told.from, told.to);
  return m && hasEnded(m, draft) ? NO_PROGRAM : told;
}

/**
 * «По программе «…» в 2019 году построили 19 вокзалов. В этом году обновили 34»: a listed program told of in its own time, and
 * this figure is of a later one. One that is told of as going on may have been prolonged.
 */
function hasEnded({ from, p }: Mention, { last, slots }: Draft): boolean {
  const ended = p.listed?.ended?.slice(0, 4);
  if (ended == null || !last || last.q.from < from) return false;
  const [before, now] = [last.slots.period.value?.to, slots.period.value?.from];
  return before != null && now != null && before.slice(0, 4) <= ended && now.slice(0, 4) > ended;
}

function programFor(
  doc: Document,
  draft: Draft,
  programs: ProgramSequence,
  regions: Sequence<RegionMention>,
): Filled<IndicatorFact['program']> {
  const { q, s } = draft;
  const lang = s.lang ?? 'ru';
  const own = programs.mentions.within(s.from, s.to).filter((m) => !isOfNext(doc, m, q));
  const best = own.filter((m) => m.to <= q.from).at(-1) ?? own[0];
  const tied = own.some(
    (m) => m.p !== best?.p && best && (isListed(doc, m.to, best.from) || isListed(doc, best.to, m.from)),
  );
  if (best && tied) return filled(null, 'shared', best.from, best.to);
  if (best && isOfLast(doc, best, q)) return NO_PROGRAM;
  if (best) return filled(asProgram(best.p, lang), 'sentence', best.from, best.to);
  const last = programs.mentions.before(q.from, 1)[0];
  if (last && pointsToAll(doc, s)) return filled(null, 'shared', last.from, last.to);
  const back = last && pointedTo(doc, q, s, last, programs);
  if (back) return filled(asProgram(back.p, lang), 'back', back.from, back.to);
  if (last && tellsItsTerms(doc, s, last))
    return filled(asProgram(last.p, lang), 'paragraph', last.from, last.to);
  if (last && takesUpCounted(doc, s, last))
    return filled(asProgram(last.p, lang), 'back', last.from, last.to);
  if (hasTurned(doc, s, last)) return NO_PROGRAM;
  const lender = draft.last?.slots.program;
  if (lender && isLinked(doc, draft, programs)) return { ...lender, way: 'lent' };
  const elsewhere = (): boolean => opensWithPlace(doc, q, s) || hasPlace(doc, s, regions);
  if (last && isResumedSince(doc, last, s) && (leansBack(doc, s) || !elsewhere()))
    return filled(asProgram(last.p, lang), 'paragraph', last.from, last.to);
  if (last && isOfPartsBehind(doc, s, last, programs.openings) && !elsewhere())
    return filled(asProgram(last.p, lang), 'back', last.from, last.to);
  const block = (i: number): number => programs.blocks[doc.sentenceOf[i] ?? 0] ?? 0;
  if (last && block(last.from) === block(s.from)) {
    const on = (leansBack(doc, s) || !opensWithPlace(doc, q, s)) && goesOn(doc, s, last, programs, regions);
    const returns = !on && !programs.isTopic && themeOf(doc, draft, programs, regions, last) !== undefined;
    return on || returns ? filled(asProgram(last.p, lang), 'paragraph', last.from, last.to) : NO_PROGRAM;
  }
  const ahead = namedNext(doc, s, programs);
  if (ahead) return filled(asProgram(ahead.p, lang), 'back', ahead.from, ahead.to);
  if (tellsWhatIs(doc, q, s) || tellsStandard(doc, q, s)) return NO_PROGRAM;
  const stays = themeOf(doc, draft, programs, regions, last);
  if (stays) return filled(asProgram(stays.p, lang), 'opening', stays.from, stays.to);
  const strand = programs.strands[doc.sentenceOf[s.from] ?? 0];
  if (!strand || lang !== 'ru' || isElsewhere(doc, draft, strand, programs, regions)) return NO_PROGRAM;
  return filled(asProgram(strand.p, lang), 'paragraph', strand.from, strand.to);
}

/**
 * «Открылась школа на 300 мест. Здание построили по проекту «…».»: the next sentence goes on about the thing and names
 * its program.
 */
function namedNext(doc: Document, s: Sentence, { mentions }: ProgramSequence): Mention | undefined {
  let k = (doc.sentenceOf[s.from] ?? 0) + 1;
  while (isSign(doc, doc.sentences[k]?.from ?? -1, Sign.newline)) k++;
  const next = doc.sentences[k];
  if (!next || !(has(doc, next.from, 'built') || has(doc, next.from, 'anaphor.program'))) return undefined;
  const [m, ...more] = mentions.within(next.from, next.to);
  // «Программа «…» охватит …» names one anew; in Kazakh that noun stands behind the name.
  return m && (next.lang === 'kk' || m.from > next.from + APART) && more.every(({ p }) => p === m.p)
    ? m
    : undefined;
}

/** Tokens between a noun and its own name in quotes. */
const APART = 2;

/** The program that the article is about, where a sentence stays with it. */
function themeOf(
  doc: Document,
  draft: Draft,
  programs: ProgramSequence,
  regions: Sequence<RegionMention>,
  last: Mention | undefined,
): Mention | undefined {
  const { q, s } = draft;
  const { theme, thread, isTopic } = programs;
  if (!theme || theme.from > q.from) return undefined;
  if (!thread) return theme;
  if (!isTopic && tellsState(doc, draft, regions)) return undefined;
  // A story that opened with one program and went on to another is about neither.
  const left = !thread[doc.sentenceOf[s.from] ?? 0] || (last && last.p !== theme.p);
  return left || isElsewhere(doc, draft, theme, programs, regions) ? undefined : theme;
}

/** Does a sentence tell of a whole place or field, of a scene of its own, or of what a campaign did on another day? */
const isElsewhere = (
  doc: Document,
  { q, s }: Draft,
  { p }: Mention,
  { openings }: ProgramSequence,
  regions: Sequence<RegionMention>,
): boolean =>
  tellsOfWhole(doc, q, s, openings) ||
  (hasScene(doc, regions, s) &&
    !isRanking(doc, s) &&
    !isRanking(doc, firstOf(doc, s, openings)) &&
    !isExample(doc, s)) ||
  (isOfOneDay(p) && !isResumed(doc, s));

/** The first sentence of the paragraph of a sentence. */
const firstOf = (doc: Document, s: Sentence, openings: Int32Array): Sentence =>
  doc.sentences[openings[doc.sentenceOf[s.from] ?? 0] ?? 0] ?? s;

/**
 * «Акция проходит с 2016 года. …»: a sentence before, in the same paragraph, came back to it. One that only tells what was
 * done within it («в рамках акции») leads no further than to the next.
 */
function isResumed(doc: Document, s: Sentence): boolean {
  const own = doc.sentenceOf[s.from] ?? 0;
  for (let k = own - 1; k > own - FAR; k--) {
    const before = doc.sentences[k];
    if (before?.paragraph !== s.paragraph) return false;
    if ((before.starts & Starts.back) === 0) continue;
    for (let i = before.from; i < before.to; i++)
      if (has(doc, i, 'anaphor.program'))
        return k === own - 1 || !isCircumstance(doc, { from: i, to: i + 1 });
  }
  return false;
}

/** A campaign that only an article names is held on a day: what other paragraphs tell is not of it, unless they say so. */
const isOfOneDay = ({ kind, listed }: Program): boolean => kind === 'campaign' && !listed;

/**
 * «Сдали 90 квартир, из них 30 пойдут по программе «…»», «строят 37 объектов, 21 из них – по программе «…»»: a program behind
 * another figure with its verb, or with the mark of a part, is of that one; in Kazakh behind the verb of the first.
 */
function isOfNext(doc: Document, m: Mention, q: Quantity): boolean {
  const lang = langAt(doc, q.from);
  let other = -1;
  let closed = false;
  let part = false;
  let parted = false;
  for (let i = q.to; i < m.from; i++) {
    const t = doc.tokens[i];
    const verbal =
      lang !== null &&
      t?.form != null &&
      (isVerbal(t.form, lang) || (lang === 'kk' && isParticiple(word(doc, i))));
    // `Тапшылық 420-дан 165-ке қысқарған, ал «…» бағдарламасымен 318 маман келген`
    if (closed && has(doc, i, 'but')) return true;
    if (lang === 'ru' && part && isSign(doc, i, Sign.number)) return true;
    part ||= has(doc, i, 'prep.outof') && has(doc, i + 1, 'them');
    if (isClauseEdge(doc, i)) other = -1;
    else if (isSign(doc, i, Sign.number)) other = i;
    else if (lang === 'ru' && other >= 0 && (verbal || has(doc, i, 'prep.outof'))) return true;
    if (lang === 'kk' && closed && other >= 0) return true;
    parted ||= isSign(doc, i, Sign.comma | Sign.semicolon);
    closed ||= lang === 'kk' && verbal && isClauseEdge(doc, i + 1);
  }
  return parted && tellsOwn(doc, m);
}

/**
 * «Жильё получили 118 семей, по программе «…» – 40», `…, «…» жобасына 402 млн қаралды`: a program with a figure of its
 * own behind it.
 */
function tellsOwn(doc: Document, m: Mention): boolean {
  for (let i = m.to; i < m.to + OWN && !isClauseEdge(doc, i); i++)
    if (isSign(doc, i, Sign.number)) return true;
  return false;
}
/** Tokens between a program and its figure. */
const OWN = 8;

/**
 * «На молодёжную практику направили 90, на ярмарки – 30»: the same preposition sets something else beside the program.
 * But not «в Акмолинской области «…» взяли 1 180, в Костанайской – 1 042», nor «В 2025-м «…» принял 618 семей, в очереди 205».
 */
function isOfLast(doc: Document, m: Mention, q: Quantity): boolean {
  let from = q.from;
  while (from > m.to && !isClauseEdge(doc, from - 1)) from--;
  if (has(doc, from, 'but') || has(doc, from, 'and')) from++;
  const lead = from > m.to && from + 1 < q.from && has(doc, from, 'prep') ? word(doc, from) : '';
  if (lead === '') return false;
  for (let i = m.from - 1; i >= m.from - REACH; i--) {
    if (startsAt(doc, i, Starts.place | Starts.month) || isSign(doc, i, Sign.number)) return false;
    if (word(doc, i) === lead) return true;
  }
  return false;
}

/**
 * «Проект поможет …», `акция аясында`: but not «реализовали 6 проектов». The program is the last that goes by such a noun, or
 * the last of all. «На эти цели» is for what its paragraph told of last.
 */
function pointedTo(
  doc: Document,
  q: Quantity,
  s: Sentence,
  last: Mention,
  programs: ProgramSequence,
): Mention | undefined {
  const benefit = (s.starts & Starts.trigger) !== 0 ? thisBenefit(doc, s, programs) : undefined;
  if (benefit || (s.starts & Starts.back) === 0) return benefit;
  const near = doc.sentences[doc.sentenceOf[last.from] ?? 0]?.paragraph === s.paragraph;
  for (let i = s.from; i < s.to; i++) {
    if (has(doc, i, 'anaphor.program') && (i < q.from || i >= q.to)) {
      const kind = kindAt(doc, [i, i + 1]);
      const alike = (m: Mention): boolean => m.p.kind === kind;
      if (alike(last)) return last;
      const far = kind === 'contest' || (kind === 'project' && isFar(doc, last, s));
      return programs.mentions.before(q.from).findLast(alike) ?? (far ? undefined : last);
    }
    if (near && has(doc, i, 'purpose') && (has(doc, i - 1, 'that') || has(doc, i - 1, 'those'))) return last;
  }
  return undefined;
}

/** «Эту выплату оформили 331 тысяча матерей», `бұл төлемді …`: the benefit that was named last before. */
function thisBenefit(doc: Document, s: Sentence, { mentions }: ProgramSequence): Mention | undefined {
  for (let i = s.from + 1; i < s.to; i++)
    if (
      startsAt(doc, i, Starts.trigger) &&
      has(doc, i - 1, 'this.one') &&
      kindAt(doc, [i, i + 1]) === 'benefit'
    )
      return mentions.before(i).findLast(({ p }) => p.kind === 'benefit');
  return undefined;
}

/** `«…» бағдарламасы …`, and paragraphs later `Жоба келісілсе, …`: what is built is a project too. */
const isFar = (doc: Document, m: Mention, s: Sentence): boolean =>
  s.paragraph - (doc.sentences[doc.sentenceOf[m.from] ?? 0]?.paragraph ?? 0) > NEXT;
/** Paragraphs. */
const NEXT = 1;

/** Both names of a listed program; in the article's language the one the article uses. */
function asProgram(p: Program, lang: ReadLang): { id: string | null; name: BilingualName } {
  const { kk, ru } = p.listed ?? { kk: p.name, ru: p.name };
  return { id: p.listed?.id ?? null, name: lang === 'kk' ? { kk: p.name, ru } : { kk, ru: p.name } };
}
