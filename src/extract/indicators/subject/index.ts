import type { UnitClass } from '../../../core/facts.ts';
import { repairedLetters } from '../../../language/chars.ts';
import * as kazakh from '../../../language/packs/kk/clause.ts';
import { CHANGE, tellsChange } from '../../../language/packs/ru/clause.ts';
import { Tag } from '../../../language/tags.ts';
import { type Document, has } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { LIST_LENGTH } from '../clause.ts';
import { type Draft, type Subject, UNSAID } from '../draft.ts';
import { REACH } from '../unit.ts';
import { kazakhSubject } from './kazakh.ts';
import { withNounAhead } from './kazakh-clause.ts';
import { russianSubject } from './russian.ts';
import { isPart } from './russian-clause.ts';

/**
 * What a number measures, as a phrase that can be read alone: the counted noun or the subject of the clause with what its
 * verb says of it, without figures, times, places and programs, which have slots of their own.
 * Where the clause leaves that open, the figure before it lends its subject.
 */
export function subjectOf(
  doc: Document,
  quantities: readonly Quantity[],
  draft: Draft,
  told: Uint8Array,
): Subject {
  const { q, last, sentence, s, clause, slots } = draft;
  const lender = lenderOf(doc, draft);
  const lent = lender && sentence - lender.sentence <= REACH ? lentOf(lender) : UNSAID;
  const own =
    s.lang === 'ru'
      ? russianSubject(doc, ofUnit(q, slots.unit.value.unitClass), s, told, lent.name)
      : kazakhSubject(
          doc,
          withListNoun(doc, quantities, draft, told),
          s,
          told,
          lent.name,
          slots.unit.value.unitClass,
        );
  const text = tidied(repairedLetters(own.text));
  // «Медиандық мән – 310 мың. Көш басында Атырау (638 мың)»: a new sentence goes on about the whole.
  if (text === '') {
    const peer = lender && sentence - lender.sentence <= REACH ? lentOf(peerOf(doc, lender, q)) : UNSAID;
    return last?.sentence === sentence || peer.whole === '' ? peer : { ...peer, value: peer.whole };
  }
  const name = own.name === '' ? lent.name : repairedLetters(own.name);
  // «ставка кредита», and then «ставка»
  if (own.leans && lent.whole.startsWith(`${text} `)) return lent;
  if (!own.leans || lent.whole === '' || lent.whole === text)
    return { value: text, name, whole: text, way: 'clause', from: clause[0], to: clause[1] };
  return {
    value: `${lent.whole}: ${text}`,
    name,
    whole: lent.whole,
    way: 'lent',
    from: lent.from,
    to: lent.to,
  };
}

/** «Обновят девять постов на 98 млрд. Четыре из них закрыты»: a part goes on about the count, not about its price. */
function lenderOf(doc: Document, { last, q, slots: { unit }, s }: Draft): Draft | undefined {
  const price = s.lang === 'ru' && unit.value.unitClass === 'count' && isPart(doc, s, q);
  let lender = last;
  for (let n = 0; price && n < PEERS && lender && lender.slots.unit.value.unitClass === 'money'; n++)
    lender = lender.last;
  return lender?.slots.unit.value.unitClass === 'count' ? lender : last;
}

/** The figure with the noun that its list tells further on. */
function withListNoun(
  doc: Document,
  quantities: readonly Quantity[],
  { q, at, slots: { unit } }: Draft,
  told: Uint8Array,
): Quantity {
  const listed = unit.way === 'list' && unit.from >= q.to;
  if (!listed && (q.unitClass !== 'money' || q.to > q.group.to)) return q;
  const names = (x: Quantity): boolean =>
    listed ? x.from === unit.from : x.unit === q.unit && x.noun[1] > x.noun[0];
  const last = quantities.slice(at + 1, at + 1 + LIST_LENGTH).find(names);
  return last ? withNounAhead(doc, q, last, told) : q;
}

/** «специалисты» of a figure that tells by how much they grew: «специалисты: рост», `мамандардың өсімі`. */
export function changing({ q, s, measure, slots: { subject, direction } }: Draft): Subject {
  const { value } = subject;
  const by = measure !== 'level' && q.previous === null;
  if (!by || direction.value === null || value === '') return subject;
  if (s.lang === 'ru')
    return tellsChange(value) ? subject : { ...subject, value: `${value}: ${CHANGE[direction.value]}` };
  if (kazakh.tellsChange(value)) return subject;
  const change = kazakh.CHANGE[direction.value];
  const whose = kazakh.genitive(value);
  return { ...subject, value: whose === null ? `${value}: ${change}` : `${whose} ${change}` };
}

/** «Предусмотрено 7,8 млрд»: a figure that leaves its unit unsaid is read as what it turned out to be. */
const ofUnit = (q: Quantity, unitClass: UnitClass): Quantity =>
  q.unit === undefined && unitClass === 'money' ? { ...q, unitClass } : q;

/** The figure before, or for a sum behind shares the last sum nearby. */
function peerOf(doc: Document, last: Draft, { unitClass }: Quantity): Draft {
  if (unitClass !== 'money' || !RATIOS.has(last.q.unitClass) || tellsByHowMuch(doc, last)) return last;
  let peer: Draft | undefined = last;
  for (let n = 0; n < PEERS && peer && peer.q.unitClass !== 'money'; n++) peer = peer.last;
  return peer?.q.unitClass === 'money' && last.sentence - peer.sentence <= REACH ? peer : last;
}
/**
 * «Жалақы екі есе өсіп, 210 мың теңгеге жетті», «выросла на 12 % и достигла 210 тысяч»: a ratio that tells how much it
 * changed.
 */
const tellsByHowMuch = (doc: Document, { q, s }: Draft): boolean =>
  q.unitClass === 'times' ||
  (s.lang === 'kk' ? (q.tags & Tag.dat) !== 0 : has(doc, q.group.from - 1, 'prep.by'));
const RATIOS: ReadonlySet<UnitClass> = new Set(['percent', 'percentage_point', 'times']);
/** Figures between a sum and the last one. */
const PEERS = 3;

/** What the last figure measured, for one whose clause leaves that open. */
const lentOf = ({ q: { from, to }, slots: { subject } }: Draft): Subject =>
  subject.value === ''
    ? UNSAID
    : { value: subject.value, name: subject.name, whole: subject.whole, way: 'lent', from, to };

const MAX_WORDS = 16;
/** A subject as it is told: without marks that are not its own, and long clauses cut behind so many words. */
function tidied(text: string): string {
  let words = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE && words++ === MAX_WORDS) return text.slice(0, i);
    if (code === OPENS || code === CLOSES) return shortened(withoutOpenQuotes(text));
  }
  return text;
}
const SPACE = ' '.charCodeAt(0);
const OPENS = '«'.charCodeAt(0);
const CLOSES = '»'.charCodeAt(0);

/** Without marks that belong to speech around the clause: one that opens and never closes, one that closes and never opened. */
const withoutOpenQuotes = (text: string): string =>
  text
    .replace(/«(?![^«]*»)/gu, '')
    .replace(/(?<!«[^»]*)»/gu, '')
    .replace(/ {2,}/gu, ' ')
    .replace(/ ,/gu, ',')
    .trim();

const shortened = (text: string): string => text.split(' ', MAX_WORDS).join(' ');
