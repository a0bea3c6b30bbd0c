import { ClauseWord } from '../../language/clause.ts';
import { Tag } from '../../language/tags.ts';
import { type Document, has, hasWithin, isSign, type Sentence, Starts, sensesAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { RegionMention } from '../regions.ts';
import type { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import type { Draft } from './draft.ts';
import { isBullet } from './outline.ts';
import { isAttributive, isLocative, isPlaceWord, PLACE_WORDS } from './place-role.ts';
import { FAR } from './program-thread.ts';
import { says } from './subject/told.ts';

/*
 * What a story about a program tells beside it: how things stand at a place, what a whole field gets, what an act sets for all.
 */

/**
 * `Облыста 253 кітапхана бар`, «в регионе безработица …»: what is said of the place itself is not of a program. In Russian the
 * place opens what is said of it: «и число обращений в городе снизилось» only tells where.
 */
export const opensWithPlace = (doc: Document, q: Quantity, s: Sentence): boolean =>
  (s.starts & Starts.where) !== 0 &&
  hasPlaceWord(doc, s.from, s.lang === 'ru' ? Math.min(q.from, s.from + HEAD) : q.from);

/** Tokens at the head of a Russian sentence, which tell what it is about. */
const HEAD = 6;

function hasPlaceWord(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPlaceWord(doc, i)) return true;
  return false;
}

/** `Облыста 464 мектеп бар`, «в области насчитывается 300 сёл»: what a place has it has without the program of the article. */
export const tellsWhatIs = (doc: Document, q: Quantity, s: Sentence): boolean =>
  opensWithPlace(doc, q, s) && hasWithin(doc, s.from, s.to, 'exists');

/** `Ең төменгі күнкөріс деңгейі – 50 851 теңге`, «прожиточный минимум»: set for all, and for no program. */
export const tellsStandard = (doc: Document, q: Quantity, s: Sentence): boolean =>
  q.unitClass === 'money' && hasWithin(doc, s.from, q.from, 'standard');

/**
 * What fell, as shortages and accidents do, and what a place has tell how things stand there, not what was done:
 * `Ақмола облысындағы жұмыссыздық – 4,4 %`.
 */
export const tellsState = (
  doc: Document,
  { q, s, slots }: Draft,
  regions: Sequence<RegionMention>,
): boolean =>
  slots.direction.value === 'down' || regions.within(s.from, q.from).some((r) => isAttributive(doc, r));

/** Does a sentence tell of what a place has or an act sets? Nor is what its paragraph tells behind it of the program. */
export const turnsAside = (doc: Document, s: Sentence | undefined): boolean =>
  s !== undefined && (tellsOfPlace(doc, s) || hasWithin(doc, s.from, s.to, 'act.by'));

/** «В городе 33 школы, в них …», `Қазір қалада 34 мектепте …`: what a place has. */
function tellsOfPlace(doc: Document, s: Sentence): boolean {
  if ((s.starts & Starts.where) === 0 || isBullet(doc, s)) return false;
  if (s.lang === 'ru' && hasPlaceWord(doc, s.from, Math.min(s.to, s.from + HEAD))) return true;
  for (let i = s.from; i < s.to; i++)
    if (isPlaceWord(doc, i) && isSign(doc, i + 1, Sign.number) && (s.lang === 'ru' || isIn(doc, i)))
      return true;
  return false;
}

/** `Облыста`, but not `облысқа`. */
const isIn = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.placehead).some(({ tags }) => (tags & Tag.loc) !== 0);

const WHOLE = [...PLACE_WORDS, 'in.whole'];

/**
 * «В прошлом году регион закупил …», «Расходы на отрасль …», «Всего в области …»: what all of a place or a field does or has is
 * more than the program that the article opened with; a paragraph that opens so goes on so. `openings` tells the first sentence
 * of each sentence's paragraph.
 */
export function tellsOfWhole(doc: Document, q: Quantity, s: Sentence, openings: Int32Array): boolean {
  const own = doc.sentenceOf[s.from] ?? 0;
  const first = doc.sentences[openings[own] ?? own] ?? s;
  for (let i = first.from + 1; i <= first.from + SCENE; i++)
    if (has(doc, i - 1, 'prep.in') && WHOLE.some((cls) => has(doc, i, cls))) return true;
  if (isBullet(doc, s)) return false;
  const end = Math.min(first.to, q.from, first.from + OPENING);
  return namesWhole(doc, first.from, end) || namesWhole(doc, s.from, q.from);
}

/** Tokens that the scene of a paragraph takes: «Всего в области …»; and those within which it tells what it is about. */
const SCENE = 2;
const OPENING = 40;

/** «Регион», «отрасль» as what does or gets something, not as where: «в регион привезли». */
function namesWhole(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (has(doc, i, 'agent.whole') && !has(doc, i - 1, 'prep.in')) return true;
  return false;
}

/**
 * What has a scene of its own («в Акмолинской области посеяли …»), to the end of its paragraph, is not about the program an
 * article opens with.
 */
export function hasScene(doc: Document, regions: Sequence<RegionMention>, s: Sentence): boolean {
  const own = doc.sentenceOf[s.from] ?? 0;
  let first = own;
  while (doc.sentences[first - 1]?.paragraph === s.paragraph && own - first < FAR) first--;
  const opening = doc.sentences[first] ?? s;
  const isAtHead = ({ from }: RegionMention): boolean =>
    s.lang !== 'ru' || from - (doc.sentences[doc.sentenceOf[from] ?? 0]?.from ?? 0) <= SCENE_HEAD;
  return regions
    .within(opening.from, s.to)
    .some(
      (r) =>
        (isLocative(doc, r) && isAtHead(r) && !isOneOfThose(doc, r)) ||
        (r.from === opening.from && opening.to - r.to <= STOP),
    );
}

/** «в 12 городах, в том числе в Уральске»: one of the places of what is told. */
const isOneOfThose = (doc: Document, { from }: RegionMention): boolean =>
  [from - 1, from - 2].some((i) => says(doc, i, ClauseWord.partOf));

/** Tokens; a Russian place further on only tells where something is: «Два здания остаются лишь в Сарыагашском районе». */
const SCENE_HEAD = 7;
/** Tokens that close a sentence: «СКО.», and all of its paragraph is of that place. */
const STOP = 1;
