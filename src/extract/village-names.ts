import type { Thing } from '../catalog/things.ts';
import { NamePart } from '../language/name-words.ts';
import { looksSurname } from '../language/names.ts';
import { endingTags, isParticiple } from '../language/packs/kk/shape.ts';
import { Tag } from '../language/tags.ts';
import { Shape } from '../language/words.ts';
import { type Document, isSign, mark, Starts, sensesAt, tokenAt, word } from './document.ts';
import { namePartsAt } from './people/names.ts';
import { isAnd, opensSentence, placeSenses, wordOf } from './place-tokens.ts';
import { Sign } from './signs.ts';

/** A village shown by its head noun: tokens `from` up to `to`, with the noun where it stands beside the name. */
export interface VillageName {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
}

const MAX_WORDS = 3;

/** Villages that nobody listed, named around the head noun of tokens `head` up to `to` with these tags. */
export function villageNames(
  doc: Document,
  head: number,
  to: number,
  tags: number,
  kk: boolean,
): VillageName[] {
  if (kk) {
    const from = tags & Tag.p3 ? nameBefore(doc, head) : head;
    return from < head ? [{ from, to, rule: 'kk/place/village' }] : [];
  }
  const apposed = apposition(doc, head, to);
  if (apposed.length > 0) return apposed;
  const end = nameAfter(doc, to);
  // «аким села Асан Усенов», «жительница посёлка Ивановка Анна Ким»: the last two words are a person.
  const before = sensesAt(doc, head - 1, Starts.post | Starts.thing);
  const held = before.some(({ entry }) => entry.cls === 'post');
  const somebody =
    held || before.some(({ entry }) => entry.cls === 'thing' && isPersonal(entry.data as Thing));
  const given = (namePartsAt(doc, end - 2) & NamePart.given) !== 0 && end - 2 >= to;
  const surname = looksSurname(word(doc, end - 1));
  // «развитие села Асан Усенов»: villages that bear a person's whole name bear it in the genitive.
  const nominative = given && surname && doc.reading.givenNames.has(word(doc, end - 2));
  const named = (held && surname) || (somebody && given) || nominative;
  const last = named ? end - 2 : end;
  return last > to ? [{ from: head, to: last, rule: 'ru/place/village' }] : [];
}

const isPersonal = ({ kind }: Thing): boolean => kind === 'person';

/** Where the name before a Kazakh head noun begins; the head itself where there is none. */
export function nameBefore(doc: Document, head: number): number {
  let from = head;
  while (from > 0 && head - from < MAX_WORDS && namePart(doc, from - 1) && inSentence(doc, from - 1, head)) {
    // «Олардың ауылы», «Тараздағы Тасты ауылы»: an owner or another place.
    if (endingTags(word(doc, from - 1)) === Tag.gen || (from < head && isPlace(doc, from - 1))) break;
    from--;
  }
  // A sentence may open with any word in capitals, «Мұғалім Жаңаталап ауылында», «Туған ауылында»; people's names go on in it.
  if (from === head || !opensSentence(doc, from)) return from;
  const doubtful = head - from > 1 ? !looksSurname(word(doc, head - 1)) : isParticiple(word(doc, from));
  return doubtful ? from + 1 : from;
}

/** Where the name after a Russian head noun ends. */
export function nameAfter(doc: Document, start: number): number {
  let end = start;
  while (end - start < MAX_WORDS && namePart(doc, end) && inSentence(doc, end, start - 1)) {
    if (end > start ? isPlace(doc, end) : isOwner(doc, end)) break;
    end++;
  }
  return end;
}

/**
 * «Коянды – крупное село», «два аула, Талапкер и Жаңаталап», «три села: Аксуат, Узунколь и Кызылжар»: the name stands
 * apart from its head noun.
 */
function apposition(doc: Document, head: number, to: number): VillageName[] {
  const rule = 'ru/place/village-apposition';
  let i = head - 1;
  while (i > head - 4 && doc.tokens[i]?.form?.shape === Shape.lower) i--;
  const dash = mark(doc, i);
  if (dash !== '' && '–—'.includes(dash) && namePart(doc, i - 1)) {
    let from = i - 1;
    while (i - from < MAX_WORDS && namePart(doc, from - 1)) from--;
    return [{ from, to: i, rule }];
  }
  if (!isSign(doc, to, Sign.comma | Sign.colon) || tokenAt(doc, head - 1)?.form?.shape !== Shape.lower)
    return [];
  const names: VillageName[] = [];
  let at = to + 1;
  for (;;) {
    let end = at;
    while (end - at < MAX_WORDS && namePart(doc, end)) end++;
    if (end === at) return [];
    names.push({ from: at, to: end, rule });
    if (isAnd(doc, end) || mark(doc, end) === ',') at = end + 1;
    else break;
    if (!namePart(doc, at)) break;
  }
  return names.length > 1 ? names : [];
}

/** Could a word be part of a village's name? */
const namePart = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return (
    form?.shape === Shape.capital &&
    form.length > 2 &&
    !(doc.classes[i]?.size ?? 0) &&
    !sensesAt(doc, i, Starts.post).some(
      (s) => s.entry.cls === 'post' || s.entry.cls === 'placehead' || s.entry.cls === 'numeral',
    )
  );
};

const inSentence = (doc: Document, i: number, other: number): boolean =>
  doc.sentenceOf[i] === doc.sentenceOf[other];

/**
 * «сёл Карабалыкского и Алтынсаринского районов»: whose villages they are, not how they are called; but «в селе
 * Каргалинское».
 */
const isOwner = (doc: Document, i: number): boolean =>
  placeSenses(doc, i).some(
    (s) => wordOf(s).form === 'full' || (wordOf(s).form === 'adj' && (s.tags & Tag.gen) !== 0),
  );

/** «в посёлке Турксиб Алматы», «Тараздағы Тасты ауылында»: another place, not a part of the name. */
const isPlace = (doc: Document, i: number): boolean =>
  isOwner(doc, i) ||
  placeSenses(doc, i).some((s) => wordOf(s).form === 'bare' && wordOf(s).place.homonym === 'free');
