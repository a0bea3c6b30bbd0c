import type { Concept } from '../catalog/indicators.ts';
import type { Place } from '../catalog/places.ts';
import type { Program } from '../catalog/programs.ts';
import type { Format } from './i18n/format.ts';
import type { UiLang } from './i18n/lang.ts';
import type { Words } from './i18n/messages.ts';
import type { OutlineMap } from './parts/region-map.ts';

/** Values of a query string; those left out or empty are not written. */
export type Query = Readonly<Record<string, string | undefined>>;

/** What every part of a page needs to know about the request and about the words to use. */
export interface Context {
  readonly lang: UiLang;
  readonly words: Words;
  readonly format: Format;
  /** Where these pages are served, `https://derek.example.kz`, without a closing slash. */
  readonly origin: string;
  /** The day or the release that the record is shown as of; empty for the record as it is. */
  readonly asOf: string;
  /** Today in Almaty, `YYYY-MM-DD`. */
  readonly today: string;
  /** Path of this page without `.json` or `.csv`. */
  readonly path: string;
  /** Query of this page without `hl`. */
  readonly query: Query;
  /** Are these pages made from sample articles that no outlet published? */
  readonly sample: boolean;
  /** Outlines of the regions where the operator gave a map; without one they are squares. */
  readonly outlines: OutlineMap | undefined;
  /** May the reader see an article in full, or only what is quoted from it? */
  readonly wholeArticles: boolean;
  /** An address inside the explorer that keeps the language that was asked for, and the state of the record. */
  href(path: string, query?: Query, lang?: UiLang): string;
  /** The name of an outlet in the language of the interface. */
  outlet(key: string | null): string;
  /** A place of the catalogue, whether or not it was ever reported about. */
  place(id: string): Place | undefined;
  /** A program of the catalogue: its years, who is in charge, where it is laid down. */
  program(id: string): Program | undefined;
  /** An indicator that the catalogue defines. */
  concept(id: string): Concept | undefined;
  /** The name of such an indicator in the language of the interface. */
  indicator(concept: Concept): string;
  /** Every wording that means such an indicator. */
  wordings(concept: Concept, lang: 'kk' | 'ru'): readonly string[];
  /** Days (`YYYY-MM-DD`) on which the borders of a region moved. */
  borderDays(region: string): readonly string[];
  /** How a unit is written after a number, and whether it has to be: things that are counted are named by the subject. */
  unit(unit: string): string;
}

/** `path?query`, with the pairs that have a value. */
export function address(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A path with an entity's key as its last step; keys may hold `/`, `~` and letters of any script. */
export const pathOf = (folder: string, key: string): string =>
  `/${folder}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** Place of a value in the stored article, for the address after `#`. */
export const spanAnchor = (kind: 'value' | 'event', start: number, end: number): string =>
  `${kind === 'value' ? 's' : 'v'}-${start}-${end}`;

/** A web address that may be followed: articles come from outside, and an address can be a program (`javascript:`). */
export const webAddress = (url: string | null): string | undefined =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
