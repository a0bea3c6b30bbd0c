import type { EventFact, EventKind, Period } from '../../core/facts.ts';
import { Kind } from '../../language/tokens.ts';
import type { PeriodMention } from '../dates.ts';
import { type Document, has, hasWithin, type Sentence, Starts, startsAt, tokenAt } from '../document.ts';
import type { Official } from '../people/index.ts';
import type { Program } from '../programs.ts';
import type { Quote } from '../quotes.ts';
import type { RegionMention } from '../regions.ts';
import { Sequence } from '../sequence.ts';
import { type Clause, clauseAt, type DeedMention, deedsOf, inSight, SIGHT } from './deeds.ts';
import { type Holding, holdingOf, holdingsOf } from './offices.ts';
import { type Named, type Theme, themeOf, themesOf } from './themes.ts';

export interface Found {
  readonly periods: readonly PeriodMention[];
  readonly programs: readonly Program[];
  readonly quotes: readonly Quote[];
  /** Does a token lie inside a quoted name? */
  readonly inName: (token: number) => boolean;
  readonly officials: readonly Official[];
  readonly regions: readonly RegionMention[];
}

/** All that events are made of, by place. */
interface Scene extends Named {
  readonly times: Sequence<PeriodMention>;
  readonly holdings: Sequence<Holding>;
  readonly regions: Sequence<RegionMention>;
}

/**
 * What happened, or is to, to programs, bodies and holders of posts: a verb or noun of starting, founding, opening,
 * signing, appointing … with what it happened to and a date. News of an appointment or a signing without a date is dated
 * by the day it was known. What is told twice is one event.
 */
export function findEvents(doc: Document, f: Found): EventFact[] {
  const out: EventFact[] = [];
  if (!doc.sentences.some(mayTell)) return out;
  const seen = new Set<string>();
  // «Наурыз» in quotation marks is a name and no month.
  const times = new Sequence(f.periods.filter((p) => isDate(p) && !f.inName(p.from)));
  const holdings = new Sequence(holdingsOf(f.officials));
  // Few deeds have a date: what else they are told by is put in order when one has.
  let scene: Scene | undefined;
  for (const s of doc.sentences) {
    if (!mayTell(s) || !(isDated(s, times) || isNews(doc, s, holdings))) continue;
    let themes: Sequence<Theme> | undefined;
    for (const deed of deedsOf(doc, s)) {
      const date = dateOf(doc, s, deed, times);
      if (!date) continue;
      scene ??= sceneOf(f, times, holdings);
      let event: EventFact | undefined;
      if (isOfPerson(deed.word.kind)) event = personnel(doc, s, deed, date, scene);
      else {
        themes ??= themesOf(doc, s, scene);
        event = happening(doc, s, deed, date, themes, scene);
      }
      if (!event) continue;
      const key = [
        event.kind,
        event.program,
        event.official,
        event.organisation,
        event.region,
        event.date.from,
      ].join('|');
      if (seen.has(key)) continue;
      seen.add(key);
      out.push(event);
    }
  }
  return out;
}

/** Is a sentence of the story, and speaks of what may be an event? */
const mayTell = (s: Sentence): boolean => (s.starts & Starts.deed) !== 0 && s.section === 'body';

const isDated = (s: Sentence, times: Sequence<PeriodMention>): boolean =>
  times.within(s.from, s.to).length > 0;

/** Does a sentence speak of somebody's post, or of a document: does it tell what is news without a date? */
const isNews = (doc: Document, s: Sentence, holdings: Sequence<Holding>): boolean =>
  holdings.within(s.from, s.to).length > 0 || hasWithin(doc, s.from, s.to, DOCUMENT);
/** The closed class of words for what is signed. */
const DOCUMENT = 'deal';

function sceneOf(f: Found, times: Sequence<PeriodMention>, holdings: Sequence<Holding>): Scene {
  return {
    times,
    holdings,
    programs: new Sequence(
      f.programs
        .filter((p) => p.kind !== 'event')
        .flatMap((p) => p.mentions.map(({ from, to }) => ({ from, to, p }))),
    ),
    quotes: new Sequence(
      f.quotes.filter((q) => q.kind === 'name').map((q) => ({ from: q.open, to: q.close + 1 })),
    ),
    // What happened in the country happened anywhere in it.
    regions: new Sequence(f.regions.filter((r) => r.level !== 'country')),
  };
}

const PEOPLE: ReadonlySet<EventKind> = new Set(['appointment', 'dismissal']);
const isOfPerson = (kind: EventKind): boolean => PEOPLE.has(kind);

/** A length of time, and what figures are held against, date no event. */
const isDate = (p: PeriodMention): boolean =>
  p.loose !== 'base' && p.loose !== 'length' && (!p.relative || p.loose === 'day');

/** What happened to a program, a body or a building. */
function happening(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  date: Period,
  themes: Sequence<Theme>,
  scene: Scene,
): EventFact | undefined {
  const { kind } = deed.word;
  if (kind === 'signing') return signing(doc, s, deed, date, themes, scene);
  const { theme, frame } = themeOf(doc, s, deed, themes);
  const main = theme ?? (isFramed(kind) && !isCounted(doc, deed.clause) ? frame : undefined);
  if (!main || (kind === 'end' && !theme?.program)) return undefined;
  const region = placeOf(s, deed, main, scene.regions);
  const program = theme?.program ?? (isFramed(kind) ? (frame?.program ?? null) : null);
  const organisation = theme?.organisation ?? null;
  // Of a building without a name one must at least know where it stands.
  if (!program && organisation === null && !region) return undefined;
  return event(doc, s, deed, {
    kind: theme ? kindFor(kind, theme) : kind,
    date,
    program,
    organisation,
    official: null,
    post: null,
    region: region?.id ?? null,
    around: [main],
  });
}

/** «открыто 2000 вкладов»: a figure, and no event. */
function isCounted(doc: Document, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++)
    if (
      doc.tokens[i]?.kind === Kind.number &&
      !has(doc, i + 1, 'unit.year') &&
      !startsAt(doc, i + 1, Starts.month)
    )
      return true;
  return false;
}

/** What starts is a program, what opens a body: «заработал центр», «открыта программа». */
const kindFor = (kind: EventKind, theme: Theme): EventKind =>
  kind === 'start' && !theme.program ? 'opening' : kind === 'opening' && theme.program ? 'start' : kind;

/** What is opened or founded for a program is of its timeline; what starts within it is not its start. */
const isFramed = (kind: EventKind): boolean => kind === 'opening' || kind === 'creation';

/** A document was signed: with whom it concerns, who signed, or where. */
function signing(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  date: Period,
  themes: Sequence<Theme>,
  scene: Scene,
): EventFact | undefined {
  const { from, to } = deed.clause;
  const named = themes
    .within(from, to)
    .filter((t) => (t.program ?? t.organisation) !== null && !isOwned(doc, t));
  const theme = named.find((t) => t.program) ?? named[0];
  // «Президент, Елбасы Ерлан Абаев подписал»: the name stands in the clause, its posts may begin before it.
  const signer = scene.holdings.within(Math.max(s.from, from - SIGHT), to).find((h) => h.to > from);
  const region = scene.regions.within(from, to)[0] ?? scene.regions.within(...inSight(s, deed))[0];
  if (!theme && !signer && !region) return undefined;
  return event(doc, s, deed, {
    kind: 'signing',
    date,
    program: theme?.program ?? null,
    organisation: theme?.organisation ?? null,
    official: signer?.official.name ?? null,
    post: signer?.post.post ?? null,
    region: region?.id ?? null,
    around: [],
  });
}

/** «Конвенцию ООН»: a body that only narrows a noun is no party. */
const isOwned = (doc: Document, t: Theme): boolean => t.governed && !has(doc, t.from - 1, 'prep');

/** Somebody got or left a post. */
function personnel(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  date: Period,
  scene: Scene,
): EventFact | undefined {
  const holding = holdingOf(doc, s, deed, scene.holdings, scene.times);
  if (!holding) return undefined;
  const { official, post } = holding;
  return event(doc, s, deed, {
    kind: deed.word.kind,
    date,
    program: null,
    organisation: null,
    official: official.name,
    post: post.post,
    region: post.jurisdiction?.id ?? null,
    around: [holding],
  });
}

/** A date stands this many tokens from its verb at most. */
const REACH = 12;

/** The date of a deed: one that is told, or that of the news of a signed document or of somebody's post. */
function dateOf(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  times: Sequence<PeriodMention>,
): Period | undefined {
  const { clause, word } = deed;
  const signed = word.kind === 'signing';
  if (signed && !hasWithin(doc, clause.from, clause.to, DOCUMENT)) return undefined;
  return (
    dateTold(doc, s, deed, times) ?? (signed || isOfPerson(word.kind) ? dateOfNews(doc, deed) : undefined)
  );
}

/** The date of a deed in its clause, else near it in the sentence. */
function dateTold(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  times: Sequence<PeriodMention>,
): Period | undefined {
  const { tense, attribute } = deed.word;
  const near = { from: Math.max(s.from, deed.from - REACH), to: Math.min(s.to, deed.to + REACH) };
  const fits = ({ from: at, period: { from, to } }: PeriodMention): boolean => {
    if (tense === 'since') return to === null;
    // «до 2027 года», «намечен на май»; «меморандум на 2026 год» was not signed in that year.
    return deed.status === 'planned' || (from !== null && !has(doc, at - 1, 'prep.by'));
  };
  const distance = (p: PeriodMention): number => (p.to <= deed.from ? deed.from - p.to : p.from - deed.to);
  const best = (list: readonly PeriodMention[]): PeriodMention | undefined =>
    list.filter(fits).sort((a, b) => distance(a) - distance(b))[0];
  const found =
    best(times.within(deed.clause.from, deed.clause.to)) ??
    (attribute ? undefined : best(times.within(near.from, near.to)));
  if (!found) return undefined;
  const { from, to, text } = found.period;
  // What began goes on: the event itself is its first day, month or year.
  return { from, to: to ?? from, text };
}

/** An article without a date in it tells news: it had happened by the day of publication. */
function dateOfNews(doc: Document, { word, status }: DeedMention): Period | undefined {
  const day = doc.article.published?.slice(0, 10);
  return day && word.tense === 'past' && !word.attribute && status === 'actual'
    ? { from: null, to: day, text: '' }
    : undefined;
}

/** Where it happened: the place nearest to what it happened to, in the clause or else the sentence. */
function placeOf(
  s: Sentence,
  deed: DeedMention,
  theme: Theme,
  regions: Sequence<RegionMention>,
): RegionMention | undefined {
  const distance = (r: RegionMention): number => (r.to <= theme.from ? theme.from - r.to : r.from - theme.to);
  const best = (list: readonly RegionMention[]): RegionMention | undefined =>
    [...list].sort((a, b) => distance(a) - distance(b))[0];
  return best(regions.within(deed.clause.from, deed.clause.to)) ?? best(regions.within(...inSight(s, deed)));
}

interface Parts {
  readonly kind: EventKind;
  readonly date: Period;
  readonly program: Program | null;
  readonly organisation: string | null;
  readonly official: string | null;
  readonly post: string | null;
  readonly region: string | null;
  /** What the quote must hold besides the verb. */
  readonly around: readonly { readonly from: number; readonly to: number }[];
}

function event(doc: Document, s: Sentence, deed: DeedMention, p: Parts): EventFact {
  const { from, to } = clauseAt(
    doc,
    s,
    p.around.reduce((least, x) => Math.min(least, x.from), deed.from),
    p.around.reduce((most, x) => Math.max(most, x.to), deed.to),
  );
  const [start, end] = [doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0];
  return {
    kind: p.kind,
    status: isAhead(doc, p.date) ? 'planned' : deed.status,
    date: p.date,
    program: p.program ? (p.program.listed?.id ?? p.program.name) : null,
    official: p.official,
    post: p.post,
    organisation: p.organisation,
    region: p.region,
    quote: doc.text.slice(start, end),
    start,
    end,
    rule: `${s.lang}/event/${deed.word.tense === 'since' ? 'ongoing' : p.kind}`,
  };
}

/** A day after that of publication has not come yet, whatever the tense. */
const isAhead = (doc: Document, { from }: Period): boolean =>
  from !== null && doc.article.published !== undefined && doc.article.published !== null
    ? from > doc.article.published.slice(0, from.length)
    : false;
