import type { Thing } from '../catalog/things.ts';
import type { ReadLang } from '../core/article.ts';
import type { BilingualName, IndicatorFact, Period, Slot, Status, UnitClass } from '../core/facts.ts';
import { Tag } from '../language/tags.ts';
import { Kind } from '../language/tokens.ts';
import type { PeriodMention } from './dates.ts';
import { type Document, type Sentence, sectionAt } from './document.ts';
import { type Quantity, unitName } from './numbers/index.ts';
import type { Program } from './programs.ts';
import type { RegionMention } from './regions.ts';
import { Sequence } from './sequence.ts';
import { subjectOf } from './subjects.ts';

/** Mentions of programs in text order; `count` is how many programs they are. */
interface ProgramSequence {
  readonly mentions: Sequence<{ readonly from: number; readonly to: number; readonly p: Program }>;
  readonly count: number;
}

function programSequence(programs: readonly Program[]): ProgramSequence {
  const named = programs.filter((p) => p.kind !== 'event');
  const mentions = named.flatMap((p) => p.mentions.map(({ from, to }) => ({ from, to, p })));
  return { mentions: new Sequence(mentions), count: named.length };
}

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
  let base: string | null = null;
  const periods = new Sequence(f.periods);
  const regions = new Sequence(f.regions);
  const programs = programSequence(f.programs);
  for (const [at, q] of f.quantities.entries()) {
    const sentence = doc.sentenceOf[q.group.from] ?? 0;
    const whole = doc.sentences[sentence];
    if (!whole?.lang || whole.section !== 'body') continue;
    const s = around(whole, q);
    if (isRateBase(doc, q, s, out.at(-1))) {
      const text = `${q.value} ${q.unit === 'person' ? 'people' : (q.unit ?? 'item')}`;
      // «18,9 случая на 100 тысяч»: the base follows its figure; in Kazakh it comes first.
      const last = out.at(-1);
      if (whole.lang === 'ru' && last) out[out.length - 1] = { ...last, per: text };
      else base = text;
      continue;
    }
    const inferred: Slot[] = [];
    let { unit, unitClass } = q;
    if (unit === undefined) {
      inferred.push('unit');
      const lent =
        unitToTheRight(doc, f.quantities, at) ??
        countedThing(doc, q, s, whole.lang) ??
        said.unitFor(doc, q, sentence);
      unit = lent?.unit ?? 'item';
      unitClass = lent?.unitClass ?? 'count';
    }
    const own = subjectOf(doc, q, s);
    if (own === '') inferred.push('subject');
    const subject = own || said.subjectNear(sentence);
    const change = changeOf(doc, q, s, whole.lang);
    const period = periodOf(doc, q, s, periods, inferred);
    const region = regionOf(doc, f.quantities, at, s, regions, inferred);
    const program = programOf(doc, q, s, programs, inferred);
    const start = doc.tokens[q.from]?.start ?? 0;
    const end = doc.tokens[q.to - 1]?.end ?? start;
    out.push({
      id: `${doc.article.id}#${start}-${end}`,
      quote: quoteOf(doc, q),
      start,
      end,
      measure: unitClass === 'times' ? 'ratio' : change.by ? 'change' : 'level',
      value: q.value,
      high: q.high,
      previous: q.previous,
      order: q.order,
      comparator: q.comparator === '=' && q.until && !change.reached ? '<=' : q.comparator,
      hedge: q.hedge,
      per: base,
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
    base = null;
    said.push({ unit, unitClass, subject, sentence });
  }
  return out;
}

/** «40, 50 и 60 процентов», «94 из 100 услуг»: figures of one list share the unit behind the last. */
function unitToTheRight(
  doc: Document,
  list: readonly Quantity[],
  at: number,
): { unit: string; unitClass: UnitClass } | undefined {
  for (let k = at; k < at + LIST_LENGTH; k++) {
    const [a, b] = [list[k], list[k + 1]];
    if (!a || !b || doc.sentenceOf[a.group.from] !== doc.sentenceOf[b.group.from]) return undefined;
    for (let i = a.to; i < b.from; i++)
      if (doc.tokens[i]?.mark !== ',' && !has(doc, i, 'and') && !has(doc, i, 'prep.outof')) return undefined;
    if (b.from === a.to) return undefined;
    if (b.unit !== undefined && b.unit !== 'item') return { unit: b.unit, unitClass: b.unitClass };
  }
  return undefined;
}
const LIST_LENGTH = 12;

/** «сеть центров выросла с 33 до 131», «Пенсионеров – 2,5 млн», «туристер саны»: the counted thing stands before its figure. */
function countedThing(
  doc: Document,
  q: Quantity,
  s: Sentence,
  lang: ReadLang,
): { unit: string; unitClass: UnitClass } | undefined {
  for (let i = q.from - 1, n = 0; i >= s.from && n < 12 && !isClauseEdge(doc, i); i--, n++) {
    const sense = (doc.senses[i] ?? []).find(
      (x) => x.entry.cls === 'thing' && x.to <= q.from && (lang === 'kk' || (x.tags & Tag.genPl) !== 0),
    );
    if (!sense) continue;
    const thing = sense.entry.data as Thing;
    if (thing.class !== 'count') continue;
    const named =
      lang === 'kk'
        ? has(doc, sense.to, 'counted')
        : has(doc, i - 1, 'counted') ||
          has(doc, i - 2, 'counted') ||
          i === s.from ||
          isClauseEdge(doc, i - 1);
    if (named) return { unit: unitName(thing), unitClass: 'count' };
  }
  // «Число школ, работающих в три смены, сократилось с 27 до 4»: the counted noun opens the sentence.
  if (lang === 'ru' && q.previous !== null && has(doc, s.from, 'counted')) {
    const sense = (doc.senses[s.from + 1] ?? []).find((x) => x.entry.cls === 'thing' && x.tags & Tag.gen);
    if (sense) return { unit: unitName(sense.entry.data as Thing), unitClass: 'count' };
  }
  return undefined;
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
    // Money stays within its sentence, and with figures of its size: «7,4 млрд тенге, из них 4,2 млрд».
    const large = q.group.multiplier >= 1_000_000 || decimal;
    return near.findLast(
      (m) =>
        !RATIOS.has(m.unitClass) &&
        (m.unitClass !== 'money' || (large && (m.sentence === sentence || q.group.multiplier >= 1_000_000))),
    );
  }

  subjectNear(sentence: number): string {
    const last = this.#list.at(-1);
    return last && sentence - last.sentence <= REACH ? last.subject : '';
  }
}

const quoteOf = (doc: Document, q: Quantity): string =>
  doc.text.slice(doc.tokens[q.from]?.start ?? 0, doc.tokens[q.to - 1]?.end ?? 0);

/** A sentence of more tokens than this to either side is a list: what stands farther off says nothing of this figure. */
const SIGHT = 150;
const around = (s: Sentence, q: Quantity): Sentence => ({
  ...s,
  from: Math.max(s.from, q.from - SIGHT),
  to: Math.min(s.to, q.to + SIGHT),
});

const ROUND_BASES: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000]);

/** «на 100 тысяч жителей», «1000 адамға шаққанда», «әр 10 мың тұрғынға»: what a rate is counted on, no figure of its own. */
function isRateBase(doc: Document, q: Quantity, s: Sentence, last: IndicatorFact | undefined): boolean {
  if (q.value === null || !ROUND_BASES.has(q.value) || q.unitClass !== 'count') return false;
  if (has(doc, q.to, 'per.after')) return true;
  if (has(doc, q.from - 1, 'each')) return s.lang === 'kk';
  if (!has(doc, q.from - 1, 'prep.by') || scan(doc, q.from - 1, s.from, -1, 3) !== null || !last)
    return false;
  const gap = q.from > 0 ? (doc.tokens[q.from - 1]?.start ?? 0) - last.end : 99;
  return gap >= 0 && gap <= BASE_GAP && last.value !== null;
}
/** Characters between a figure and the base it is counted on: «18,9 случая на …». */
const BASE_GAP = 40;

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
  const compared = comparison(doc, q, lang);
  if (compared) return { direction: compared, by: true, reached: false };
  const byAmount = lang === 'ru' ? before(doc, q, s, 'prep.by', 2) : (q.tags & Tag.dat) !== 0 && !q.until;
  if (q.previous !== null) return { direction: verb, by: false, reached };
  if (q.unitClass === 'times') {
    const less = has(doc, q.to, 'least');
    return { direction: less ? 'down' : (verb ?? 'up'), by: true, reached: false };
  }
  if (verb && byAmount && (q.unitClass !== 'count' || lang === 'ru') && !level)
    return { direction: verb, by: true, reached };
  if (q.unitClass === 'percentage_point') return { direction: verb, by: true, reached };
  if (verb && reached) return { direction: verb, by: false, reached };
  return { direction: null, by: false, reached };
}

/** «на 6,5 % меньше», «ниже на 15 процентов», «12 пайызға көп»: a comparative instead of a verb. */
function comparison(doc: Document, q: Quantity, lang: ReadLang): 'up' | 'down' | null {
  const by = lang === 'ru' ? has(doc, q.group.from - 1, 'prep.by') : (q.tags & Tag.dat) !== 0;
  if (!by || q.until) return null;
  for (const i of lang === 'ru' ? [q.to, q.group.from - 2] : [q.to]) {
    if (has(doc, i, 'most')) return 'up';
    if (has(doc, i, 'least')) return 'down';
  }
  return null;
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
  periods: Sequence<PeriodMention>,
  inferred: Slot[],
): Period | null {
  const inside = periods.within(s.from, s.to).filter((p) => !(p.from >= q.from && p.to <= q.to));
  const [clauseFrom, clauseTo] = clauseOf(doc, q, s);
  const today = nowIn(doc, clauseFrom, clauseTo);
  if (today) return today;
  const named = inside.filter((p) => !p.relative);
  const clause = named.filter((p) => p.from >= clauseFrom && p.to <= clauseTo);
  const left = named.filter((p) => p.to <= q.from);
  const best =
    nearest(clause, q) ??
    left.at(-1) ??
    named.find((p) => !isAside(doc, p)) ??
    inside.find((p) => !isAside(doc, p));
  if (best) return best.period;
  const carried = periods
    .before(q.from)
    .filter((p) => carries(doc, p, s))
    .at(-1);
  if (carried) {
    inferred.push('period');
    return carried.period;
  }
  const published = doc.article.published;
  if (!published) return null;
  inferred.push('period');
  const year = published.slice(0, 4);
  return { from: year, to: year, text: '' };
}

/** «қазір», «сейчас»: the day the article speaks from. */
function nowIn(doc: Document, from: number, to: number): Period | null {
  const day = doc.article.published?.slice(0, 10);
  if (!day) return null;
  for (let i = from; i < to; i++)
    if (has(doc, i, 'now')) return { from: day, to: day, text: doc.tokens[i]?.form?.raw ?? '' };
  return null;
}

/** «…, ал 2021 жылы 90,8», «ещё в 2021 году»: a time set against the present frames nothing but its own clause. */
const isAside = (doc: Document, p: PeriodMention): boolean => {
  for (let i = p.from - 1; i >= p.from - 3; i--) if (has(doc, i, 'contrast')) return true;
  return false;
};

/** A year or month frames the sentences after it, in its paragraph at any grain, further on as long as nothing narrower is said. */
function carries(doc: Document, p: PeriodMention, s: Sentence): boolean {
  if (p.relative || p.period.from === null || p.period.to === null || isAside(doc, p)) return false;
  const from = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (from?.section !== 'body') return false;
  return from.paragraph === s.paragraph || p.period.from.length === 4;
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

/**
 * The place said beside the number, then in its clause and sentence, then the one the sentence points back to
 * («в регионе», «облыста»), then the last of the paragraph, then the one the article opens with.
 * Several places that share one number give none: a sum over a list is no figure of any member.
 */
function regionOf(
  doc: Document,
  quantities: readonly Quantity[],
  at: number,
  s: Sentence,
  regions: Sequence<RegionMention>,
  inferred: Slot[],
): Region {
  const q = quantities[at];
  if (!q) return null;
  const beside = regions.before(q.from, 1).find((r) => isBeside(doc, r, q));
  if (beside) return asRegion(beside);
  const own = regions.within(s.from, s.to).filter((r) => isHome(r) || isLocative(doc, r));
  const [from, to] = clauseOf(doc, q, s);
  const inClause = own.filter((r) => r.from >= from && r.to <= to);
  const best = nearest(inClause, q) ?? own.filter((r) => r.to <= q.from).at(-1) ?? own[0];
  if (best && isShared(doc, own, best)) {
    const paired = respective(doc, own, own.indexOf(best), quantities, at);
    return paired ? asRegion(paired) : null;
  }
  if (best) return asRegion(best);
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'country')) return null;
  inferred.push('region');
  const earlier = regions.before(s.from).filter((r) => isHome(r) && !isDateline(doc, r));
  const level = anaphorOf(doc, s);
  if (level) {
    const last =
      earlier.filter((r) => level === 'any' || r.level === level).at(-1) ??
      earlier.find((r) => r.level !== 'country');
    if (last) return asRegion(last);
  }
  const paragraph = earlier.filter(
    (r) => doc.sentences[doc.sentenceOf[r.from] ?? 0]?.paragraph === s.paragraph,
  );
  const carried = paragraph.at(-1);
  if (carried) return isShared(doc, paragraph, carried) ? null : asRegion(carried);
  const main = mainRegion(doc, regions, s.from);
  return main ? asRegion(main) : null;
}

const isHome = (r: RegionMention): boolean => r.id.startsWith('KZ');

/** Places abroad count only as the scene («в Армении – 14 %»), never as an origin («из Китая», «Қытайдан»). */
const isLocative = (doc: Document, r: RegionMention): boolean =>
  has(doc, r.from - 1, 'prep.in') ||
  (doc.senses[r.from] ?? []).some(
    (x) =>
      x.entry.cls === 'place' &&
      x.to === r.to &&
      (x.tags & Tag.loc) !== 0 &&
      doc.sentences[doc.sentenceOf[r.from] ?? 0]?.lang === 'kk',
  );

/** «Түркістан (7 478)», «из Алматы – 9 160»: nothing but a bracket or dash between place and number. */
const isBeside = (doc: Document, r: RegionMention, q: Quantity): boolean => {
  const mark = doc.tokens[r.to]?.mark ?? '';
  return isHome(r) && r.to === q.from - 1 && '(–—-'.includes(mark || ' ');
};

/** Three or more places in one breath, or two tied by «и», share the figure: it belongs to none of them alone. */
const isShared = (doc: Document, all: readonly RegionMention[], r: RegionMention): boolean => {
  const alike = all.filter((x) => x.level === r.level && x.id !== r.id);
  if (alike.some((x) => isListed(doc, x.to, r.from) || isListed(doc, r.to, x.from))) return true;
  return new Set(alike.filter((x) => Math.abs(x.from - r.from) < 40).map((x) => x.id)).size >= 2;
};

/** «Актау и Жанаозену – 6 и 4 автобуса»: as many figures as places before them, each to its own in order. */
function respective(
  doc: Document,
  places: readonly RegionMention[],
  place: number,
  quantities: readonly Quantity[],
  at: number,
): RegionMention | undefined {
  const [firstPlace, lastPlace] = runAround(places, place, (a, b) => isListed(doc, a.to, b.from));
  const [firstFigure, lastFigure] = runAround(quantities, at, (a, b) => isListed(doc, a.to, b.from));
  const figures = quantities[firstFigure];
  const before = places[lastPlace];
  if (lastPlace - firstPlace !== lastFigure - firstFigure) return undefined;
  if (lastPlace === firstPlace || !figures || !before || before.to > figures.from) return undefined;
  return places[firstPlace + at - firstFigure];
}

/** First and last index of the unbroken list around `at`. */
function runAround<T>(all: readonly T[], at: number, tied: (a: T, b: T) => boolean): [number, number] {
  const joined = (k: number): boolean => {
    const [a, b] = [all[k], all[k + 1]];
    return a !== undefined && b !== undefined && tied(a, b);
  };
  let [first, last] = [at, at];
  while (joined(first - 1) && at - first < LIST_LENGTH) first--;
  while (joined(last) && last - at < LIST_LENGTH) last++;
  return [first, last];
}

/** Nothing between two members of a list but a comma or «и». */
const isListed = (doc: Document, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (doc.tokens[i]?.mark !== ',' && !has(doc, i, 'and')) return false;
  return to > from;
};

type Anaphor = 'oblast' | 'city' | 'district' | 'any';

const anaphorOf = (doc: Document, s: Sentence): Anaphor | null => {
  for (let i = s.from; i < s.to; i++) {
    if (has(doc, i, 'anaphor.oblast')) return 'oblast';
    if (has(doc, i, 'anaphor.city')) return 'city';
    if (has(doc, i, 'anaphor.district')) return 'district';
    if (has(doc, i, 'anaphor.region')) return 'any';
  }
  return null;
};

const isDateline = (doc: Document, r: RegionMention): boolean =>
  sectionAt(doc.sections, doc.tokens[r.from]?.start ?? 0)?.kind === 'dateline';

/** The place an article opens with: the last, and so the narrowest, of its first sentence that names any. */
function mainRegion(doc: Document, regions: Sequence<RegionMention>, before: number): RegionMention | null {
  const end = doc.sentences[Math.min(OPENING, doc.sentences.length - 1)]?.to ?? 0;
  const head = regions.within(0, Math.min(end, before)).filter((r) => isHome(r) && !isDateline(doc, r));
  const first = head[0];
  if (!first) return null;
  const opening = head.filter((r) => doc.sentenceOf[r.from] === doc.sentenceOf[first.from]);
  const last = opening.at(-1);
  if (!last || last.level === 'country' || isShared(doc, opening, last)) return null;
  return last;
}
/** A place or program named later than this sentence is no frame for the whole article. */
const OPENING = 3;

/**
 * The program said in the sentence, else the last of its paragraph, else the one something points back to («проект», «жоба»),
 * else the only one an article opens with.
 */
function programOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  programs: ProgramSequence,
  inferred: Slot[],
): IndicatorFact['program'] {
  const lang = s.lang ?? 'ru';
  const own = programs.mentions.within(s.from, s.to);
  const best = own.filter((m) => m.to <= q.from).at(-1) ?? own[0];
  const tied = own.some(
    (m) => m.p !== best?.p && best && (isListed(doc, m.to, best.from) || isListed(doc, best.to, m.from)),
  );
  if (tied) return null;
  if (best) return asProgram(best.p, lang);
  const last = programs.mentions.before(q.from, 1)[0];
  if (!last) return null;
  const near = doc.sentences[doc.sentenceOf[last.from] ?? 0]?.paragraph === s.paragraph;
  const opens = programs.count === 1 && (doc.sentenceOf[last.p.mentions[0]?.from ?? 0] ?? 0) <= OPENING;
  if (!near && !opens && !pointsBack(doc, s)) return null;
  inferred.push('program');
  return asProgram(last.p, lang);
}

const pointsBack = (doc: Document, s: Sentence): boolean => {
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'anaphor.program')) return true;
  return false;
};

/** Both names of a listed program; in the article's language the one the article uses. */
function asProgram(p: Program, lang: ReadLang): { id: string | null; name: BilingualName } {
  const name = p.listed ? { kk: p.listed.kk, ru: p.listed.ru } : { kk: p.name, ru: p.name };
  return { id: p.listed?.id ?? null, name: { ...name, [lang]: p.name } };
}
