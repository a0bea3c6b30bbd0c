import type { Thing } from '../../catalog/things.ts';
import type { Sense } from '../../language/lexicon.ts';
import { Tag } from '../../language/tags.ts';
import {
  anyStarts,
  type Document,
  has,
  isSign,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
} from '../document.ts';
import { type Quantity, unitName } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge } from './clause.ts';
import { type Filled, filled } from './origin.ts';

/** Tokens before a figure within which «әр мектепке» or «ежемесячно» may stand. */
const REACH = 5;

/**
 * What a figure is told per: `each`, a counted thing or measure in English, or a stretch of time; null when it is a total.
 * «по 90 тысяч тенге каждому», «12 млн тенге каждой школе», «әр мектепке 12 млн теңгеден», «210 кг на голову»,
 * «5 500 тенге в месяц», «айына 40 мың теңге». Bases that are figures themselves («на 1000 жителей») are read elsewhere.
 */
export function perOf(doc: Document, q: Quantity, s: Sentence): Filled<string | null> {
  const hinted = anyStarts(doc, Math.max(s.from, q.from - REACH), q.to + 1, Starts.per);
  const found = s.lang === 'kk' ? hinted && kazakh(doc, q, s) : russian(doc, q, s, hinted);
  return found || (hinted && often(doc, q, s)) || TOTAL;
}
const TOTAL: Filled<null> = filled(null, 'none');

type Per = Filled<string> | null;
const at = (name: string, i: number): Per => filled(name, 'clause', i, i + 1);

function russian(doc: Document, q: Quantity, s: Sentence, hinted: boolean): Per {
  const by = has(doc, q.from - 1, 'prep.each') || has(doc, q.group.from - 1, 'prep.each');
  if (by) {
    const after = [q.to, q.to + 1].find((i) => i < s.to && has(doc, i, 'each'));
    const each = after ?? eachBefore(doc, q, s);
    if (each !== undefined) return at(unitAt(doc, each + 1)?.name ?? 'each', each);
  }
  const unit = startsAt(doc, q.to, Starts.closed) ? unitAt(doc, q.to + 1, Tag.sg) : undefined;
  if (unit && !goesOn(doc, unit.sense.to)) {
    const { thing } = unit;
    const told = filled(unit.name, 'clause', q.to, unit.sense.to);
    const time = thing.kind === 'duration';
    if (has(doc, q.to, 'prep.in')) return time ? told : null;
    if (has(doc, q.to, 'prep.per')) return q.unitClass === 'money' && !time ? told : null;
    if (has(doc, q.to, 'prep.by'))
      return q.unitClass !== 'count' && HEADS.has(thing.kind ?? '') ? told : null;
    if (has(doc, q.to, 'prep.from')) return thing.kind === 'area' ? told : null;
  }
  if (has(doc, q.to + 1, 'per.head') && has(doc, q.to, 'prep.by')) return at('person', q.to + 1);
  if (!hinted) return null;
  for (let i = q.from - 1; i >= Math.max(s.from, q.from - REACH) && !isClauseEdge(doc, i); i--)
    if (has(doc, i, 'per.head')) return at('person', i);
  return null;
}
/** What «на» shares out among: «210 кг на голову»; «на школу» may be its purpose. */
const HEADS: ReadonlySet<string> = new Set(['person', 'child', 'animal', 'area']);

function kazakh(doc: Document, q: Quantity, s: Sentence): Per {
  // `гектарына 18 центнер`, `гектарына 22 және 24 центнер`; what comes behind the yield is a harvest.
  let beside = q.from - 1;
  while (isSign(doc, beside, Sign.number) || has(doc, beside, 'and')) beside--;
  if ((q.unitClass === 'measure' || q.unit === undefined) && has(doc, beside, 'per.hectare'))
    return at('hectare', beside);
  const from = Math.max(s.from, q.from - REACH);
  for (let i = q.from - 1; i >= from && !isClauseEdge(doc, i); i--) {
    if (!startsAt(doc, i, Starts.per)) continue;
    if (has(doc, i, 'each.all')) return at('each', i);
    if (has(doc, i, 'per.head')) return at('person', i);
    const one = has(doc, i, 'each') || (has(doc, i, 'per.one') && (q.tags & Tag.abl) !== 0);
    const unit = one ? unitAt(doc, i + 1) : undefined;
    if (unit && unit.sense.to <= q.from && unit.sense.tags & (Tag.dat | Tag.abl))
      return filled(unit.name, 'clause', i, unit.sense.to);
  }
  return null;
}

/** «ежемесячно», «жыл сайын», «күніне»: how often, beside the figure. */
function often(doc: Document, q: Quantity, s: Sentence): Per {
  const from = Math.max(s.from, q.from - REACH);
  for (let i = q.from - 1; i >= from && !isClauseEdge(doc, i); i--) {
    if (!startsAt(doc, i, Starts.per)) continue;
    const time = timeAt(doc, i);
    if (time) return at(time, i);
    const turn = has(doc, i, 'each.time') ? unitAt(doc, i - 1) : undefined;
    if (turn) return filled(turn.name, 'clause', i - 1, i + 1);
  }
  const behind = timeAt(doc, q.to);
  return behind ? at(behind, q.to) : null;
}

/** How often the word of a token says. */
function timeAt(doc: Document, i: number): string | undefined {
  for (const [time, cls] of TIMES) if (has(doc, i, cls)) return time;
  return undefined;
}
const TIMES = [
  ['hour', 'per.hour'],
  ['day', 'per.day'],
  ['week', 'per.week'],
  ['month', 'per.month'],
  ['year', 'per.year'],
] as const;

function eachBefore(doc: Document, q: Quantity, s: Sentence): number | undefined {
  for (let i = q.from - 1; i >= Math.max(s.from, q.from - REACH) && !isClauseEdge(doc, i); i--)
    if (has(doc, i, 'each')) return i;
  return undefined;
}

/** «в день города» is a holiday: a noun behind the unit makes a phrase of it. */
const goesOn = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.word) && sensesAt(doc, i).length > 0 && !has(doc, i, 'prep') && !has(doc, i, 'and');

function unitAt(
  doc: Document,
  i: number,
  tags = 0,
): { readonly name: string; readonly thing: Thing; readonly sense: Sense } | undefined {
  const sense = sensesAt(doc, i, Starts.thing).find(
    (x) => x.entry.cls === 'thing' && (!tags || x.tags & tags),
  );
  if (!sense) return undefined;
  const thing = sense.entry.data as Thing;
  return { name: unitName(thing), thing, sense };
}
