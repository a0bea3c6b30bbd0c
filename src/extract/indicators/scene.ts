import type { Place } from '../../catalog/places.ts';
import { looksAdjectival, looksGenitive } from '../../language/packs/ru/shape.ts';
import { Tag } from '../../language/tags.ts';
import {
  anySign,
  type Document,
  has,
  hasWithin,
  isSign,
  langAt,
  mark,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  word,
} from '../document.ts';
import { regionOfId } from '../place-choice.ts';
import { capital, opensSentence } from '../place-tokens.ts';
import { placeOn, type RegionMention } from '../regions.ts';
import { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge, LIST_LENGTH, OPENING } from './clause.ts';
import { type Filled, filled } from './origin.ts';
import { isBullet, isHeading, leadsList, paragraphOf } from './outline.ts';
import {
  contains,
  isBound,
  isDateline,
  isDatelineAt,
  isDestination,
  isHome,
  isLandmark,
  isLocative,
  liesIn,
  type Spot,
} from './place-role.ts';

/*
 * Where each sentence plays. A figure takes its region from a cue of its own sentence; what the sentence leaves unsaid
 * its frame lends. The frame goes from sentence to sentence as a reader takes it: a paragraph begins where the article
 * plays and goes on where its last sentence was; «в области», `өңірде` point back, «по стране» points away.
 */

/** A place that a sentence says or is lent; null for the country as a whole, for several places, or for none. */
export type Frame = Filled<Spot | null>;

/** Words that say where: tokens `from` up to `to`, and what they say, which they may have from words before them. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly says: Frame;
  /** Is it tied to a name that no list knows? Then neither of the two has a figure alone. */
  readonly tied: boolean;
}

/** The words that say where, in text order, and what each sentence is lent. */
export interface Scenes {
  readonly cues: Sequence<Cue>;
  readonly frames: readonly Frame[];
}

/** What is known of places. */
export interface Places {
  /** The gazetteer by id. */
  readonly places: ReadonlyMap<string, Place>;
  /** Named in the story, in text order. */
  readonly regions: readonly RegionMention[];
  /** Named in the title, which is no part of the text. */
  readonly titled: readonly RegionMention[];
}

interface Ground {
  readonly places: ReadonlyMap<string, Place>;
  /** Those of the story. */
  readonly mentions: Sequence<RegionMention>;
  /** The only oblast of the story. */
  readonly sole: Frame | undefined;
}

const UNSAID: Frame = filled(null, 'unsaid');

/** Reads an article once, from its first sentence to number `last`; `mentions` are the places of the story. */
export function setScenes(
  doc: Document,
  given: Places,
  mentions: Sequence<RegionMention>,
  last: number,
): Scenes {
  const ground = { places: given.places, mentions, sole: soleOblast(given.regions) };
  const cues: Cue[] = [];
  const frames: Frame[] = [];
  let home = homeOf(doc, given, ground);
  let frame = home;
  let list = home;
  // Does the government speak of the country in a story of one place? It does not where it opened the story or came to
  // the place.
  let ofCountry: boolean | undefined;
  let previous: Sentence | undefined;
  for (let k = 0; k <= last; k++) {
    const s = doc.sentences[k] as Sentence;
    const opens = previous !== undefined && previous.paragraph !== s.paragraph;
    if (previous && opens) {
      if (leadsList(doc, previous)) list = frame;
      // What is said of the country goes on until a place is named again, and `мұнда` means where the last paragraph was.
      if (isBullet(doc, s)) frame = isAround(frame, home) && isSpeech(doc, k) ? frame : list;
      else if (frame.way === 'country') frame = UNSAID;
      else if (!pointsHere(doc, s)) frame = home;
    }
    previous = s;
    const own = s.section === 'body' ? cuesOf(doc, s, ground, home, frame) : NO_CUES;
    const governs = ofGovernment(doc, s);
    if (governs) ofCountry ??= k > OPENING && own.length === 0;
    if (own.length === 0) {
      if (governs && opens && ofCountry) frame = UNSAID;
      else if (s.section === 'body') frame = officeOf(doc, s, ground, home, frame) ?? frame;
      frames.push(frame);
      continue;
    }
    for (const cue of own) cues.push(cue);
    frames.push(frame);
    frame = together(doc, own, [home, frame], ground);
    if (isHeading(doc, s, k) || widens(doc, frame, home, ground)) home = frame;
  }
  return { cues: new Sequence(cues), frames };
}

/** Has a story that opened in a town gone on to its oblast? */
const isAround = (frame: Frame, home: Frame): boolean =>
  frame.value !== null && home.value !== null && contains(frame.value, home.value);

/** `– Жыл басынан бері 40 үй салдық, – деді ол`: a paragraph of one's own words, of what the one before told. */
function isSpeech(doc: Document, sentence: number): boolean {
  const { from, to } = paragraphOf(doc, sentence);
  const [first, last] = [doc.sentences[from]?.from ?? 0, doc.sentences[to]?.to ?? 0];
  if (langAt(doc, first) !== 'kk') return false;
  for (let i = first + 1; i < last; i++) if (isSign(doc, i, Sign.dash) && has(doc, i + 1, 'say')) return true;
  return false;
}

/** `Екі жыл бұрын мұнда 740 үй су астында қалған.` */
const pointsHere = (doc: Document, s: Sentence): boolean =>
  (s.starts & Starts.where) !== 0 && hasWithin(doc, s.from, s.to, 'anaphor.here');

/**
 * A story that opened in a town or district goes on about the oblast around it once a clause opens there: «В
 * Западно-Казахстанской области спортом занимаются …». One named behind what is told of it («безработица в Акмолинской
 * области – 4 %») is held against it.
 */
function widens(doc: Document, { value, from, to }: Frame, home: Frame, { mentions }: Ground): boolean {
  if (value?.level !== 'oblast' || home.value === null || !contains(value, home.value)) return false;
  const [r] = mentions.within(from, to);
  if (r?.id !== value.id || !isLocative(doc, r)) return false;
  const first = has(doc, r.from - 1, 'prep.in') ? r.from - 1 : r.from;
  return opensSentence(doc, first) || isClauseEdge(doc, first - 1);
}

/**
 * Where an article plays. «Бюджет дорог – 90 млрд. В Федоровском районе …» under a title of the oblast: what is told
 * before the first place is of the wider one that the title names.
 */
function homeOf(doc: Document, given: Places, ground: Ground): Frame {
  const opening = openingOf(doc, ground);
  const title = titleOf(doc, given, ground);
  const isPart = title?.value && opening?.value && contains(title.value, opening.value);
  return (isPart && tellsBefore(doc, opening) ? title : opening) ?? title ?? sentFrom(doc, ground);
}

/** Does the story tell a figure in a sentence before that of a place? */
function tellsBefore(doc: Document, { from }: Frame): boolean {
  const own = doc.sentenceOf[from] ?? 0;
  for (let k = 0; k < own; k++) {
    const s = doc.sentences[k] as Sentence;
    if (s.section === 'body' && anySign(doc, s.from, s.to, Sign.number)) return true;
  }
  return false;
}

/** The place an article opens with: that of the first of its sentences that says any; undefined where none does. */
function openingOf(doc: Document, ground: Ground): Frame | undefined {
  for (let k = 0; k < Math.min(OPENING, doc.sentences.length); k++) {
    const s = doc.sentences[k] as Sentence;
    if (s.section !== 'body') continue;
    const own = cuesOf(doc, s, ground, UNSAID, UNSAID);
    if (own.length === 0) continue;
    const { value, way, from, to } = together(doc, own, [], ground);
    return value === null ? UNSAID : filled(value, way === 'paragraph' ? 'opening' : way, from, to);
  }
  return undefined;
}

/** Titles cut names short: a town of its oblast's name, which the story never names, stands for the oblast that it does. */
function titleOf(doc: Document, { titled, regions, places }: Places, ground: Ground): Frame | undefined {
  const cues = titled.filter(isHome).map((r) => ({ from: 0, to: 0, says: filled(r, 'title'), tied: false }));
  if (cues.length === 0) return undefined;
  const frame = together(doc, cues, [], ground);
  const { value } = frame;
  const told = (spot: Spot): boolean => regions.some((r) => r.id === spot.id && !isDateline(doc, r));
  const oblast = value && !told(value) ? oblastOf(doc, value, places) : undefined;
  return oblast && told(oblast) && oblast.name.kk.startsWith(`${value?.name.kk} `)
    ? filled(oblast, 'title')
    : frame;
}

/** «СЕМЕЙ. …»: a story sent from a town plays in its oblast; the big cities send news of the whole country. */
function sentFrom(doc: Document, { mentions, places }: Ground): Frame {
  const [first] = mentions.within(0, DATELINE);
  const oblast = first && isDateline(doc, first) ? oblastOf(doc, first, places) : undefined;
  if (!first || !oblast) return UNSAID;
  return filled(isOfCity(doc) ? first : oblast, 'dateline', first.from, first.to);
}

/** A story that speaks of the town and its people, and of no oblast or region, is told of the town. */
function isOfCity(doc: Document): boolean {
  let city = false;
  for (const s of doc.sentences) {
    if ((s.starts & Starts.where) === 0) continue;
    for (let i = s.from; i < s.to; i++) {
      if (has(doc, i, 'anaphor.oblast') || has(doc, i, 'anaphor.region')) return false;
      city ||= has(doc, i, 'anaphor.city');
    }
  }
  return city;
}
/** A dateline is within the first tokens of a text. */
const DATELINE = 12;

/**
 * The places that a sentence names, without those that only say where another lies, and the words that point to one:
 * back in the sentence, to the `frame` it was lent, or to where the article or its part is at `home`.
 */
function cuesOf(doc: Document, s: Sentence, ground: Ground, home: Frame, lent: Frame): readonly Cue[] {
  const within = ground.mentions.within(s.from, s.to);
  if (within.length === 0 && !(s.starts & Starts.where)) return NO_CUES;
  const named = scenesOf(doc, within);
  const out: Cue[] = [];
  const points = (s.starts & Starts.where) !== 0;
  let next = 0;
  let frame = lent;
  for (let i = s.from; i < s.to; i++) {
    const r = named[next];
    if (!points) {
      if (!r) break;
      i = r.from;
    }
    if (r && i === r.from) {
      if (!qualifies(doc, r, named[next - 1]) && !qualifies(doc, r, named[next + 1])) {
        frame = filled(seatAt(doc, r, ground) ?? r, 'sentence', r.from, r.to);
        out.push({ from: r.from, to: r.to, says: frame, tied: isTied(doc, r, named, next) });
      }
      i = r.to - 1;
      next++;
    } else if (startsAt(doc, i, Starts.where)) {
      const says = pointedAt(doc, i, ground, home, frame);
      if (says) out.push({ from: i, to: i + 1, says, tied: false });
    }
  }
  return out;
}
const NO_CUES: readonly Cue[] = [];

/** Of the places of a sentence those in which something may be. */
function scenesOf(doc: Document, within: readonly RegionMention[]): readonly RegionMention[] {
  if (within.length === 0) return within;
  return within.filter(
    (r, k) =>
      !isSentFrom(doc, r) &&
      !isRoute(doc, within[k - 1], r) &&
      !isRoute(doc, r, within[k + 1]) &&
      !isWay(doc, within[k - 1], r) &&
      !isWay(doc, r, within[k + 1]) &&
      !endsRoute(doc, r) &&
      (isHome(r) ? !isLandmark(doc, r) && !isDestination(doc, r) : isLocative(doc, r) && !isBound(doc, r)),
  );
}

/** `Қаржы министрі Ерлан Сейітов …`: does a sentence begin with a member of the government, by post and name? */
function ofGovernment(doc: Document, s: Sentence): boolean {
  if (s.section !== 'body' || !(s.starts & Starts.post)) return false;
  for (let i = s.from; i < Math.min(s.to, s.from + LEADING); i++)
    for (const { entry, to } of sensesAt(doc, i, Starts.post))
      if (entry.cls === 'post' && GOVERNMENT.has(entry.id) && capital(doc, to)) return true;
  return false;
}
/** Ids of `data/lexicon/posts.txt`. */
const GOVERNMENT: ReadonlySet<string> = new Set([
  'minister',
  'vice-minister',
  'first-vice-minister',
  'deputy-prime-minister',
  'prime-minister',
]);
/** Tokens within which the one who speaks is named. */
const LEADING = 12;

/** `Жамбыл облысының орталығында`: the town that an oblast is governed from. */
function seatAt(doc: Document, r: RegionMention, { places }: Ground): Spot | undefined {
  const seat = has(doc, r.to, 'centre') && langAt(doc, r.to) === 'kk' ? places.get(r.id)?.seat : undefined;
  const place = places.get(seat ?? '');
  return place && spotOf(doc, place);
}

/** The dateline of an article is where it was sent from; «СКО.» before a later paragraph says where that one plays. */
function isSentFrom(doc: Document, r: RegionMention): boolean {
  if (!isDateline(doc, r)) return false;
  let before = r.from - 1;
  while (isSign(doc, before, Sign.newline)) before--;
  // A headline has no stop at its end, and an agency's name stands behind the place of a dateline.
  return (
    !STOPS.includes(mark(doc, before) || ' ') || !isSign(doc, r.to, Sign.stop) || isDatelineAt(doc, r.to + 1)
  );
}
const STOPS = '.!?…»';

/** «На трассе Жетыбай – Жанаозен»: what a dash alone joins is a way between two places, and in neither. */
const isRoute = (doc: Document, a: RegionMention | undefined, b: RegionMention | undefined): boolean =>
  a !== undefined && b !== undefined && b.from === a.to + 1 && isSign(doc, a.to, Sign.dash | Sign.hyphen);

/** «Билет из Семея в Костанай»: from one place to another, and in neither. */
const isWay = (doc: Document, a: RegionMention | undefined, b: RegionMention | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  b.from === a.to + 1 &&
  has(doc, a.from - 1, 'prep.outof') &&
  has(doc, a.to, 'prep.in') &&
  langAt(doc, a.from) === 'ru';

/** `Ботақара – Ростовка бағытындағы жол`: the end of a way whose beginning nobody listed. */
const endsRoute = (doc: Document, r: RegionMention): boolean =>
  isSign(doc, r.from - 1, Sign.dash | Sign.hyphen) && capital(doc, r.from - 2) && has(doc, r.to, 'way');

/** `Сәтбаев пен Жезқазғанда`, «в Павлодаре и Аксу», where only one of the two is known as a place. */
function isTied(doc: Document, r: RegionMention, named: readonly RegionMention[], at: number): boolean {
  const before = has(doc, r.from - 1, 'and') && named[at - 1]?.to !== r.from - 1;
  const after = has(doc, r.to, 'and') && named[at + 1]?.from !== r.to + 1;
  const isName = (i: number): boolean => capital(doc, i) && !opensSentence(doc, i);
  return (
    (before && capital(doc, r.from - 2)) ||
    (after && isName(has(doc, r.to + 1, 'prep.in') ? r.to + 2 : r.to + 1))
  );
}

/** «Бухар-Жырауского района Карагандинской области», «в Житикаре (Костанайская обл.)»: the second says where the first lies. */
function qualifies(doc: Document, outer: RegionMention, inner: RegionMention | undefined): boolean {
  if (!inner || !liesIn(inner, outer)) return false;
  const [from, to] = outer.to <= inner.from ? [outer.to, inner.from] : [inner.to, outer.from];
  for (let i = from; i < to; i++)
    if (!isSign(doc, i, Sign.comma | Sign.open | Sign.dash) && !has(doc, i, 'prep.in')) return false;
  return true;
}

/** The place that a word points to: «в области», `қалада`, «по стране», «в столице», «в областном центре». */
function pointedAt(doc: Document, i: number, ground: Ground, home: Frame, frame: Frame): Frame | undefined {
  // «самый молодой регион страны»: one part of it.
  if (has(doc, i, 'country') && langAt(doc, i) === 'ru' && has(doc, i - 1, 'anaphor.region'))
    return undefined;
  if (
    has(doc, i, 'country') ||
    (has(doc, i, 'country.noun') && (has(doc, i + 1, 'area.after') || has(doc, i + 1, 'country.of')))
  )
    return filled(null, 'country', i, i + 1);
  if (isSeveral(doc, i)) return filled(null, 'country', i, i + 1);
  if (has(doc, i, 'capital')) {
    const seat = ground.places.get(ground.places.get('KZ')?.seat ?? '');
    return seat && !has(doc, i - 1, 'capital.other')
      ? filled(spotOf(doc, seat), 'back', i, i + 1)
      : undefined;
  }
  const ofOblast = has(doc, i - 1, 'office.oblast') || has(doc, i - 1, 'anaphor.oblast');
  if (has(doc, i, 'centre') && ofOblast && !isCentreOf(doc, i)) {
    const oblast = pointedBack(doc, 'oblast', ground, home, frame, i - 1);
    const seat = ground.places.get(ground.places.get(oblast?.value?.id ?? '')?.seat ?? '');
    return seat && filled(spotOf(doc, seat), 'back', i - 1, i + 1);
  }
  if (has(doc, i, 'anaphor.oblast'))
    return isField(doc, i) || has(doc, i + 1, 'centre')
      ? undefined
      : pointedBack(doc, 'oblast', ground, home, frame, i);
  if (has(doc, i, 'anaphor.parts')) return pointedBack(doc, 'oblast', ground, home, frame, i);
  // `Облыс әкімі аудан әкімдеріне тапсырды`: those of all districts.
  if (sensesAt(doc, i + 1, Starts.post).some(({ entry, tags }) => entry.cls === 'post' && tags & Tag.pl))
    return undefined;
  // `Театрлар екі ауданда ғана бар`: some of many, and none that was spoken of.
  if (langAt(doc, i) === 'kk' && isCounted(doc, i)) return undefined;
  if (has(doc, i, 'anaphor.city')) return pointedBack(doc, 'city', ground, home, frame, i);
  if (has(doc, i, 'anaphor.district')) return pointedBack(doc, 'district', ground, home, frame, i);
  if (has(doc, i, 'anaphor.village')) return pointedBack(doc, 'village', ground, home, frame, i);
  return has(doc, i, 'anaphor.region') ? pointedBack(doc, 'any', ground, home, frame, i) : undefined;
}

/** «областной центр трудовой мобильности»: a body, and no town. */
function isCentreOf(doc: Document, i: number): boolean {
  const next = word(doc, i + 1);
  return langAt(doc, i) === 'ru' && looksAdjectival(next) && looksGenitive(next);
}

/** «в шести областях», `он екі өңірде`, `бірқатар өңірде`: many of the country's parts, and none of them. */
const isSeveral = (doc: Document, i: number): boolean =>
  (has(doc, i, 'anaphor.many') ||
    (langAt(doc, i) === 'kk' && (has(doc, i, 'anaphor.oblast') || has(doc, i, 'anaphor.region')))) &&
  isCounted(doc, i);

const isCounted = (doc: Document, i: number): boolean =>
  isSign(doc, i - 1, Sign.number) || startsAt(doc, i - 1, Starts.numeral) || has(doc, i - 1, 'some');

/** «в области здравоохранения»: a field of work. */
const isField = (doc: Document, i: number): boolean => has(doc, i + 1, 'field');

/**
 * «Начальник областного управления», `аудандық аурухана`: whose office speaks, where the sentence says no more of a place;
 * where nothing is lent, «областной бюджет» too.
 */
function officeOf(doc: Document, s: Sentence, ground: Ground, home: Frame, frame: Frame): Frame | undefined {
  if (!(s.starts & Starts.where)) return undefined;
  for (let i = s.from; i < s.to; i++) {
    if (!startsAt(doc, i, Starts.where)) continue;
    for (const [cls, level] of OFFICES)
      if (has(doc, i, cls) && (frame.value === null || leadsOffice(doc, i + 1)))
        return pointedBack(doc, level, ground, home, frame, i);
  }
  return undefined;
}
const OFFICES = [
  ['office.oblast', 'oblast'],
  ['office.city', 'city'],
  ['office.district', 'district'],
] as const;

/** Does a body or post follow, with at most two words before it? «областного управления», «районной детской больницы» */
function leadsOffice(doc: Document, at: number): boolean {
  for (let i = at; i < at + 3; i++)
    if (startsAt(doc, i, Starts.orghead | Starts.body | Starts.post)) return true;
  return false;
}

type Pointed = 'oblast' | 'city' | 'district' | 'village' | 'any';

/** The place of a level that a word at token `i` points back to; nothing where none was spoken of. */
function pointedBack(
  doc: Document,
  level: Pointed,
  ground: Ground,
  home: Frame,
  frame: Frame,
  i: number,
): Frame | undefined {
  for (const f of [frame, home]) {
    const spot = f.value && raised(doc, f.value, level, ground);
    if (spot) return filled(spot, f.way === 'sole' ? f.way : 'back', f.from, f.to);
  }
  if (level === 'village') return undefined;
  for (const r of ground.mentions.before(i).toReversed()) {
    const spot = isHome(r) ? raised(doc, r, level, ground) : undefined;
    if (spot) return filled(spot, 'back', r.from, r.to);
  }
  return level === 'oblast' ? ground.sole : undefined;
}

/** A place, or the one of a level that it lies in. */
function raised(doc: Document, spot: Spot, level: Pointed, ground: Ground): Spot | undefined {
  if (spot.level === level || (level === 'any' && spot.level !== 'country' && !spot.id.includes('/')))
    return spot;
  if (level === 'oblast' || level === 'any') return oblastOf(doc, spot, ground.places);
  const parent = ground.places.get(spot.place?.parent ?? '');
  return level === 'district' && parent?.level === level ? spotOf(doc, parent) : undefined;
}

function oblastOf(doc: Document, spot: Spot, places: Ground['places']): Spot | undefined {
  const oblast = places.get(regionOfId(spot.id));
  return oblast?.level === 'oblast' ? spotOf(doc, oblast) : undefined;
}

/** «Облыс аумағында …» before the article says which: the only one that it names at all. */
function soleOblast(mentions: readonly RegionMention[]): Frame | undefined {
  let only: RegionMention | undefined;
  for (const r of mentions) {
    if (r.level !== 'oblast' || !isHome(r)) continue;
    if (only && only.id !== r.id) return undefined;
    only ??= r;
  }
  return only && filled(only, 'sole', only.from, only.to);
}

const spotOf = (doc: Document, place: Place): Spot =>
  placeOn(place, doc.article.published?.slice(0, 10) ?? null);

/**
 * The place that a sentence leaves behind: the narrowest that it speaks of, or where it speaks of several, the one
 * around them: of the sentence itself, of what was before, or their oblast.
 */
function together(doc: Document, told: readonly Cue[], around: readonly Frame[], ground: Ground): Frame {
  const scenes = told.length > 1 ? told.filter((c) => !isOfSpeaker(doc, c)) : told;
  const cues = scenes.length > 0 ? scenes : told;
  const [only] = cues;
  if (cues.length === 1 && only?.says.value && !only.tied) return carried(only.says);
  const said = cues.map((c) => (c.tied ? widened(doc, c.says, ground) : c.says));
  const spots = said.filter((f) => f.value !== null).slice(-LIST_LENGTH);
  const last = spots.at(-1) ?? said.at(-1);
  if (!last || spots.length === 0) return last ?? UNSAID;
  const leaves = spots.filter((f) => !spots.some((x) => liesIn(x.value as Spot, f.value as Spot)));
  const [first] = leaves;
  if (first && leaves.every((f) => f.value?.id === first.value?.id)) return carried(first);
  const whole = [...spots, ...around].find(
    (f) => f.value && leaves.every((x) => contains(f.value as Spot, x.value as Spot)),
  );
  if (whole) return carried(whole);
  const oblast = first?.value && oblastOf(doc, first.value, ground.places);
  if (oblast && leaves.every((f) => contains(oblast, f.value as Spot)))
    return filled(oblast, 'paragraph', last.from, last.to);
  return filled(null, 'manyEarlier', last.from, last.to);
}

/** `Аудан әкімінің айтуынша, көрші ауданда …`: whose akim speaks is not where it is. */
const isOfSpeaker = (doc: Document, { from, to, says }: Cue): boolean =>
  says.way === 'back' && langAt(doc, from) === 'kk' && startsAt(doc, to, Starts.post);

/** One of two places, of which the other is not known: their oblast. */
const widened = (doc: Document, { value, way, from, to }: Frame, { places }: Ground): Frame =>
  filled((value && oblastOf(doc, value, places)) ?? null, way, from, to);

const carried = ({ value, way, from, to }: Frame): Frame =>
  filled(value, way === 'sentence' ? 'paragraph' : way, from, to);
