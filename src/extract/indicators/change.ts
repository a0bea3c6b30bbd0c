import type { ReadLang } from '../../core/article.ts';
import { Tag } from '../../language/tags.ts';
import { type Document, has, type Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { after, before } from './clause.ts';
import { type Filled, filled } from './origin.ts';

type Direction = 'up' | 'down';

interface Change {
  readonly direction: Filled<Direction | null>;
  /** By how much it changed, not what it is now. */
  readonly by: boolean;
  /** A verb of change or level governs a bound: «вырос до 541 млрд», «10 мыңға дейін азайды». */
  readonly reached: boolean;
}

/** Direction and kind of change from the verb of the clause (LANGUAGE §5.5). */
export function changeOf(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): Change {
  const verb = nearestVerb(doc, q, s, lang);
  const byVerb = verb ?? filled(null, 'none');
  const level = lang === 'ru' ? before(doc, q, s, 'level', 6) : after(doc, q, s, 'level', 5);
  const reached = q.until && (verb !== null || level);
  if (q.sign) return { direction: filled(q.sign, 'figure', q.from, q.from + 1), by: true, reached: false };
  const compared = comparison(doc, q, lang);
  if (compared) return { direction: compared, by: true, reached: false };
  const byAmount = lang === 'ru' ? before(doc, q, s, 'prep.by', 2) : (q.tags & Tag.dat) !== 0 && !q.until;
  if (q.previous !== null) return { direction: verb ?? lessOrMore(doc, q, s), by: false, reached };
  if (q.unitClass === 'times') {
    const less = has(doc, q.to, 'least');
    const direction = less ? filled('down' as const, 'comparative', q.to, q.to + 1) : verb;
    return { direction: direction ?? filled('up', 'times', q.from, q.to), by: true, reached: false };
  }
  if (verb && byAmount && (q.unitClass !== 'count' || lang === 'ru') && !level)
    return { direction: verb, by: true, reached };
  // «прибавили 9,9 %», «рост 5 %»
  const beside = lang === 'ru' && q.unitClass === 'percent' ? scan(doc, q.from - 1, s.from, -1, 0) : null;
  if (beside) return { direction: beside, by: true, reached: false };
  if (q.unitClass === 'percentage_point') return { direction: byVerb, by: true, reached };
  if (verb && reached) return { direction: verb, by: false, reached };
  return { direction: filled(null, 'none'), by: false, reached };
}

/** «на 6,5 % меньше», «ниже на 15 процентов», «12 пайызға көп»: a comparative instead of a verb. */
function comparison(doc: Document, q: Quantity, lang: ReadLang): Filled<Direction> | null {
  const by = lang === 'ru' ? has(doc, q.group.from - 1, 'prep.by') : (q.tags & Tag.dat) !== 0;
  if (!by || q.until) return null;
  for (const i of lang === 'ru' ? [q.to, q.group.from - 2] : [q.to]) {
    if (has(doc, i, 'most')) return filled('up', 'comparative', i, i + 1);
    if (has(doc, i, 'least')) return filled('down', 'comparative', i, i + 1);
  }
  return null;
}

/** «Жалоб стало меньше: 612 вместо 918» */
function lessOrMore(doc: Document, q: Quantity, s: Sentence): Filled<Direction | null> {
  for (let i = q.from - 1, n = 0; i >= s.from && n < 8; i--, n++) {
    if (has(doc, i, 'least')) return filled('down', 'comparative', i, i + 1);
    if (has(doc, i, 'most')) return filled('up', 'comparative', i, i + 1);
  }
  return filled(null, 'none');
}

/** Russian verbs stand before their figure, Kazakh ones behind it; the other side is looked at next. */
function nearestVerb(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): Filled<Direction> | null {
  const left = scan(doc, q.from - 1, s.from, -1, lang === 'ru' && isElliptic(doc, q) ? ELLIPSIS : 8);
  const right = scan(doc, q.to, s.to - 1, 1, 4);
  return lang === 'ru' ? (left ?? right) : (scan(doc, q.to, s.to - 1, 1, 6) ?? null);
}

/** «выросли на 8 %, масла – на 6, сахар – на 5»: the verb is that of the first clause. */
const isElliptic = (doc: Document, q: Quantity): boolean =>
  ['prep.by', 'prep.in'].some((c) => has(doc, q.group.from - 1, c)) &&
  '–—'.includes(doc.tokens[q.group.from - 2]?.mark || ' ');
const ELLIPSIS = 40;

/** The first verb of change from a token on, at most `max` tokens away and not past a semicolon. */
export function scan(
  doc: Document,
  from: number,
  end: number,
  step: 1 | -1,
  max: number,
): Filled<Direction> | null {
  for (let i = from, n = 0; step > 0 ? i <= end : i >= end; i += step, n++) {
    if (n > max || doc.tokens[i]?.mark === ';') return null;
    if (has(doc, i, 'up')) return filled('up', 'verb', i, i + 1);
    if (has(doc, i, 'down')) return filled('down', 'verb', i, i + 1);
  }
  return null;
}
