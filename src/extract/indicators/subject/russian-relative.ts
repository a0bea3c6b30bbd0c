import { ClauseWord } from '../../../language/clause.ts';
import {
  type Agreement,
  adjectivePlural,
  BY_WHOM,
  fullParticiple,
  isNeuterPast,
  isReflexive,
  isSingularPast,
  isSingularPresent,
  looksAccusative,
  looksAction,
  looksNeuter,
  type Named,
  OF_WHOM,
  obliquePlural,
  pastParticiple,
  pluralVerb,
  TO_WHOM,
  WHO,
  WHOM,
} from '../../../language/packs/ru/clause.ts';
import { looksParticipial } from '../../../language/packs/ru/shape.ts';
import { type Document, has, isSign, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { Sign } from '../../signs.ts';
import type { Own } from './own.ts';
import {
  figureIn,
  isBeforeFigure,
  isWord,
  type Piece,
  type Pieces,
  Role,
  shapeAt,
  trimmed,
  verbFirst,
} from './russian-clause.ts';
import { isOfTime, says, stretchOf, wordsOf } from './told.ts';

/*
 * A Russian noun with what its clause says of it: «построенные школы», «семьи, которые получили помощь».
 */

/** A noun with what its clause says of it: a participle, or a relative clause. */
export function governed(
  doc: Document,
  q: Quantity,
  named: Named,
  pieces: Pieces,
  verb: Piece | undefined,
  part: boolean,
): Own {
  const { agreement } = named;
  const about = verb ? [] : topicOf(doc, pieces);
  const topic = wordsOf(doc, about);
  if (says(doc, about[0] ?? -1, ClauseWord.vague)) return { text: topic, leans: part, name: named.text };
  const name = topic === '' ? named.text : `${topic}: ${named.text}`;
  const rest = trimmed(
    doc,
    pieces
      .filter((p) => isWord(p) && p !== verb && !(p.role === Role.prep && isBeforeFigure(pieces, p)))
      .map((p) => p.at),
  );
  // «по 30 МРП – это 129 750 тенге»: a pronoun behind a dash takes up the figure itself.
  const leans = part || rest.some((i) => says(doc, i, ClauseWord.pronoun) && !isSign(doc, i - 1, Sign.dash));
  if (!verb || says(doc, verb.at, ClauseWord.exist)) {
    const told = apposed(doc, q);
    if (told !== '') return { text: `${name}, ${told}`, leans, name: named.text };
    const where = topic === '' ? phraseOfPrepositions(doc, rest) : '';
    return { text: where === '' ? name : `${name} ${where}`, leans, name: named.text };
  }
  if (verb.role !== Role.short || isOblique(doc, q, pieces))
    return { text: attached(name, relative(doc, q, named, pieces, verb)), leans, name: named.text };
  return { text: attached(name, participial(doc, agreement, pieces, verb)), leans, name: named.text };
}

/** A short participle as an attribute, its clause behind it: «не обеспечены водой» → «не обеспеченные водой». */
export function participial(doc: Document, agreement: Agreement, pieces: Pieces, verb: Piece): string {
  const words = verbFirst(doc, pieces, verb);
  const at = words.indexOf(verb.at);
  const [not, around] = [wordsOf(doc, words.slice(0, at)), wordsOf(doc, words.slice(at + 1))];
  return `${not} ${fullParticiple(word(doc, verb.at), agreement)} ${around}`.trim();
}

/** A participle alone stands before its noun, with words of its own behind it. */
const attached = (name: string, said: string): string =>
  said.includes(' ') ? `${name}, ${said}` : `${said} ${name}`;

/** The case of a counted noun, or of its numeral («82 тысячам детей»), where the ending tells. */
function caseOf(doc: Document, q: Quantity): ReturnType<typeof obliquePlural> {
  const number = word(doc, q.group.to - 1);
  const own = q.noun[1] > q.noun[0] ? obliquePlural(word(doc, q.noun[1] - 1)) : null;
  return own ?? (q.group.multiplier > 1 ? obliquePlural(number) : null);
}

/** Is what is counted in a case or behind a preposition that keeps it from being what a participle tells of? */
function isOblique(doc: Document, q: Quantity, pieces: Pieces): boolean {
  const last = pieces[figureIn(pieces) - 1];
  const cased = caseOf(doc, q) !== null;
  return (
    q.unitClass === 'count' && (cased || (last !== undefined && says(doc, last.at, ClauseWord.prepRelative)))
  );
}

/** «420 млн тенге, предусмотренных на благоустройство»: a participle with its words behind the comma. */
export function apposed(doc: Document, q: Quantity): string {
  let to = q.to;
  const s = doc.sentences[doc.sentenceOf[q.from] ?? 0];
  while (s && to < s.to && isTailWord(doc, to)) to++;
  if (!s || !isSign(doc, to, Sign.comma) || !looksParticipial(word(doc, to + 1))) return '';
  const [from, end] = stretchOf(doc, s, to + 1, to + 1);
  const words: number[] = [];
  for (let i = from + 1; i < end; i++)
    if (isSign(doc, i, Sign.word) && !isOfTime(doc, i) && !says(doc, i, ClauseWord.aside)) words.push(i);
  return `${adjectivePlural(word(doc, from))} ${wordsOf(doc, trimmed(doc, words))}`.trim();
}
const isTailWord = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.word) && (shapeAt(doc, i) & (Role.noun | Role.adjective)) !== 0;

/** «Молодёжная практика – для 721 выпускника»: what a dash sets before its figure. */
function topicOf(doc: Document, pieces: Pieces): readonly number[] {
  const at = figureIn(pieces);
  const dash = pieces.findLastIndex((p, k) => k < at && p.role === Role.dash);
  const from = pieces.findLastIndex((p, k) => k < dash && p.role === Role.dash) + 1;
  return dash <= from
    ? []
    : trimmed(
        doc,
        pieces
          .slice(from, dash)
          .filter(isWord)
          .map((p) => p.at),
      );
}

/** Only words that begin with a preposition go on a noun without a verb: «дети среди пострадавших». */
const phraseOfPrepositions = (doc: Document, tokens: readonly number[]): string => {
  const from = tokens.findIndex((i) => has(doc, i, 'prep') || says(doc, i, ClauseWord.prepMore));
  return from < 0 ? '' : wordsOf(doc, tokens.slice(from));
};

/**
 * «вернувшиеся», «которые получили помощь», «которым даст работу проект», «лечение которых оплатил фонд»; the verb
 * comes first.
 */
export function relative(doc: Document, q: Quantity, named: Named, pieces: Pieces, verb: Piece): string {
  const last = pieces[figureIn(pieces) - 1];
  const prep = last?.role === Role.prep && says(doc, last.at, ClauseWord.prepRelative) ? last : undefined;
  const action = last?.role === Role.noun && looksAction(word(doc, last.at)) ? last : undefined;
  const kept = pieces.filter((p) => p !== action);
  const lead = prep ?? action;
  const [who, agrees] = relativePronoun(doc, q, named, kept, verb, lead);
  const words = verbFirst(doc, kept, verb);
  const norm = word(doc, verb.at);
  const text = wordsOf(doc, words);
  const raw = doc.tokens[verb.at]?.form?.raw ?? norm;
  if (agrees && named.agreement === 'plural' && words[0] === verb.at) {
    const participle = pastParticiple(norm);
    if (participle !== null) return text.replace(raw, participle);
  }
  const spoken = agrees && named.agreement.endsWith('lural') ? text.replace(raw, pluralVerb(norm)) : text;
  return `${lead ? `${wordsOf(doc, [lead.at])} ` : ''}${who} ${spoken}`;
}

/** The pronoun in the case that the verb asks of the counted noun, and whether the noun is the verb's subject. */
function relativePronoun(
  doc: Document,
  q: Quantity,
  named: Named,
  pieces: Pieces,
  verb: Piece,
  lead: Piece | undefined,
): [string, boolean] {
  const norm = word(doc, verb.at);
  const nouns = pieces.filter((p, k) => p.role === Role.noun && pieces[k - 1]?.role !== Role.prep);
  const neuter = nouns.some((p) => p.at < verb.at && looksNeuter(word(doc, p.at)));
  const singular = isSingularPast(norm) || isSingularPresent(norm);
  const infinitive = pieces[pieces.indexOf(verb) + 1]?.role === Role.infinitive;
  if (says(doc, verb.at, ClauseWord.impersonal) || (infinitive && isReflexive(norm)))
    return [WHO[named.agreement] ?? '', false];
  const plural = isReflexive(norm) && !singular;
  const agrees = isNeuterPast(norm) ? !neuter : plural || (singular && nouns.length === 0);
  if (lead || says(doc, verb.at, ClauseWord.lack)) return [OF_WHOM, false];
  const oblique = caseOf(doc, q);
  if (oblique === 'dative') return [TO_WHOM, false];
  if (oblique === 'instrumental') return [BY_WHOM, false];
  const living = ['person', 'child', 'animal'].includes(q.thing?.kind ?? '');
  // «Акцию поддержали 32 предпринимателя»: what looks like an accusative is the object.
  const acted = says(doc, verb.at, ClauseWord.actsOn) && !nouns.some((p) => looksAccusative(word(doc, p.at)));
  const object = living && !agrees && ((nouns.length > 0 && singular) || acted);
  if (!agrees && named.agreement === 'feminine') return [WHOM, false];
  return object ? [OF_WHOM, false] : [WHO[named.agreement] ?? '', agrees];
}
