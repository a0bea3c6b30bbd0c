import type { Lang, ReaderName, Script, SectionKind } from '../core/article.ts';
import type {
  BilingualName,
  EventFact,
  EventKind,
  IndicatorFact,
  MentionType,
  NumberKind,
  OfficialRole,
  Period,
  ProgramKind,
  RegionLevel,
  Status,
} from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import type { Span } from '../core/span.ts';
import type { Edit, StatedValue } from '../resolve/edits.ts';
import type { Superseded } from '../resolve/supersede.ts';
import type { ProgramTally } from './queries/tallies.ts';

/**
 * What the store answers: plain objects with the field names of the contract. Days and times are text as articles give
 * them (`2026-08-18` or an ISO time with offset); times of our own (`seen`, `confirmedAt`) are ISO in UTC.
 */

/** A name in the languages we have it in. */
export interface Names {
  readonly kk: string | null;
  readonly ru: string | null;
}

/** Where a fact was read. */
export interface SourceRow {
  readonly articleId: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly lang: Lang;
  readonly title: string | null;
  readonly published: string | null;
  /** When we first had the article. */
  readonly seen: string;
}

/** One value as one article states it, with its sentence and its source. */
export interface ObservationRow extends SourceRow, Omit<IndicatorFact, 'program'> {
  /** The sentence around the quote, exactly as in the article, and where it begins there. */
  readonly sentence: string;
  readonly sentenceStart: number;
  /** Key of the page `/indicators/:id`: the concept, else `~` and the folded subject. */
  readonly indicator: string;
  readonly program: { readonly key: string; readonly id: string | null; readonly name: BilingualName } | null;
  /** Version of the rules that found it. */
  readonly ruleset: string;
  /** Values that articles of one story share bear the id of the one that was said first. */
  readonly point: string;
}

export interface EventRow extends SourceRow {
  readonly id: string;
  readonly kind: EventKind;
  readonly status: EventFact['status'];
  readonly date: Period;
  readonly program: string | null;
  readonly programKey: string | null;
  readonly official: string | null;
  readonly officialKey: string | null;
  /** The post that the official got, left or acted in. */
  readonly post: string | null;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly regionId: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly sentenceStart: number;
  readonly rule: string;
}

/** A value among others of its series. */
export interface TimelineRow extends ObservationRow {
  /** The value of the same series that took its place, and why; null while it holds. */
  readonly superseded: Superseded | null;
}

/** Values of one thing in the order of the time they speak of; `undated` is the list "date unknown". */
export interface Timeline {
  readonly dated: readonly TimelineRow[];
  readonly undated: readonly TimelineRow[];
  readonly events: readonly EventRow[];
}

export interface TimelineFilter {
  /** Keys of programs, any of them. */
  readonly programs?: readonly string[];
  readonly regions?: readonly string[];
  readonly indicators?: readonly string[];
  /** `YYYY-MM-DD`: the period has to overlap; values without a period are judged by the day of the article. */
  readonly from?: string;
  readonly to?: string;
}

export interface ProgramRow {
  /** The catalogue's id, or `~` and the folded name for a program nobody has listed yet. */
  readonly key: string;
  readonly id: string | null;
  readonly name: Names;
  readonly kind: ProgramKind;
  readonly articles: number;
  readonly observations: number;
  readonly events: number;
  readonly publishers: readonly string[];
  readonly langs: readonly Lang[];
  /** Publication days of the first and the last article that names it. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface RegionRow {
  readonly id: string;
  readonly name: BilingualName;
  readonly level: RegionLevel;
  readonly articles: number;
  readonly observations: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** A post that a person is named with. */
export interface PostRow {
  readonly post: string;
  readonly postId: string | null;
  readonly lang: Lang;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  readonly role: readonly OfficialRole[];
  readonly articles: number;
  readonly first: string | null;
  readonly last: string | null;
}
export interface OfficialRow {
  /** Shared by all spellings of the name in both languages. */
  readonly key: string;
  readonly id: string | null;
  readonly name: Names;
  /** The most often named post first. */
  readonly posts: readonly PostRow[];
  /** Keys of others who may be the same person: the names agree, and nothing else does. */
  readonly mayBe: readonly string[];
  readonly articles: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface ArticleRow extends SourceRow {
  readonly modified: string | null;
  readonly authors: readonly string[];
  /** When the page last looked the way we have it. */
  readonly confirmedAt: string;
  readonly versions: number;
  readonly observations: number;
  /** UTF-16 length of the text. */
  readonly length: number;
}

/** A value of one version of an edited article. */
export type ChangedValue = StatedValue;
/** One edit of an article: the version that was first seen then, against the one before it. */
export interface ChangedArticle extends SourceRow {
  readonly editedAt: string;
  /** The headline before the edit, where that changed. */
  readonly oldTitle: string | null;
  /** Numbers that the edit changed, took away or added; none when only words changed. */
  readonly values: readonly Edit<ChangedValue>[];
}

/** A state of the record that was frozen under a name. */
export interface Release {
  readonly name: string;
  readonly at: string;
  readonly articles: number;
  readonly observations: number;
  /** SHA-256 of the file that holds it, in hex. */
  readonly sha256: string | null;
}

/** How an article of a story relates to its origin. */
export type StoryRole = 'origin' | 'reprint' | 'translation' | 'rewrite';
export interface StoryMember extends ArticleRow {
  readonly role: StoryRole;
  /** How much the article shares with the origin, or else with the nearest member: 0..1; and what. */
  readonly score: number;
  readonly shared: readonly string[];
}
/** One value of a story, as each article that states it puts it: one row an article, the origin's first. */
export interface StoryValue {
  readonly point: string;
  readonly said: readonly ObservationRow[];
}
/** A value that the two languages of a story do not give alike; null where a language does not give it at all. */
export interface StoryDifference {
  readonly kk: ObservationRow | null;
  readonly ru: ObservationRow | null;
}
/** One event as several articles tell it. */
export interface StoryView {
  /** Id of the origin, the article that told it first; the id of any other member leads there too. */
  readonly id: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly publishers: readonly string[];
  readonly langs: readonly Lang[];
  readonly articles: readonly StoryMember[];
  /** Every value of its articles, in the order in which the origin, then the others give them. */
  readonly values: readonly StoryValue[];
  /** What the Kazakh and the Russian articles do not say alike; none for a story in one language. */
  readonly differences: readonly StoryDifference[];
}

/** Why the record takes two things for one: an official for a person, or two articles for one story. */
export interface LinkRow {
  readonly kind: 'person' | 'story';
  /** An article with the name it gives, or an article. */
  readonly article: string;
  readonly name: string | null;
  /** Key of the person, or the other article. */
  readonly target: string;
  /** How the names compare, or how much the articles share. */
  readonly level: string | null;
  readonly score: number | null;
  /** What agrees, the most telling first. */
  readonly shared: readonly string[];
}

export interface MentionRow extends Span {
  readonly type: MentionType;
  readonly ref: string | null;
  readonly rule: string;
  readonly value: number | null;
  readonly kind: NumberKind | null;
}

export interface ArticleProgram {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly kind: ProgramKind;
  readonly rule: string;
  readonly mentions: readonly Span[];
}
export interface ArticleRegion {
  readonly id: string;
  readonly name: BilingualName;
  readonly level: RegionLevel;
  readonly rule: string;
  readonly mentions: readonly Span[];
}
export interface ArticleOfficial {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly post: string;
  readonly postId: string | null;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  readonly role: readonly OfficialRole[];
  readonly rule: string;
  readonly mentions: readonly Span[];
}

/** One article as it stands now, with every fact of it. */
export interface ArticleView extends ArticleRow {
  readonly text: string;
  readonly script: Script;
  readonly langConfidence: number;
  readonly reader: ReaderName | null;
  readonly sections: readonly { readonly start: number; readonly end: number; readonly kind: SectionKind }[];
  readonly mentions: readonly MentionRow[];
  readonly programs: readonly ArticleProgram[];
  readonly regions: readonly ArticleRegion[];
  readonly officials: readonly ArticleOfficial[];
  readonly indicators: readonly ObservationRow[];
  readonly events: readonly EventRow[];
  readonly issues: readonly Issue[];
  readonly ruleset: string;
  /** Every text the page has had, the newest first. */
  readonly history: readonly VersionRow[];
}

export interface VersionRow {
  readonly title: string | null;
  readonly textSha256: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly current: boolean;
}

export interface SearchFilter {
  /** Publisher key. */
  readonly publisher?: string;
  readonly lang?: Lang;
  /** Publication days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Key of a program, id of a region. */
  readonly program?: string;
  readonly region?: string;
  readonly unit?: string;
  /** Bounds of the value, both included. */
  readonly least?: number;
  readonly most?: number;
  /** Only words as asked for, not what they are in the other language. */
  readonly exact?: boolean;
  /** Rows of each kind, by default 20. */
  readonly limit?: number;
  readonly offset?: number;
}

/** A piece of text with the found words marked: `[start, end)` in UTF-16 units of `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}
export interface ArticleHit extends ArticleRow {
  readonly snippet: Snippet;
}
export interface FactHit extends ObservationRow {
  readonly snippet: Snippet;
}
export interface SearchResult {
  readonly articles: readonly ArticleHit[];
  readonly facts: readonly FactHit[];
  /** How many there are in all, not only on this page. */
  readonly totalArticles: number;
  readonly totalFacts: number;
}

export interface RunReport {
  /** `crawl`, `ingest`, `demo` */
  readonly kind: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly ruleset: string;
  readonly publishers: readonly string[];
  readonly counts: RunCounts;
  /** Null when all was done. */
  readonly stopped: Stopped | null;
  /** Inputs or publishers that failed, in plain words. */
  readonly problems: readonly { readonly input: string; readonly detail: string }[];
}
/** Why a run ended before everything was done: on demand of its caller, or because its time was over. */
export type Stopped = 'interrupted' | 'time';

export interface RunCounts {
  /** Pages or files asked for. */
  readonly fetched: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Pages that are no article (galleries, paywalls…). */
  readonly refused: number;
  readonly failed: number;
}
export interface RunRow {
  readonly id: number;
  readonly kind: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The last time that a run of the same kind found nothing new. */
  readonly confirmedAt: string;
  readonly ruleset: string;
  readonly publishers: readonly string[];
  readonly counts: RunCounts;
  readonly stopped: Stopped | null;
  readonly problems: readonly { readonly input: string; readonly detail: string }[];
}

/** What the record covers, so that an absence can be argued with. */
export interface Coverage {
  readonly articles: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly publishers: readonly {
    readonly publisher: string | null;
    readonly articles: number;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface FactCounts {
  readonly programs: number;
  readonly regions: number;
  readonly officials: number;
  readonly indicators: number;
  readonly events: number;
}

export interface Overview {
  readonly articles: readonly {
    readonly publisher: string | null;
    readonly lang: Lang;
    readonly articles: number;
  }[];
  /** Facts in the current articles: a program counts once an article that names it. */
  readonly facts: FactCounts;
  /** The most observed programs, at most ten. */
  readonly topPrograms: readonly ProgramTally[];
}

/** One series, as far as wording and catalogue tell: concept × program × region × unit × measure. */
export interface SeriesRow {
  readonly id: string;
  readonly concept: string;
  readonly program: { readonly key: string; readonly name: BilingualName } | null;
  readonly region: { readonly id: string; readonly name: BilingualName } | null;
  readonly unit: string;
  readonly measure: 'level' | 'change' | 'ratio';
  readonly per: string | null;
  readonly status: Status;
  readonly observations: number;
  readonly publishers: number;
  /** Bounds of the periods named; null when no value of the series is dated. */
  readonly from: string | null;
  readonly to: string | null;
  /** The value of the latest period; of several the one published last. */
  readonly lastValue: number | null;
  readonly lastObservation: string;
}

/** Something wrong with a store: what it concerns (`file`, `quotes`, `search`…), and what is the matter. */
export interface Problem {
  readonly what: string;
  readonly detail: string;
}
