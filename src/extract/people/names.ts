import { NamePart } from '../../language/name-words.ts';
import { isPatronymic } from '../../language/names.ts';
import { looksAdjectival } from '../../language/packs/ru/shape.ts';
import {
  type Document,
  has,
  isSign,
  langAt,
  mark,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from '../document.ts';
import { Sign } from '../signs.ts';

/** A run of tokens that can be a person's name: words and initials in order. */
export interface NameCandidate {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly string[];
  /** Two full words or initials with a surname; a surname alone needs a full mention elsewhere. */
  readonly full: boolean;
}

/** What is no part of a name, though it may stand in capitals. */
const NO_NAMES =
  Starts.post |
  Starts.orghead |
  Starts.body |
  Starts.trigger |
  Starts.placehead |
  Starts.postmod |
  Starts.month;

/** Can this token be part of a name, whatever else it is? `taken` marks tokens of places and organisations. */
export function partAt(doc: Document, i: number, taken: (token: number) => boolean): boolean {
  if (!capitalAt(doc, i) || isSign(doc, i, Sign.latin | Sign.letter) || taken(i)) return false;
  // Most words are nothing else.
  if (!startsAt(doc, i, NO_NAMES | Starts.closed)) return true;
  // «Сағат Ерманов» is no hour, «Кеңес Бекетов» no council; the first word of a sentence may be either.
  const named =
    isGivenAt(doc, i) && endsName(doc, i + 1) && doc.sentences[doc.sentenceOf[i] ?? 0]?.from !== i;
  // Өскенбаев begins as a word of growing does.
  if (
    !named &&
    startsAt(doc, i, Starts.closed) &&
    !(namePartsAt(doc, i) & (NamePart.surname | NamePart.patronymic))
  )
    return false;
  // «Роман Скляр» is no novel, «Азамат Бекет» and «А. Бекет» no station: a name that is also a word stands beside another name.
  const beside =
    (isGivenAt(doc, i) && capitalAt(doc, i + 1)) ||
    isGivenAt(doc, i - 1) ||
    (mark(doc, i - 1) === '.' && initialAt(doc, i - 2));
  const no = named
    ? NO_NAMES & ~(Starts.trigger | Starts.orghead)
    : beside
      ? NO_NAMES & ~Starts.trigger
      : NO_NAMES;
  for (const s of sensesAt(doc, i, no)) if (s.bit & no) return false;
  return true;
}

/** A given name with its capital. */
const isGivenAt = (doc: Document, i: number): boolean =>
  capitalAt(doc, i) && (namePartsAt(doc, i) & NamePart.given) !== 0;

/** What part of a name the word of a token can be, as bits of `NamePart`. */
export const namePartsAt = (doc: Document, i: number): number => {
  const type = tokenAt(doc, i)?.form?.type;
  const lang = type && langAt(doc, i);
  return lang ? doc.reading.names.partsOf(type, lang) : 0;
};

const capitalAt = (doc: Document, i: number): boolean => i >= 0 && isSign(doc, i, Sign.capital);

/** Does a word with a capital end as surnames or patronymics do? */
export const endsName = (doc: Document, i: number): boolean =>
  capitalAt(doc, i) && (namePartsAt(doc, i) & ENDS) !== 0;
const ENDS = NamePart.surname | NamePart.endsAsName | NamePart.patronymic;

const initialAt = (doc: Document, i: number): boolean => {
  return (
    capitalAt(doc, i) &&
    isSign(doc, i, Sign.letter) &&
    doc.tokens[i]?.form?.raw.length === 1 &&
    doc.tokens[i + 1]?.mark === '.' &&
    !doc.tokens[i + 1]?.spaced
  );
};

/** Bits that make a word more likely a part of a name than of anything else. */
const NAMELY = NamePart.given | NamePart.surname | NamePart.endsAsName | NamePart.patronymic;

/** «Марин Ле Пен», «Ким Чен Ын»: a short word inside a name. */
const isParticle = (doc: Document, i: number): boolean =>
  (doc.tokens[i]?.form?.length ?? 0) <= LONGEST_PARTICLE && !(namePartsAt(doc, i) & NAMELY);
const LONGEST_PARTICLE = 3;

/**
 * «глава Роскосмоса Анатолий Перминов», «Новой Зеландии Майкл»: a word that is no name stands before one, or is an
 * adjective.
 */
function opensComplement(doc: Document, i: number, words: number): boolean {
  if (namePartsAt(doc, i) & NAMELY) return false;
  const next = namePartsAt(doc, i + 1) & NAMELY;
  if (next & NamePart.given) return words > 2;
  return next === 0 && langAt(doc, i) === 'ru' && looksAdjectival(word(doc, i));
}

/** Where the name behind «имени» ends: initials and a surname, a given name and a surname, or one word. */
export function namesakeEnd(doc: Document, i: number): number {
  let k = i;
  while (initialAt(doc, k)) k += 2;
  const two =
    k === i && namePartsAt(doc, k) & NamePart.given && namePartsAt(doc, k + 1) & NAMELY & ~NamePart.given;
  return k + (two ? 2 : 1);
}

/** Names that may begin at a token, the likeliest first. */
export function namesAt(
  doc: Document,
  i: number,
  taken: (token: number) => boolean,
): readonly NameCandidate[] {
  const initials = initialAt(doc, i);
  if (!initials && !partAt(doc, i, taken)) return NOBODY;
  // «университета имени Шакарима»: the name belongs to the body.
  if (langAt(doc, i) === 'ru' && has(doc, i - 1, 'named')) return NOBODY;
  // «Л.Н. Гумилёв» begins at its first letter.
  if (tokenAt(doc, i - 1)?.mark === '.' && initialAt(doc, i - 2)) return NOBODY;
  // «… Марата К. Защита …»: the letter is of the name before.
  if (initials && isGivenOnly(doc, i - 1) && !(namePartsAt(doc, i + 2) & NAMELY)) return NOBODY;
  const end = doc.sentences[doc.sentenceOf[i] ?? 0]?.to ?? doc.tokens.length;
  if (initials) return withInitials(doc, i, end, taken);
  // Behind its first word a name goes on for two more at most.
  let k = i + 1;
  while (k < i + LONGEST && k < end && partAt(doc, k, taken)) k++;
  const words = k - i;
  // «Токаев К. К.», «Закиева Д.»: initials behind the surname.
  if (words === 1 && initialAt(doc, k)) {
    const letters: string[] = [];
    while (letters.length < 2 && initialAt(doc, k)) {
      letters.push(`${rawAt(doc, k)}.`);
      k += 2;
    }
    if (letters.length === 1 && isGivenOnly(doc, i)) return NOBODY;
    return [{ from: i, to: k, parts: [...letters, rawAt(doc, i)], full: true }];
  }
  if (words === 1) return [candidate(doc, i, 1)];
  const out: NameCandidate[] = [];
  const three =
    words === 3 &&
    (isPatronymic(word(doc, i + 1)) || isPatronymic(word(doc, i + 2)) || isParticle(doc, i + 1));
  if (three) out.push(candidate(doc, i, 3));
  if (!opensComplement(doc, i, words)) out.push(candidate(doc, i, 2));
  out.push(candidate(doc, i, 1));
  return out;
}
/** «Марат К.»: a given name whose surname is withheld is of nobody whom the record may name. */
const isGivenOnly = (doc: Document, i: number): boolean => {
  const parts = namePartsAt(doc, i);
  return (parts & NamePart.given) !== 0 && (parts & NamePart.surname) === 0;
};
const NOBODY: readonly NameCandidate[] = [];
/** Words of a name at the most. */
const LONGEST = 3;

const rawAt = (doc: Document, i: number): string => doc.tokens[i]?.form?.raw ?? '';

function candidate(doc: Document, from: number, words: number): NameCandidate {
  const parts = [rawAt(doc, from)];
  for (let k = from + 1; k < from + words; k++) parts.push(rawAt(doc, k));
  return { from, to: from + words, parts, full: words > 1 };
}

/** «Қ. К. Тоқаев»: one or two initials before a surname. */
function withInitials(
  doc: Document,
  i: number,
  end: number,
  taken: (token: number) => boolean,
): readonly NameCandidate[] {
  const parts: string[] = [];
  let k = i;
  while (parts.length < 2 && k < end && initialAt(doc, k)) {
    parts.push(`${rawAt(doc, k)}.`);
    k += 2;
  }
  if (k >= end || !partAt(doc, k, taken)) return NOBODY;
  return [{ from: i, to: k + 1, parts: [...parts, rawAt(doc, k)], full: true }];
}
