import type { ReadLang } from '../core/article.ts';
import type { BilingualName, IndicatorFact, Period, Slot, Status, UnitClass } from '../core/facts.ts';
import { Tag } from '../language/tags.ts';
import { Kind } from '../language/tokens.ts';
import type { PeriodMention } from './dates.ts';
import type { Document, Sentence } from './document.ts';
import type { Quantity } from './numbers/index.ts';
import type { Program } from './programs.ts';
import type { RegionMention } from './regions.ts';
import { subjectOf } from './subjects.ts';

/** What the layers below found, for attribution. */
export interface Findings {
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
  readonly regions: readonly RegionMention[];
  readonly programs: readonly Program[];
}

const has = (doc: Document, i: number, cls: string): boolean => doc.classes[i]?.has(cls) ?? false;

/** Makes facts of quantities: what each measures, when, where, for which program, and what the text left unsaid. */
export function makeIndicators(doc: Document, f: Findings): IndicatorFact[] {
  const out: IndicatorFact[] = [];
  const said = new Said();
  for (const q of f.quantities) {
    const sentence = doc.sentenceOf[q.group.from] ?? 0;
    const s = doc.sentences[sentence];
    if (!s?.lang || s.section !== 'body') continue;
    const inferred: Slot[] = [];
    let { unit, unitClass } = q;
    if (unit === undefined) {
      inferred.push('unit');
      const lent = said.unitFor(doc, q, sentence);
      unit = lent?.unit ?? 'item';
      unitClass = lent?.unitClass ?? 'count';
    }
    const own = subjectOf(doc, q, s);
    if (own === '') inferred.push('subject');
    const subject = own || said.subjectNear(sentence);
    const change = changeOf(doc, q, s, s.lang);
    const period = periodOf(doc, q, s, f.periods, inferred);
    const region = regionOf(doc, q, s, f.regions, inferred);
    const program = programOf(doc, q, s, f.programs, inferred);
    const start = doc.tokens[q.from]?.start ?? 0;
    const end = doc.tokens[q.to - 1]?.end ?? start;
    out.push({
      id: `${doc.article.id}#${start}-${end}`,
      quote: doc.text.slice(start, end),
      start,
      end,
      measure: unitClass === 'times' ? 'ratio' : change.by ? 'change' : 'level',
      value: q.value,
      high: q.high,
      previous: q.previous,
      order: q.order,
      comparator: q.comparator === '=' && q.until && !change.reached ? '<=' : q.comparator,
      hedge: q.hedge,
      per: null,
      unit,
      unitClass,
      subject,
      concept: null,
      direction: change.direction,
      status: statusOf(doc, q, s),
      period,
      region,
      program,
      source: null,
      inferred,
      rule: `${s.lang}/indicator/${shapeOf(q, unitClass)}`,
      confidence: Math.max(
        0.3,
        Math.round((0.95 - 0.1 * inferred.length - (unit === 'item' ? 0.1 : 0)) * 100) / 100,
      ),
    });
    said.push({ unit, unitClass, subject, sentence });
  }
  return out;
}

interface Measured {
  readonly unit: string;
  readonly unitClass: UnitClass;
  readonly subject: string;
  readonly sentence: number;
}

const RATIOS: ReadonlySet<UnitClass> = new Set(['percent', 'percentage_point', 'times']);
/** A figure lends its unit and subject this many sentences on. */
const REACH = 2;

/** What was measured so far, for figures that leave their unit or subject unsaid: «… 7 654; … 7 478». */
class Said {
  #list: Measured[] = [];

  push(m: Measured): void {
    this.#list.push(m);
  }

  /** The last counted or paid thing nearby; a share is lent only to a decimal that follows a share at once («44,5 % …, 44,1»). */
  unitFor(doc: Document, q: Quantity, sentence: number): Measured | undefined {
    const near = this.#list.slice(-20).filter((m) => sentence - m.sentence <= REACH);
    const last = near.at(-1);
    const decimal = (doc.tokens[q.group.from]?.decimals ?? 0) > 0 && q.group.multiplier === 1;
    if (last?.unitClass === 'percent' && last.sentence === sentence && decimal) return last;
    return near.findLast((m) => !RATIOS.has(m.unitClass));
  }

  subjectNear(sentence: number): string {
    const last = this.#list.at(-1);
    return last && sentence - last.sentence <= REACH ? last.subject : '';
  }
}

function shapeOf(q: Quantity, cls: UnitClass): string {
  if (q.previous !== null) return 'from-to';
  if (q.high !== null) return 'range';
  if (q.order !== null) return 'order';
  return cls === 'percentage_point' ? 'points' : cls;
}

interface Change {
  readonly direction: 'up' | 'down' | null;
  /** By how much it changed, not what it is now. */
  readonly by: boolean;
  /** A verb of change or level governs a bound: «вырос до 541 млрд», «10 мыңға дейін азайды». */
  readonly reached: boolean;
}

/** Direction and kind of change from the verb of the clause (LANGUAGE §5.5). */
function changeOf(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): Change {
  const verb = nearestVerb(doc, q, s, lang);
  const level = lang === 'ru' ? before(doc, q, s, 'level', 6) : after(doc, q, s, 'level', 5);
  const reached = q.until && (verb !== null || level);
  if (q.sign) return { direction: q.sign, by: true, reached: false };
  const byAmount = lang === 'ru' ? before(doc, q, s, 'prep.by', 2) : (q.tags & Tag.dat) !== 0 && !q.until;
  if (q.previous !== null) return { direction: verb, by: false, reached };
  if (q.unitClass === 'times') return { direction: verb ?? 'up', by: true, reached: false };
  if (verb && byAmount && (q.unitClass !== 'count' || lang === 'ru') && !level)
    return { direction: verb, by: true, reached };
  if (q.unitClass === 'percentage_point') return { direction: verb, by: true, reached };
  if (verb && reached) return { direction: verb, by: false, reached };
  return { direction: null, by: false, reached };
}

/** Russian verbs stand before their figure, Kazakh ones behind it; the other side is looked at next. */
function nearestVerb(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): 'up' | 'down' | null {
  const left = scan(doc, q.from - 1, s.from, -1, 8);
  const right = scan(doc, q.to, s.to - 1, 1, 4);
  return lang === 'ru' ? (left ?? right) : (scan(doc, q.to, s.to - 1, 1, 6) ?? null);
}

function scan(doc: Document, from: number, end: number, step: 1 | -1, max: number): 'up' | 'down' | null {
  for (let i = from, n = 0; step > 0 ? i <= end : i >= end; i += step, n++) {
    if (n > max || doc.tokens[i]?.mark === ';') return null;
    if (has(doc, i, 'up')) return 'up';
    if (has(doc, i, 'down')) return 'down';
  }
  return null;
}

const before = (doc: Document, q: Quantity, s: Sentence, cls: string, max: number): boolean => {
  for (let i = q.group.from - 1, n = 0; i >= s.from && n < max; i--, n++) if (has(doc, i, cls)) return true;
  return false;
};
const after = (doc: Document, q: Quantity, s: Sentence, cls: string, max: number): boolean => {
  for (let i = q.to, n = 0; i < s.to && n < max; i++, n++) if (has(doc, i, cls)) return true;
  return false;
};

function statusOf(doc: Document, q: Quantity, s: Sentence): Status {
  const [from, to] = clauseOf(doc, q, s);
  for (let i = from; i < to; i++) if (has(doc, i, 'forecast')) return 'forecast';
  for (let i = from; i < to; i++) if (has(doc, i, 'planned')) return 'planned';
  return 'actual';
}

/** The clause of a quantity: between commas that are followed by more than a word, semicolons and brackets. */
export function clauseOf(doc: Document, q: Quantity, s: Sentence): [number, number] {
  let from = q.from;
  while (from > s.from && !isClauseEdge(doc, from - 1)) from--;
  let to = q.to;
  while (to < s.to && !isClauseEdge(doc, to)) to++;
  return [from, to];
}

const isClauseEdge = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i];
  return t?.kind === Kind.newline || (t?.kind === Kind.punct && ',;().!?:'.includes(t.mark));
};

/** The period said nearest before the number in its sentence, then after it; else the year of publication, marked inferred. */
function periodOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  periods: readonly PeriodMention[],
  inferred: Slot[],
): Period | null {
  const inside = periods.filter(
    (p) => p.from >= s.from && p.to <= s.to && !(p.from >= q.from && p.to <= q.to),
  );
  const [clauseFrom, clauseTo] = clauseOf(doc, q, s);
  const named = inside.filter((p) => !p.relative);
  const clause = named.filter((p) => p.from >= clauseFrom && p.to <= clauseTo);
  const left = named.filter((p) => p.to <= q.from);
  const best = nearest(clause, q) ?? left.at(-1) ?? named[0] ?? inside[0];
  if (best) return best.period;
  const paragraph = periods.filter(
    (p) =>
      !p.relative && doc.sentences[doc.sentenceOf[p.from] ?? 0]?.paragraph === s.paragraph && p.to <= q.from,
  );
  const carried = paragraph.at(-1);
  if (carried?.period.to) {
    inferred.push('period');
    return carried.period;
  }
  const published = doc.article.published;
  if (!published) return null;
  inferred.push('period');
  const year = published.slice(0, 4);
  return { from: year, to: year, text: '' };
}

function nearest<T extends { from: number; to: number }>(list: readonly T[], q: Quantity): T | undefined {
  let best: T | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const x of list) {
    const d = x.to <= q.from ? q.from - x.to : (x.from - q.to) * 1.5;
    if (d < bestDistance) {
      best = x;
      bestDistance = d;
    }
  }
  return best;
}

type Region = IndicatorFact['region'];
const asRegion = (r: RegionMention): Region => ({ id: r.id, name: r.name });

/** The place said in the clause, then in the sentence, then carried over from the article (LANGUAGE §5.5, Attribution). */
function regionOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  regions: readonly RegionMention[],
  inferred: Slot[],
): Region {
  const own = regions.filter((r) => r.from >= s.from && r.to <= s.to);
  const [from, to] = clauseOf(doc, q, s);
  const inClause = own.filter((r) => r.from >= from && r.to <= to);
  const left = own.filter((r) => r.to <= q.from);
  const best = nearest(inClause, q) ?? left.at(-1) ?? own[0];
  if (best) return asRegion(best);
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'country')) return null;
  inferred.push('region');
  const earlier = regions.filter((r) => r.to <= s.from && r.level !== 'country' && !isDateline(doc, r));
  const anaphor = anaphorIn(doc, s);
  if (anaphor) {
    const last = earlier.at(-1);
    if (last) return asRegion(last);
  }
  const main = mainRegion(doc, regions);
  return main ? asRegion(main) : null;
}

const anaphorIn = (doc: Document, s: Sentence): boolean => {
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'anaphor.region')) return true;
  return false;
};

const isDateline = (doc: Document, r: RegionMention): boolean => {
  const start = doc.tokens[r.from]?.start ?? 0;
  return doc.sections.some((x) => x.kind === 'dateline' && start >= x.start && start < x.end);
};

/** The one region an article is about: the only one it names, or the oblast that all the others lie in. */
function mainRegion(doc: Document, regions: readonly RegionMention[]): RegionMention | null {
  const named = regions.filter((r) => r.level !== 'country' && !isDateline(doc, r));
  const first = named[0];
  if (!first || regions.some((r) => r.level === 'country')) return null;
  const top = (r: RegionMention): string => r.id.split('/')[0] ?? r.id;
  const tops = new Set(named.filter((r) => r.id !== `KZ/${r.id.slice(3)}`).map(top));
  return tops.size === 1 ? first : null;
}

/** The program said in the sentence, else the last of its paragraph, else the only one of the article when something points back to it. */
function programOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  programs: readonly Program[],
  inferred: Slot[],
): IndicatorFact['program'] {
  const mentions = programs
    .filter((p) => p.kind !== 'event')
    .flatMap((p) => p.mentions.map((m) => ({ from: m.from, to: m.to, p })))
    .sort((a, b) => a.from - b.from);
  const own = mentions.filter((m) => m.from >= s.from && m.to <= s.to);
  const best = own.filter((m) => m.to <= q.from).at(-1) ?? own[0];
  if (best) return asProgram(best.p);
  const sameParagraph = mentions
    .filter((m) => m.to <= q.from && doc.sentences[doc.sentenceOf[m.from] ?? 0]?.paragraph === s.paragraph)
    .at(-1);
  if (sameParagraph) {
    inferred.push('program');
    return asProgram(sameParagraph.p);
  }
  const earlier = mentions.filter((m) => m.to <= q.from).at(-1);
  if (earlier) {
    for (let i = s.from; i < s.to; i++) {
      if (has(doc, i, 'anaphor.program')) {
        inferred.push('program');
        return asProgram(earlier.p);
      }
    }
  }
  return null;
}

function asProgram(p: Program): { id: string | null; name: BilingualName } {
  return p.listed
    ? { id: p.listed.id, name: { kk: p.listed.kk, ru: p.listed.ru } }
    : { id: null, name: { kk: p.name, ru: p.name } };
}
