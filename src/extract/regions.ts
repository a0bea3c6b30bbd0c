import type { Place } from '../catalog/places.ts';
import type { BilingualName, RegionLevel } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import type { Sense } from '../language/lexicon.ts';
import { NamePart } from '../language/name-words.ts';
import { isSurnameForm, looksSurname } from '../language/names.ts';
import { looksSingularVerb } from '../language/packs/ru/shape.ts';
import { isVerbal } from '../language/shape.ts';
import { CASES, Tag } from '../language/tags.ts';
import { Kind } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { cover, isFree } from './cover.ts';
import {
  type Document,
  has,
  isSign,
  langAt,
  mark,
  opening,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from './document.ts';
import { endsName, namePartsAt } from './people/names.ts';
import {
  choose,
  isOne,
  type Landmark,
  narrow,
  oblastOf,
  regionOfId,
  tellsOblast,
  validOn,
} from './place-choice.ts';
import { capital, headAt, isAnd, isNow, opensSentence, placeSenses, wordOf } from './place-tokens.ts';
import type { PlaceWord } from './place-words.ts';
import { Sign } from './signs.ts';
import { anyOf, Villages } from './unlisted.ts';
import { nameAfter, nameBefore, type VillageName, villageNames } from './village-names.ts';

/** A place named in the text: tokens `from` up to `to`. */
export interface RegionMention {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  readonly level: RegionLevel;
  readonly name: BilingualName;
  /** Null for a village that only its head noun shows, and where it stays open which of several places is meant. */
  readonly place: Place | null;
  readonly rule: string;
}

/** The rule of names without a head noun. */
const BARE = 'place/bare';

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly options: readonly PlaceWord[];
  readonly level: RegionLevel | null;
  readonly rule: string;
}

/** Finds every place of the gazetteer and every village that its head noun shows. */
export function findRegions(doc: Document, insideName: (token: number) => boolean): RegionMention[] {
  const candidates: Candidate[] = [];
  const taken = new Uint8Array(doc.tokens.length);
  const add = (c: Candidate): void => {
    if (!isFree(taken, c.from, c.to)) return;
    cover(taken, c.from, c.to);
    candidates.push(c);
  };
  const heads = opening(doc, Starts.placehead);
  for (const c of lists(doc, heads)) add(c);
  const named = opening(doc, Starts.place);
  for (const i of named) if (!taken[i]) for (const c of fullNames(doc, i)) add(c);
  for (const i of heads) if (!taken[i]) for (const c of headed(doc, i)) add(c);
  for (const i of named) if (!taken[i] && !insideName(i)) for (const c of bare(doc, i)) add(c);
  candidates.sort((a, b) => a.from - b.from);
  return resolve(doc, candidates);
}

/** Names with their head noun: `Ақмола облысы`, «Акмолинская область», «область Абай», and abbreviations (`БҚО`, «ЗКО»). */
function fullNames(doc: Document, i: number): Candidate[] {
  const senses = placeSenses(doc, i).filter((s) => {
    const form = wordOf(s).form;
    if (form === 'abbr')
      return (
        inForce(doc, wordOf(s)) &&
        (doc.tokens[i]?.form?.shape === Shape.caps || /^\p{Lu}{2,}-/u.test(doc.tokens[i]?.form?.raw ?? ''))
      );
    return form === 'full' && anyCapital(doc, s.from, s.to);
  });
  return longest(senses, 'place/full');
}

const anyCapital = (doc: Document, from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (capital(doc, k)) return true;
  return false;
};

/** A former abbreviation counts only in articles of its time: ОҚО has been other things since. */
function inForce(doc: Document, w: PlaceWord): boolean {
  const published = doc.article.published?.slice(0, 10);
  return w.was === null || (published !== undefined && validOn(w.was, published));
}

function longest(senses: readonly Sense[], rule: string, level: RegionLevel | null = null): Candidate[] {
  const best = senses[0];
  if (!best) return [];
  const options = senses.filter((s) => s.to === best.to).map(wordOf);
  return [{ from: best.from, to: best.to, options, level, rule }];
}

/** A bare name beside a head noun: `Әйтеке би аудандық`, `Орал қаласы`, «г. Уральск», «Акмолинской обл.», «село Коянды». */
function headed(doc: Document, i: number): Candidate[] {
  const head = headAt(doc, i);
  if (!head) return [];
  const kk = langAt(doc, i) === 'kk';
  const { level } = head.head;
  // The name before the head.
  for (let n = 4; n >= 1; n--) {
    const from = i - n;
    if (!startsAt(doc, from, Starts.place) || !capital(doc, from)) continue;
    const senses = placeSenses(doc, from).filter((s) => s.to === i && fitsLevel(wordOf(s), level));
    const usable = kk
      ? senses.filter((s) => !(s.tags & ~(Tag.nom | Tag.sg)))
      : senses.filter((s) => wordOf(s).form === 'adj');
    const hit = longest(usable, kk ? 'kk/place/head-after' : 'ru/place/head-after', level)[0];
    if (hit) return [{ ...hit, to: head.to }];
  }
  const at = head.to;
  if (!kk && capital(doc, at)) {
    const senses = placeSenses(doc, at).filter(
      (s) => wordOf(s).form !== 'adj' && fitsLevel(wordOf(s), level),
    );
    const hit = longest(senses, 'ru/place/head-before', level)[0];
    if (hit) return [{ ...hit, from: i }];
  }
  return level === 'village' && head.head.form === 'noun'
    ? villageNames(doc, i, head.to, head.tags, kk).map(asVillage)
    : [];
}

const asVillage = ({ from, to, rule }: VillageName): Candidate => ({
  from,
  to,
  options: [],
  level: 'village',
  rule,
});

const fitsLevel = (w: PlaceWord, level: RegionLevel): boolean =>
  w.place.level === level ||
  (level === 'village' && w.place.level === 'city') ||
  (level === 'city' && w.place.level === 'village' && w.form === 'bare');

/** Cities and regions by their bare name; what else the word may be is held by the policy of the place (LANGUAGE §5.2). */
function bare(doc: Document, i: number): Candidate[] {
  if (!capital(doc, i) || isNow(doc, i) || isSurnameHere(doc, i)) return [];
  const kk = langAt(doc, i) === 'kk';
  const opens = opensSentence(doc, i);
  const senses = placeSenses(doc, i).filter((s) => {
    const w = wordOf(s);
    if (w.form === 'adj') return !kk && loneAdjective(doc, s, w);
    if (w.form !== 'bare') return false;
    if (!kk && isOfOtherCase(doc, s)) return false;
    if (w.place.level === 'district' || natural(doc, s) || isAddressOrOkrug(doc, s)) return false;
    if (w.place.homonym === 'head' || (w.place.level === 'village' && !isLandmark(w)))
      return !kk && w.place.level !== 'oblast' && (isScene(doc, s, w) || isListed(doc, s));
    // Sentence-initial «Семей стало больше»: the capital says nothing there.
    if (
      w.place.homonym === 'capital' &&
      opens &&
      !kk &&
      doc.tokens[i]?.form?.shape !== Shape.caps &&
      !namedAt(doc, s.to) &&
      !isListed(doc, s)
    )
      return false;
    return !partOfName(doc, s);
  });
  const rank = (w: PlaceWord): number =>
    ['city', 'oblast', 'country', 'village', 'district'].indexOf(w.place.level);
  const best = senses.filter((s) => s.to === senses[0]?.to).sort((a, b) => rank(wordOf(a)) - rank(wordOf(b)));
  const first = best[0];
  if (!first) return [];
  const level = wordOf(first).place.level;
  return [
    {
      from: first.from,
      to: first.to,
      options: best.map(wordOf).filter((w) => w.place.level === level),
      level,
      rule: BARE,
    },
  ];
}

/**
 * «в Аксу Павлодарской области», «в Аральске», «из Алги»: the region behind a name says as much as a head noun, and so
 * does a preposition of place before a town's name that shows its case.
 */
function isScene(doc: Document, s: Sense, { place }: PlaceWord): boolean {
  const shown =
    (has(doc, s.from - 1, 'prep.in') && (s.tags & (Tag.loc | Tag.nom)) === Tag.loc) ||
    (has(doc, s.from - 1, 'prep.outof') && (s.tags & (Tag.gen | Tag.nom)) === Tag.gen) ||
    (isFrozenTown(doc, s) && ['prep.in', 'prep.outof'].some((c) => has(doc, s.from - 1, c)));
  const region = placeSenses(doc, s.to).find((x) => wordOf(x).form === 'full');
  return region ? within(place, wordOf(region).place.id) : shown && place.level === 'city';
}

/** «в Аксу, Уштобе и Талдыкоргане»: beside a town of its list that is one beyond doubt; people's names make lists too. */
function isListed(doc: Document, s: Sense): boolean {
  if (isGivenName(doc, s.from)) return false;
  const tied = (i: number): boolean => mark(doc, i) === ',' || isAnd(doc, i);
  const sure = (at: number, fits: (x: Sense) => boolean): boolean =>
    placeSenses(doc, at).some((x) => {
      const { form, place } = wordOf(x);
      return form === 'bare' && place.level === 'city' && place.homonym === 'free' && fits(x);
    });
  const next = tied(s.to) && capital(doc, s.to + 1) && sure(s.to + 1, () => true);
  return (
    next || (tied(s.from - 1) && capital(doc, s.from - 2) && sure(s.from - 2, (x) => x.to === s.from - 1))
  );
}

/**
 * «Айгуль Смирнова», «С. Чапаева»: a surname behind a given name, another name or initials; a sentence may open with
 * any word.
 */
function isSurnameHere(doc: Document, i: number): boolean {
  if (!isSurnameForm(word(doc, i))) return false;
  const before = tokenAt(doc, i - 1);
  if (before?.mark === '.') {
    const initial = tokenAt(doc, i - 2)?.form;
    return initial?.shape === Shape.capital && initial.raw.length === 1 && initial.raw !== 'Г';
  }
  if (before?.form?.shape !== Shape.capital || placeSenses(doc, i - 1).length > 0) return false;
  return isGivenName(doc, i - 1) || !opensSentence(doc, i - 1);
}

const isGivenName = (doc: Document, i: number): boolean => doc.reading.givenNames.has(word(doc, i));

/** «в Аксу», «из Шу»: no case can show it, but nobody goes into what is no place; people are none. */
const isFrozenTown = (doc: Document, s: Sense): boolean =>
  (s.tags & (Tag.nom | Tag.loc)) === (Tag.nom | Tag.loc) && !isGivenName(doc, s.from);

/** «улица Астана», «Ақкөл ауылдық округі»: a street or a rural district of that name. */
const isAddressOrOkrug = (doc: Document, s: Sense): boolean =>
  Boolean(has(doc, s.from - 1, 'street') || doc.classes[s.to]?.has('street')) ||
  headAt(doc, s.to)?.head.form === 'adj';

/**
 * «Балқаш көлі», `Шардара су қоймасы`, «озеро Балхаш»: a lake, sea, river or mountain of the same name; a list shares
 * the noun.
 */
function natural(doc: Document, s: Sense): boolean {
  const at = isAnd(doc, s.to) ? s.to + 2 : s.to;
  for (const i of [s.to, at, s.from - 1]) if (has(doc, i, 'nature')) return true;
  return has(doc, s.to, 'nature.water') && has(doc, s.to + 1, 'nature.store');
}

/** «Семей встретил гостей»: a verb in the singular after it speaks for the city. */
const namedAt = (doc: Document, i: number): boolean => looksSingularVerb(word(doc, i));

/** «в Казалинском» is no «Казалинск», which would stand in the prepositional there. */
const isOfOtherCase = (doc: Document, s: Sense): boolean =>
  has(doc, s.from - 1, 'prep.in') && (s.tags & CASES) === Tag.ins;

/** «А в Аксуском два лагеря закрыты», «в Индерском работают …»: a place told by its adjective, and then what goes on there. */
function isPlaceOfClause(doc: Document, s: Sense): boolean {
  const form = tokenAt(doc, s.to)?.form;
  return (
    has(doc, s.from - 1, 'prep.in') &&
    (isSign(doc, s.to, Sign.number) ||
      sensesAt(doc, s.to, Starts.numeral).some((x) => x.entry.cls === 'numeral') ||
      (form != null && isVerbal(form, 'ru')))
  );
}

/**
 * An adjective alone stands for its region inside a list, «в Жылыойский район, шесть – Курмангазинский», and where its clause
 * goes on behind it.
 */
function loneAdjective(doc: Document, s: Sense, w: PlaceWord): boolean {
  if (w.place.level !== 'oblast' && w.place.level !== 'district') return false;
  const next = doc.tokens[s.to];
  const ends =
    !next ||
    (next.kind === Kind.punct && ',;:.–—)('.includes(next.mark)) ||
    next.kind === Kind.newline ||
    isAnd(doc, s.to) ||
    isPlaceOfClause(doc, s);
  // «— Костанайская – 104;»: in the line of a list it may come first.
  const sentence = doc.sentenceOf[s.from] ?? 0;
  const first = listFrom(doc, sentence);
  if (!ends || (opensSentence(doc, s.from) && first === sentence)) return false;
  // The head noun of its level must have been said nearby.
  const from = doc.sentences[Math.max(0, Math.min(sentence - 2, first))]?.from ?? 0;
  const to = doc.sentences[Math.min(doc.sentences.length - 1, sentence + 1)]?.to ?? doc.tokens.length;
  for (let k = from; k < to; k++) if (headAt(doc, k)?.head.level === w.place.level) return true;
  return false;
}

/** The sentence that a list in lines stands under, for one of its first lines; any other sentence itself. */
function listFrom(doc: Document, sentence: number): number {
  let first = sentence;
  while (sentence - first < LINES && isLine(doc, first)) first--;
  return first;
}
/** Lines of a list: as many as there are oblasts, with the line breaks between them. */
const LINES = 40;

/** Is a sentence a line of a list, or the break between two? */
function isLine(doc: Document, sentence: number): boolean {
  const s = doc.sentences[sentence];
  return s !== undefined && isSign(doc, s.from, Sign.bullet | Sign.dash | Sign.hyphen) && sentence > 0;
}

/** `Астана жастары`, `Абай Құнанбайұлы`: a capitalised name follows, so the word belongs to it. */
function partOfName(doc: Document, s: Sense): boolean {
  const w = wordOf(s);
  if (w.place.level === 'country') return false;
  const next = doc.tokens[s.to];
  return (
    next?.form?.shape === Shape.capital &&
    !next.form.latin &&
    placeSenses(doc, s.to).length === 0 &&
    (looksSurname(next.form.type.norm) || (isGiven(doc, s.from) && endsName(doc, s.to)))
  );
}

/** A given name in any case: «у Умирзака Мустафина». */
const isGiven = (doc: Document, i: number): boolean => (namePartsAt(doc, i) & NamePart.given) !== 0;

interface Member {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
}

const placeOf = (m: Member | undefined): Place | undefined => m?.senses.map(wordOf)[0]?.place;

/**
 * Coordinated lists that share one head in the plural: `Ақмола, Абай және Қостанай облыстарында`,
 * «Акмолинской и Павлодарской областях», «в областях Жетісу и Абай», «Западно-, Восточно- и Северо-Казахстанской областям».
 */
function lists(doc: Document, heads: readonly number[]): Candidate[] {
  const out: Candidate[] = [];
  for (const i of heads) {
    const head = headAt(doc, i);
    if (!head || head.head.form === 'adj') continue;
    const kk = langAt(doc, i) === 'kk';
    const many = (head.tags & Tag.pl) !== 0;
    const plural = many && !(head.head.form === 'noun' && (head.tags & Tag.sg) !== 0);
    const joint = precededByList(doc, i);
    if (!many && !joint) continue;
    const members = kk || plural || joint ? membersBefore(doc, i, head.head.level, kk) : [];
    // «Акмолинская и Костанайская области»: the form may be one of the singular, so it takes two adjectives.
    const before = kk || plural || (members.length > 1 && isAdjectival(head.head.level)) ? members : [];
    for (const [k, m] of before.entries()) {
      const last = k === 0;
      // «Алматы мен Алматы облысында»: what bears the name a second time is something else.
      if (!last && placeOf(m) && placeOf(m) === placeOf(before[0])) continue;
      const rule = kk ? 'kk/place/list' : 'ru/place/list';
      const options = m.senses.map(wordOf).filter((w) => fitsLevel(w, head.head.level));
      if (options.length > 0)
        out.push({ from: m.from, to: last ? head.to : m.to, options, level: head.head.level, rule });
      else if (head.head.level === 'village' && (!kk || head.tags & Tag.p3))
        out.push({ from: m.from, to: last ? head.to : m.to, options: [], level: 'village', rule });
    }
    const after =
      kk || before.length > 0
        ? []
        : membersAfter(doc, head.to, head.head.level, plural && head.head.level === 'village');
    // «область Абай и …»: in the singular it takes two names to make a list.
    if (plural || after.length > 1)
      for (const [k, m] of after.entries())
        out.push({
          from: k === 0 ? i : m.from,
          to: m.to,
          options: m.senses.map(wordOf).filter((w) => fitsLevel(w, head.head.level)),
          level: head.head.level,
          rule: 'ru/place/list-after',
        });
  }
  return out;
}

/** Units whose Russian names are adjectives. */
const isAdjectival = (level: RegionLevel): boolean => level === 'oblast' || level === 'district';

/** A list may close with a head in the singular: «Ақмола және Абай облысында» happens, so two members must stand there. */
const precededByList = (doc: Document, i: number): boolean => isAnd(doc, i - 2) && capital(doc, i - 3);

/** Members of a list that ends right before a head, the nearest first. Brackets with a number may follow each. */
function membersBefore(doc: Document, head: number, level: RegionLevel, kk: boolean): Member[] {
  const out: Member[] = [];
  const sentence = doc.sentenceOf[head];
  // «Ақмола, Абай және басқа облыстар»
  const open = has(doc, head - 1, 'other') && isAnd(doc, head - 2) ? head - 2 : head;
  let end = skipBrackets(doc, open);
  for (;;) {
    const m = memberEndingAt(doc, end, level, kk);
    if (!m || doc.sentenceOf[m.from] !== sentence) break;
    out.push(m);
    const sep = m.from - 1;
    if (mark(doc, sep) === ',' || isAnd(doc, sep))
      end = skipBrackets(doc, mark(doc, sep - 1) === ',' ? sep - 1 : sep);
    else break;
    // «Западно-, Восточно- и Северо-Казахстанской»: the first halves wait for the second.
    if (!kk)
      for (let cut = truncated(doc, end, m); cut; cut = truncated(doc, end, m)) {
        out.push(cut);
        const s = cut.from - 1;
        if (mark(doc, s) === ',' || isAnd(doc, s)) end = s;
        else {
          end = -1;
          break;
        }
      }
  }
  return out;
}

/** `(7 654)` behind a member is stepped over. */
function skipBrackets(doc: Document, end: number): number {
  if (mark(doc, end - 1) !== ')') return end;
  for (let k = end - 2; k >= Math.max(0, end - 7); k--) if (mark(doc, k) === '(') return k;
  return end;
}

function memberEndingAt(doc: Document, end: number, level: RegionLevel, kk: boolean): Member | undefined {
  for (let n = 4; n >= 1; n--) {
    const from = end - n;
    if (!startsAt(doc, from, Starts.place) || !capital(doc, from)) continue;
    const senses = placeSenses(doc, from).filter(
      (s) =>
        s.to === end &&
        fitsLevel(wordOf(s), level) &&
        (kk ? wordOf(s).form === 'bare' : wordOf(s).form === (isAdjectival(level) ? 'adj' : 'bare')),
    );
    if (senses.length > 0) return { from, to: end, senses };
  }
  const from = kk && level === 'village' ? nameBefore(doc, end) : end;
  return from < end ? { from, to: end, senses: [] } : undefined;
}

/** «Западно-» before «Северо-Казахстанской»: completed with the second half of the last member. */
function truncated(doc: Document, end: number, whole: Member): Member | undefined {
  const hyphen = mark(doc, end - 1);
  const half = tokenAt(doc, end - 2);
  if (hyphen !== '-' || !half?.form || half.form.shape === Shape.lower) return undefined;
  const full = word(doc, whole.to - 1);
  const second = full.slice(full.indexOf('-') + 1);
  const first = half.form.type.norm;
  const senses = whole.senses.length > 0 ? placesLike(doc, end - 2, `${first}-${second}`) : [];
  return { from: end - 2, to: end, senses };
}

/** Place senses of a word form that does not stand in the text. */
const placesLike = (doc: Document, at: number, form: string): readonly Sense[] =>
  doc.reading.lexicon
    .sensesOf(doc.reading.words.type(form), 'ru')
    .filter((s) => s.entry.cls === 'place')
    .map((s) => ({ ...s, from: at, to: at + 2 }));

/** «в областях Жетісу и Абай», «сёл Каменка и Ивановка»: names after a head; unlisted ones (of villages) only where told. */
function membersAfter(doc: Document, from: number, level: RegionLevel, unlisted: boolean): Member[] {
  const out: Member[] = [];
  let i = from;
  for (;;) {
    const senses = placeSenses(doc, i).filter(
      (s) => wordOf(s).form === 'bare' && capital(doc, i) && fitsLevel(wordOf(s), level),
    );
    const end = senses[0]?.to ?? (unlisted ? nameAfter(doc, i) : i);
    if (end === i) break;
    out.push({ from: i, to: end, senses: senses.filter((s) => s.to === end) });
    let next = end;
    if (mark(doc, next) === '(')
      while (next < doc.tokens.length && next < end + 6 && mark(doc, next - 1) !== ')') next++;
    if (mark(doc, next) === ',' || isAnd(doc, next))
      i = mark(doc, next) === ',' && isAnd(doc, next + 1) ? next + 2 : next + 1;
    else break;
  }
  return out;
}

/** Gives every candidate its place: by name and day alone where that is enough, by the places around it otherwise. */
function resolve(doc: Document, candidates: readonly Candidate[]): RegionMention[] {
  const day = doc.article.published?.slice(0, 10) ?? null;
  const spots = candidates.map((c) => ({ from: c.from, to: c.to, sentence: doc.sentenceOf[c.from] ?? 0 }));
  const options = candidates.map((c) => narrow(c.options, c.level, day));
  const landmarks: Landmark[] = [];
  const oblasts = new Set<string>();
  for (const [k, { from, to, sentence }] of spots.entries()) {
    const all = options[k] ?? [];
    const first = all[0];
    if (!first || !isOne(all) || !isLandmark(first)) continue;
    landmarks.push({ from, to, sentence, place: first.place });
    if (tellsOblast(first.place)) oblasts.add(regionOfId(first.place.id));
  }
  const villages = new Villages(oblasts, landmarks);
  const out: RegionMention[] = [];
  for (const [k, c] of candidates.entries()) {
    const spot = spots[k];
    if (!spot) continue;
    const previous = out.at(-1);
    // «Арал ауданының Жалаңаш ауылы»: a village right behind its district is not the one of another region.
    const elsewhere =
      c.level === 'village' &&
      previous?.to === c.from &&
      !c.options.some((o) => within(o.place, previous.id));
    const named = options[k] ?? [];
    const another =
      elsewhere ||
      (isCommon(c, named, oblasts) &&
        (named.every((o) => o.was !== null) || oblastOf(spot, landmarks, oblasts) !== null));
    const left = another ? [] : choose(named, spot, landmarks);
    const [chosen] = left;
    if (chosen && isOne(left)) {
      out.push(mentionOf(c, placeOn(chosen.place, day)));
      doc.issues.push(...conflicts(doc, c, chosen, day));
    } else if (chosen) {
      out.push(mentionOf(c, anyOf(chosen)));
      doc.issues.push(issueAt(doc, c, 'region/ambiguous', 'several places bear this name'));
    } else if (c.level === 'village') out.push(mentionOf(c, villages.at(doc, spot)));
  }
  return out;
}

/** Villages of everyday and of former names share them with many others: they say nothing about where an article is. */
const isLandmark = ({ place, was }: PlaceWord): boolean =>
  place.level !== 'village' || (place.homonym === 'free' && was === null);

/** Such a village with its head noun, where the article never speaks of the oblast in which the listed one lies or lay. */
const isCommon = (c: Candidate, named: readonly PlaceWord[], oblasts: ReadonlySet<string>): boolean =>
  c.rule !== BARE &&
  named.length > 0 &&
  named.every((o) => !isLandmark(o) && !oblasts.has(regionOfId(o.place.id)));

type Named = Pick<RegionMention, 'id' | 'level' | 'name' | 'place'>;

const mentionOf = ({ from, to, rule }: Candidate, { id, level, name, place }: Named): RegionMention => ({
  from,
  to,
  rule,
  id,
  level,
  name,
  place,
});

/** A place of the gazetteer under its name on a day; without a day under that of today. */
export const placeOn = (place: Place, day: string | null): Named => ({
  id: place.id,
  level: place.level,
  name: nameOn(place, day),
  place,
});

const within = (p: Place, id: string): boolean =>
  p.parent === id || (regionOfId(p.id) === id && !id.includes('/'));

/** The name in force on a day; the id stays the same through all renames. */
function nameOn(place: Place, day: string | null): BilingualName {
  const former = day ? place.was.find((w) => w.until !== null && validOn(w, day)) : undefined;
  return former ? { kk: former.kk, ru: former.ru } : { kk: place.kk, ru: place.ru };
}

/** What the day of publication says against a place or its name: not there yet, no longer there, no longer called so. */
function conflicts(doc: Document, c: Candidate, { place, was }: PlaceWord, day: string | null): Issue[] {
  if (day === null) return [];
  const issue = (detail: string): Issue[] => [
    issueAt(doc, c, 'region/date', `${place.ru} ${detail}, not on ${day}`),
  ];
  if (!validOn(place, day))
    return issue(`was a unit of this kind from ${place.from ?? '…'} until ${place.until ?? '…'}`);
  if (was?.until && !validOn(was, day))
    return issue(`bore this name from ${was.from ?? '…'} until ${was.until}`);
  return [];
}

const issueAt = (doc: Document, { from }: Candidate, code: string, detail: string): Issue => ({
  code,
  at: String(doc.tokens[from]?.start ?? 0),
  detail,
});
