import { isRoman } from '../language/chars.ts';
import { NamePart } from '../language/name-words.ts';
import { isPlainSurname } from '../language/names.ts';
import { cover } from './cover.ts';
import { type Document, has, isSign, langAt, mark, opening, Starts, word } from './document.ts';
import { Annotations } from './pattern/match.ts';
import { namePartsAt, namesAt, namesakeEnd } from './people/names.ts';
import type { Quote } from './quotes.ts';
import type { RegionMention } from './regions.ts';
import { Sign } from './signs.ts';

/**
 * Puts what the lower layers found where patterns can see it: `<QUOTE>`, `<REGION>`, `<NAME>`, `<SURNAME>`,
 * `<NAMESAKE>`, `<DIGITS>`, `<HASHTAG>`, `<LATIN>`.
 */
export function annotate(
  doc: Document,
  quotes: readonly Quote[],
  regions: readonly RegionMention[],
): Annotations {
  const out = new Annotations(doc);
  const taken = new Uint8Array(doc.tokens.length);
  for (const q of quotes)
    if (q.kind === 'name') out.add({ ann: 'QUOTE', kind: 'name', from: q.open, to: q.close + 1, data: q });
  for (const r of regions) {
    out.add({ ann: 'REGION', kind: r.level, from: r.from, to: r.to, data: r });
    cover(taken, r.from, r.to);
  }
  const isTaken = (i: number): boolean => taken[i] === 1;
  for (const i of opening(doc, Starts.namesake))
    if (langAt(doc, i) === 'ru' && has(doc, i, 'named')) {
      const to = namesakeEnd(doc, i + 1);
      out.add({ ann: 'NAMESAKE', kind: '', from: i, to, data: null });
      cover(taken, i + 1, to);
    }
  for (const i of doc.figures) {
    if (!isSign(doc, i, Sign.number)) continue;
    out.add({ ann: 'DIGITS', kind: '', from: i, to: i + 1, data: null });
    if (mark(doc, i - 1) === '№')
      out.add({ ann: 'DIGITS', kind: 'numbered', from: i - 1, to: i + 1, data: null });
  }
  for (const i of doc.marks)
    if (isSign(doc, i, Sign.hash) && doc.tokens[i + 1]?.form && !doc.tokens[i + 1]?.spaced)
      out.add({ ann: 'HASHTAG', kind: '', from: i, to: i + 2, data: null });
  for (const i of doc.latin)
    if (!isRoman(doc.tokens[i]?.form?.raw ?? ''))
      out.add({ ann: 'LATIN', kind: '', from: i, to: i + 1, data: null });
  for (const i of doc.capitals) {
    if (!isSign(doc, i, Sign.capital) || langAt(doc, i) == null) continue;
    for (const n of namesAt(doc, i, isTaken))
      if (n.full) out.add({ ann: 'NAME', kind: 'full', from: n.from, to: n.to, data: n });
      else if (isSurname(doc, i)) out.add({ ann: 'SURNAME', kind: '', from: n.from, to: n.to, data: n });
  }
  return out;
}

/** Is a word the surname of a man in the nominative, or in Kazakh anybody's? In Russian other cases may be towns' («Киева»). */
const isSurname = (doc: Document, i: number): boolean =>
  (namePartsAt(doc, i) & NamePart.surname) !== 0 && (langAt(doc, i) === 'kk' || isPlainSurname(word(doc, i)));
