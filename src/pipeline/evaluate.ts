import type { PlaceHead } from '../catalog/place-heads.ts';
import type { Place } from '../catalog/places.ts';
import type { ArticleInput, ReadLang } from '../core/article.ts';
import type { Facts, IndicatorFact } from '../core/facts.ts';
import { type Counts, type Evaluation, type Fault, type Figure, found, judged, noCounts } from './figures.ts';
import type { Gold, GoldIndicator, GoldSet } from './gold.ts';
import { fold, likeness, sameNumber, samePerson, sameUnit } from './likeness.ts';

/**
 * Facts are matched one to one. The last four ask of every number in the gold whether its slot is right; a missed one
 * is wrong.
 */
const KINDS = [
  'programs',
  'regions',
  'officials',
  'posts',
  'numbers found',
  'numbers, value',
  'numbers, all',
  'kept out',
  'of region',
  'of program',
  'of year',
  'of direction',
] as const;
type EvaluatedKind = (typeof KINDS)[number];

/** Names that scoring treats apart: the country's, and the nouns for a kind of place, which a place may go without. */
export interface PlaceNames {
  readonly country: string;
  readonly heads: readonly string[];
}

/** The country Derek reads about: a figure of the whole country may leave it unsaid. */
const COUNTRY = 'KZ';

/** These names in Russian, the language of places in the gold. */
export const placeNames = (places: readonly Place[], heads: readonly PlaceHead[]): PlaceNames => ({
  country: places.find((p) => p.id === COUNTRY)?.ru ?? '',
  heads: heads.flatMap((h) => [...h.ru.map((w) => w.written), ...h.short.ru]),
});

/** Scores an extractor against a set of passages. Pure: the same rules and the same set give the same figures. */
export function evaluate(
  set: GoldSet,
  extractor: { extract(article: ArticleInput): Facts },
  places: PlaceNames,
): Evaluation {
  const scores = new Scores(places);
  for (const gold of set.passages) scores.add(gold, extractor.extract(asArticle(gold)));
  return { set: set.name, figures: scores.figures(), faults: scores.faults };
}

const asArticle = (gold: Gold): ArticleInput => ({
  id: gold.id,
  text: gold.text,
  ...(gold.title != null && { title: gold.title }),
  ...(gold.published != null && { published: gold.published }),
});

class Scores {
  readonly faults: Fault[] = [];
  readonly #tallies = new Map<string, Counts>();
  readonly #country: string;
  readonly #heads: ReadonlySet<string>;

  constructor(places: PlaceNames) {
    this.#country = fold(places.country);
    this.#heads = new Set(places.heads.map(fold));
  }

  add(gold: Gold, facts: Facts): void {
    this.#names(gold, facts);
    const same = (w: GoldIndicator, i: IndicatorFact): boolean =>
      touches(w, i) &&
      sameNumber(w.value, i.value) &&
      sameNumber(w.previous, i.previous) &&
      sameNumber(w.high, i.high);
    const numbers = facts.indicators;
    this.#match(gold, 'numbers found', gold.indicators, numbers, touches, quoteOf, quoteOf);
    const pairs = this.#match(gold, 'numbers, value', gold.indicators, numbers, same, figureOf, figureOf);
    const all = (w: GoldIndicator, i: IndicatorFact): boolean =>
      same(w, i) && w.comparator === i.comparator && sameUnit(w.unit, i.unit, i.unitClass);
    this.#match(gold, 'numbers, all', gold.indicators, numbers, all, slotsOf, slotsOf);
    const found = new Map(pairs);
    for (const want of gold.indicators) this.#slots(gold, want, found.get(want));
    for (const { quote, start } of gold.not_indicators) {
      const at = start ?? gold.text.indexOf(quote);
      const inside = numbers.find((i) => i.start >= at && i.end <= at + quote.length);
      this.#judge(gold, 'kept out', inside === undefined, `${quote} became ${inside ? slotsOf(inside) : ''}`);
    }
  }

  #names(gold: Gold, facts: Facts): void {
    const programs = facts.programs.filter((p) => p.kind !== 'event');
    const known = (w: Gold['programs'][number], name: string): boolean =>
      [w.name, ...w.known_as].some((n) => fold(n) === fold(name) || likeness(n, name) >= 0.6);
    this.#match(
      gold,
      'programs',
      unique(gold.programs, nameOf),
      unique(programs, nameOf),
      (w, p) => known(w, p.name),
      nameOf,
      nameOf,
    );
    const abroad = new Set(gold.regions.filter((r) => r.foreign).map((r) => this.#place(r.name_ru)));
    this.#match(
      gold,
      'regions',
      unique(
        gold.regions.filter((r) => !r.foreign && r.level !== 'country'),
        (r) => r.name_ru + r.level,
      ),
      facts.regions.filter((r) => r.level !== 'country' && !abroad.has(this.#place(r.name.ru))),
      (w, r) =>
        this.#place(w.name_ru) === this.#place(r.name.ru) && (w.level === r.level || w.level === 'village'),
      (w) => w.name_ru,
      (r) => `${r.name.ru} ${r.level}`,
    );
    const guests = gold.officials.filter((o) => o.foreign);
    const hosts = gold.officials.filter((o) => !o.foreign);
    const ours = facts.officials.filter((o) => !guests.some((g) => samePerson(g.name, o.name)));
    this.#match(
      gold,
      'officials',
      unique(hosts, nameOf),
      unique(ours, nameOf),
      (w, o) => samePerson(w.name, o.name),
      nameOf,
      nameOf,
    );
    this.#match(
      gold,
      'posts',
      hosts,
      unique(ours, (o) => `${o.name} ${o.post}`),
      (w, o) =>
        samePerson(w.name, o.name) &&
        (likeness(w.post, o.post) >= 0.4 ||
          likeness(`${w.post} ${w.jurisdiction ?? ''}`, `${o.post} ${o.jurisdiction?.name ?? ''}`) >= 0.4),
      (w) => `${w.name}, ${w.post}`,
      (o) => `${o.name}, ${o.post}`,
    );
  }

  /** Where, for what, when and which way: of a number that was missed nothing is right. */
  #slots(gold: Gold, want: GoldIndicator, got: IndicatorFact | undefined): void {
    const judge = (kind: EvaluatedKind, right: boolean, wanted: unknown, given: unknown): void =>
      this.#judge(
        gold,
        kind,
        got !== undefined && right,
        got === undefined ? undefined : `${want.quote}: ${wanted ?? 'none'}, got ${given ?? 'none'}`,
      );
    const home = (name: string | null): string => {
      const key = this.#place(name ?? '');
      return key === this.#country ? '' : key;
    };
    const region = got?.region?.name.ru ?? null;
    // Without a place in the gold several share the figure, and none is the right one.
    if (want.region !== null) judge('of region', home(want.region) === home(region), want.region, region);
    const names = got?.program ? Object.values(got.program.name) : [];
    if (want.program !== null || names.length > 0) {
      const aliases = gold.programs
        .filter((p) => p.name === want.program)
        .flatMap((p) => [p.name, ...p.known_as]);
      const right = aliases.some((a) => names.some((n) => likeness(a, n) >= 0.5));
      judge('of program', right, want.program, names[0]);
    }
    const year = yearOf(want.period);
    if (year !== '')
      judge('of year', year === yearOf(got?.period ?? null), year, yearOf(got?.period ?? null));
    const direction = got?.direction ?? null;
    if (want.direction !== null || direction !== null)
      judge('of direction', want.direction === direction, want.direction, direction);
  }

  /** A place by its own words: the nouns that say what kind of place it is may be left unsaid. */
  #place(name: string): string {
    const words = fold(name).split(' ');
    const own = words.filter((w) => !this.#heads.has(w));
    return (own.length > 0 ? own : words).join(' ');
  }

  #match<W, G>(
    gold: Gold,
    kind: EvaluatedKind,
    want: readonly W[],
    got: readonly G[],
    same: (w: W, g: G) => boolean,
    sayWanted: (w: W) => string,
    sayGot: (g: G) => string,
  ): [W, G][] {
    const tally = this.#tally(gold.lang, kind);
    const left = [...got];
    const pairs: [W, G][] = [];
    for (const w of want) {
      const at = left.findIndex((g) => same(w, g));
      const [g] = at >= 0 ? left.splice(at, 1) : [];
      if (g !== undefined) {
        pairs.push([w, g]);
        tally.right++;
      } else {
        tally.missed++;
        this.faults.push({ id: gold.id, kind, what: 'missed', detail: sayWanted(w) });
      }
    }
    tally.extra += left.length;
    for (const g of left) this.faults.push({ id: gold.id, kind, what: 'extra', detail: sayGot(g) });
    return pairs;
  }

  /** Without words the fault is told elsewhere already. */
  #judge(gold: Gold, kind: EvaluatedKind, right: boolean, detail: string | undefined): void {
    const tally = this.#tally(gold.lang, kind);
    if (right) tally.right++;
    else {
      tally.missed++;
      if (detail !== undefined) this.faults.push({ id: gold.id, kind, what: 'wrong', detail });
    }
  }

  #tally(lang: ReadLang, kind: EvaluatedKind): Counts {
    const key = `${lang} ${kind}`;
    const tally = this.#tallies.get(key) ?? noCounts();
    this.#tallies.set(key, tally);
    return tally;
  }

  figures(): Figure[] {
    return (['kk', 'ru'] as const).flatMap((lang) =>
      KINDS.flatMap((kind) => {
        const t = this.#tallies.get(`${lang} ${kind}`);
        if (!t || t.right + t.missed + t.extra === 0) return [];
        return kind === 'kept out' || kind.startsWith('of ')
          ? [judged(lang, kind, t.right, t.right + t.missed)]
          : [found(lang, kind, t)];
      }),
    );
  }
}

const yearOf = (p: { readonly from: string | null; readonly to: string | null } | null): string =>
  (p?.to ?? p?.from ?? '').slice(0, 4);
const touches = (w: GoldIndicator, i: IndicatorFact): boolean =>
  (w.start ?? 0) < i.end && i.start < (w.start ?? 0) + w.quote.length;
const unique = <T>(list: readonly T[], key: (x: T) => string): T[] => [
  ...new Map(list.map((x) => [fold(key(x)), x])).values(),
];
const nameOf = (x: { readonly name: string }): string => x.name;
const quoteOf = (x: { readonly quote: string }): string => x.quote;

type Valued = Pick<IndicatorFact, 'quote' | 'value' | 'previous' | 'high'>;
const figureOf = (x: Valued): string =>
  `${x.quote} = ${x.previous === null ? '' : `${x.previous} → `}${x.value ?? '?'}${x.high === null ? '' : `–${x.high}`}`;
const slotsOf = (x: Valued & Pick<IndicatorFact, 'comparator' | 'unit'>): string =>
  `${figureOf(x)} ${x.comparator} ${x.unit}`;
