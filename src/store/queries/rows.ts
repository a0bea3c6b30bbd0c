import type { Lang } from '../../core/article.ts';
import type { EventRow, ObservationRow, SourceRow } from '../views.ts';

/** A row as SQLite gives it. */
export type Raw = Record<string, string | number | null>;

const text = (row: Raw, name: string): string => String(row[name]);
const maybe = (row: Raw, name: string): string | null => {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
};
const number = (row: Raw, name: string): number => Number(row[name]);
const maybeNumber = (row: Raw, name: string): number | null => {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
};
export const column = { text, maybe, number, maybeNumber };

/** JSON that we wrote ourselves; the tables check that it is valid. */
export const json = <T>(row: Raw, name: string): T => JSON.parse(text(row, name)) as T;

export const sourceOf = (row: Raw): SourceRow => ({
  articleId: text(row, 'article_id'),
  url: maybe(row, 'url'),
  publisher: maybe(row, 'publisher'),
  lang: text(row, 'lang') as Lang,
  title: maybe(row, 'title'),
  published: maybe(row, 'published'),
  seen: text(row, 'seen'),
});

/** A row of the view `current_observations`. */
export function observationOf(row: Raw): ObservationRow {
  const when = maybe(row, 'period_text');
  const region = maybe(row, 'region_id');
  const program = maybe(row, 'program_key');
  return {
    id: text(row, 'id'),
    point: text(row, 'point'),
    ...sourceOf(row),
    quote: text(row, 'quote'),
    start: number(row, 'start'),
    end: number(row, 'end'),
    sentence: text(row, 'sentence'),
    sentenceStart: number(row, 'sentence_start'),
    measure: text(row, 'measure') as ObservationRow['measure'],
    value: maybeNumber(row, 'value'),
    high: maybeNumber(row, 'high'),
    previous: maybeNumber(row, 'previous'),
    order: maybeNumber(row, 'order'),
    comparator: text(row, 'comparator') as ObservationRow['comparator'],
    hedge: maybe(row, 'hedge'),
    per: maybe(row, 'per'),
    unit: text(row, 'unit'),
    unitClass: text(row, 'unit_class') as ObservationRow['unitClass'],
    subject: text(row, 'subject'),
    concept: maybe(row, 'concept'),
    indicator: text(row, 'indicator'),
    direction: maybe(row, 'direction') as ObservationRow['direction'],
    status: text(row, 'status') as ObservationRow['status'],
    period:
      when === null ? null : { from: maybe(row, 'period_from'), to: maybe(row, 'period_to'), text: when },
    region:
      region === null
        ? null
        : { id: region, name: { kk: text(row, 'region_kk'), ru: text(row, 'region_ru') } },
    program:
      program === null
        ? null
        : {
            key: program,
            id: maybe(row, 'program_id'),
            name: { kk: text(row, 'program_kk'), ru: text(row, 'program_ru') },
          },
    source: maybe(row, 'source'),
    inferred: json(row, 'inferred'),
    rule: text(row, 'rule'),
    confidence: number(row, 'confidence'),
    ruleset: text(row, 'ruleset'),
  };
}

/** A row of the view `current_events`. */
export const eventOf = (row: Raw): EventRow => ({
  id: text(row, 'id'),
  ...sourceOf(row),
  kind: text(row, 'kind') as EventRow['kind'],
  status: text(row, 'status') as EventRow['status'],
  date: { from: maybe(row, 'date_from'), to: maybe(row, 'date_to'), text: text(row, 'date_text') },
  program: maybe(row, 'program'),
  programKey: maybe(row, 'program_key'),
  official: maybe(row, 'official'),
  officialKey: maybe(row, 'official_key'),
  post: maybe(row, 'post'),
  organisation: maybe(row, 'organisation'),
  region: maybe(row, 'region'),
  regionId: maybe(row, 'region_id'),
  quote: text(row, 'quote'),
  start: number(row, 'start'),
  end: number(row, 'end'),
  sentence: text(row, 'sentence'),
  sentenceStart: number(row, 'sentence_start'),
  rule: text(row, 'rule'),
});
