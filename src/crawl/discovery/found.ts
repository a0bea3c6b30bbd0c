/** An address that a source names, absolute, not yet judged to be an article's. */
export interface Found {
  readonly url: string;
  /** When the source says it was published or last changed: an ISO time or day, as given. */
  readonly lastmod?: string;
}

/** What one document of a source gave. Broken documents give what can be read of them, and say what is wrong. */
export interface SourceDocument {
  readonly found: readonly Found[];
  /** Sitemaps that an index names, with the time of their last change where it is given. */
  readonly children: readonly Found[];
  /** Why this is no document of its kind, in plain words. */
  readonly problem?: string;
}

export const nothing = (problem: string): SourceDocument => ({ found: [], children: [], problem });

/** A time as sources write it, if it is one: ISO or RFC 2822. */
export function isoTime(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const given = text.trim();
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/u.test(given))
    return Number.isNaN(Date.parse(given)) ? undefined : given;
  const at = /\d{4} \d{2}:\d{2}/u.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

export const entry = (url: string, lastmod: string | undefined): Found =>
  lastmod === undefined ? { url } : { url, lastmod };
