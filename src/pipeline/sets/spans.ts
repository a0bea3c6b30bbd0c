import type { ArticleInput, ReadLang } from '../../core/article.ts';
import type { Facts, Mention, NumberKind } from '../../core/facts.ts';
import { type Fault, type Figure, found, noCounts } from '../figures.ts';
import type { SpanRow } from './load.ts';

/** One kind of mention and the labels of KazNERD and NEREL that mean it. */
interface MentionClass {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly is: (m: Mention) => boolean;
  /** Labels inside which such a mention is right although it was not marked: a place in the name of a body. */
  readonly within: readonly string[];
}

const ofKind =
  (...kinds: readonly NumberKind[]) =>
  (m: Mention): boolean =>
    m.type === 'number' && m.kind !== undefined && kinds.includes(m.kind);

const NAMES = ['FACILITY', 'ORGANISATION', 'ORGANIZATION', 'EVENT', 'LAW', 'ART', 'WORK_OF_ART'];
const MEASURED = ['PERCENTAGE', 'PERCENT', 'MONEY', 'QUANTITY', 'CARDINAL', 'NUMBER'];
const PLACES = ['GPE', 'STATE_OR_PROVINCE', 'CITY', 'DISTRICT', 'COUNTRY'];

const CLASSES: readonly MentionClass[] = [
  {
    kind: 'region',
    labels: PLACES,
    is: (m) => m.type === 'region',
    within: [...NAMES, 'LOCATION', 'POSITION', 'PROFESSION', 'NORP', 'NATIONALITY', 'PROJECT'],
  },
  { kind: 'person', labels: ['PERSON'], is: (m) => m.type === 'person', within: [...NAMES, 'AWARD'] },
  { kind: 'post', labels: ['POSITION', 'PROFESSION'], is: (m) => m.type === 'post', within: [] },
  { kind: 'program', labels: ['PROJECT'], is: (m) => m.type === 'program', within: ['EVENT', 'LAW'] },
  { kind: 'percent', labels: ['PERCENTAGE', 'PERCENT'], is: ofKind('percent'), within: [] },
  { kind: 'money', labels: ['MONEY'], is: ofKind('money'), within: [] },
  { kind: 'measure', labels: ['QUANTITY'], is: ofKind('measure'), within: [] },
  { kind: 'cardinal', labels: ['CARDINAL', 'NUMBER'], is: ofKind('cardinal'), within: [] },
  { kind: 'ordinal', labels: ['ORDINAL'], is: ofKind('ordinal'), within: [] },
  {
    kind: 'number',
    labels: MEASURED,
    is: ofKind('percent', 'money', 'measure', 'cardinal'),
    within: ['DATE', 'TIME', 'ORDINAL', 'AGE'],
  },
];

/** Letters of the text shown on either side of a fault. */
const CONTEXT = 40;

/**
 * Scores mentions against marked spans, one to one: a mention hits a span when they share a character.
 * A further mention inside a span that was hit, or inside a name of another kind, is no error.
 * Regions are judged on places of Kazakhstan only, since Derek knows no districts of other countries.
 */
export function evaluateSpans(
  rows: readonly SpanRow[],
  lang: ReadLang,
  extractor: { extract(article: ArticleInput): Facts },
  isHome: (name: string) => boolean,
): { figures: Figure[]; faults: Fault[] } {
  const counts = CLASSES.map(noCounts);
  const faults: Fault[] = [];
  for (const [at, row] of rows.entries()) {
    const { mentions } = extractor.extract({ id: `${at}`, text: row.text });
    for (const [c, cls] of CLASSES.entries()) {
      const judged = (s: Bounds): boolean => cls.kind !== 'region' || isHome(row.text.slice(s.start, s.end));
      const marked = row.spans.filter((s) => cls.labels.includes(s.label));
      const gold = marked.filter(judged);
      const forgiven = [
        ...marked.filter((s) => !judged(s)),
        ...row.spans.filter((s) => cls.within.includes(s.label)),
      ];
      const got = mentions.filter(cls.is);
      const used = new Set<Mention>();
      const tally = counts[c] ?? noCounts();
      const fault = (what: Fault['what'], s: Bounds): void => {
        faults.push({ id: `line ${at + 1}`, kind: cls.kind, what, detail: inContext(row.text, s) });
      };
      for (const g of gold) {
        const hit = got.find((m) => !used.has(m) && overlap(m, g));
        if (hit) {
          used.add(hit);
          tally.right++;
        } else {
          tally.missed++;
          fault('missed', g);
        }
      }
      for (const m of got)
        if (!used.has(m) && judged(m) && ![...gold, ...forgiven].some((s) => overlap(m, s))) {
          tally.extra++;
          fault('extra', m);
        }
    }
  }
  const figures = CLASSES.flatMap((cls, c) => {
    const tally = counts[c] ?? noCounts();
    return tally.right + tally.missed > 0 ? [found(lang, cls.kind, tally)] : [];
  });
  return { figures, faults };
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}
const overlap = (a: Bounds, b: Bounds): boolean => a.start < b.end && b.start < a.end;
const inContext = (text: string, { start, end }: Bounds): string =>
  `${text.slice(Math.max(0, start - CONTEXT), start)}[${text.slice(start, end)}]${text.slice(end, end + CONTEXT)}`;
