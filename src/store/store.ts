import type { DerekError } from '../core/errors.ts';
import { once } from '../core/memo.ts';
import { lookingBack } from './at.ts';
import { type Captures, captures } from './captures.ts';
import { type Care, care } from './care.ts';
import { type OpenOptions, openFile } from './database.ts';
import { storeError } from './errors.ts';
import { type Frontier, frontier } from './frontier.ts';
import { linker } from './link/index.ts';
import { type PublisherDays, publisherDays } from './publisher-days.ts';
import { articleQueries } from './queries/articles.ts';
import { changeQueries } from './queries/changes.ts';
import { entityQueries } from './queries/entities.ts';
import { type EvidenceQueries, evidenceQueries } from './queries/evidence.ts';
import { type FindQueries, findQueries } from './queries/find.ts';
import { type HolderQueries, holderQueries } from './queries/holders.ts';
import { type NamingQuery, namingQuery } from './queries/naming.ts';
import { type NearQueries, nearQueries } from './queries/near.ts';
import { observationQueries } from './queries/observations.ts';
import { overviewQueries } from './queries/overview.ts';
import { type ReachRow, reachQuery } from './queries/reach.ts';
import { runQueries } from './queries/runs.ts';
import { searchQueries } from './queries/search.ts';
import { stateOf } from './queries/state.ts';
import { type StoryQueries, storyQueries } from './queries/stories.ts';
import { type Streams, streams } from './queries/streams.ts';
import { type TallyQueries, tallyQueries } from './queries/tallies.ts';
import { type TenureQuery, type TenureRow, tenureQuery } from './queries/tenures.ts';
import { type ValueQueries, valueQueries } from './queries/values.ts';
import { type Redactions, redactions } from './redact.ts';
import { articleSaver, type Saver } from './save.ts';
import { transactions } from './transaction.ts';
import { type Verdicts, verdicts } from './verdicts.ts';
import type {
  ArticleRow,
  ArticleView,
  ChangedArticle,
  Coverage,
  EventRow,
  ObservationRow,
  OfficialRow,
  Overview,
  ProgramRow,
  RegionRow,
  RunReport,
  RunRow,
  SearchFilter,
  SearchResult,
  StoryView,
  Timeline,
  TimelineFilter,
} from './views.ts';

/** An open store. Every method throws only errors of `core/errors.ts`, unless the fault is ours. */
export interface Store extends Saver, EvidenceQueries, FindQueries {
  readonly file: string;
  /**
   * Works out stories, shared values and people for the articles saved since the last time; every run that saves ends
   * with it. Until then an official is filed under the name as written.
   */
  link(): void;
  recordRun(report: RunReport): void;
  /** Does some work as one transaction: all that it writes is there afterwards, or nothing. It must not wait for anything. */
  atomically<T>(work: () => T): T;
  readonly frontier: Frontier;
  /** The pages that are kept as they were fetched. */
  readonly captures: Captures;
  readonly redactions: Redactions;
  /** How each publisher did, day by day. */
  readonly days: PublisherDays;

  /** How often what is reported. */
  readonly tallies: TallyQueries;
  /** Values by filters, one page at a time, and the series they make. */
  readonly values: ValueQueries;
  /** Who is named with which post, and how. */
  readonly holders: HolderQueries;
  /** Officials and stories in the articles that name a program. */
  readonly near: NearQueries;

  overview(): Overview;
  coverage(): Coverage;
  runs(limit?: number): RunRow[];

  programs(): ProgramRow[];
  regions(): RegionRow[];
  officials(): OfficialRow[];

  article(id: string): ArticleView | undefined;
  /** The articles that came into the record last. */
  newest(limit: number): ArticleRow[];
  readonly naming: NamingQuery;
  /** The story an article belongs to, by the id of any member; undefined when no other article tells it. */
  story(articleId: string): StoryView | undefined;
  stories(): Iterable<StoryView>;
  /** Some stories, those whose origin is newest first, and how many there are in all. */
  newestStories: StoryQueries['newestStories'];
  /** Edited articles and the numbers that changed in them, the latest edit first; `since` is a day, `YYYY-MM-DD`. */
  changes(since?: string): ChangedArticle[];
  /** The edits of one article, the latest first. */
  editsOf(articleId: string): ChangedArticle[];
  /** Ids of articles whose facts other rules than these found, published on this day or later; in order. */
  readByOthers(ruleset: string, since?: string): string[];
  observation(id: string): ObservationRow | undefined;
  timeline(filter: TimelineFilter): Timeline;
  events(filter: TimelineFilter): EventRow[];
  eventsOfOfficial(key: string): EventRow[];
  search(query: string, filter?: SearchFilter): SearchResult;
  /** Everybody named with a post of one kind over a place, or under a surname of one sound, the oldest article first. */
  tenures(query: TenureQuery): TenureRow[];
  /** Articles known on a day that name a program beside a region or a place in it, the latest first. */
  reach(program: string, region: string, asOf: string): ReachRow[];
  readonly all: Streams;

  /** Verdicts that somebody asked to keep. */
  readonly verdicts: Verdicts;
  readonly care: Care;

  /**
   * The record as it was: at the end of a day (`YYYY-MM-DD`), with the text that each article had then, or in a release,
   * by its name. What was taken out since is in neither. A reader that is closed with this store, or when many others
   * were asked for since. Throws `WrongUsage` for what is neither a day nor a release.
   */
  at(when: string): Store;

  close(): void;
}

/** Opens the store in a file, and makes it when a writer asks for one that is not there. */
export function openStore(file: string, options: OpenOptions): Store {
  const open = openFile(file, options);
  try {
    const store: Store = guarded(
      queriesOf(
        open.db,
        file,
        options,
        () => store,
        () => open.close(),
      ),
      file,
    );
    return store;
  } catch (error) {
    open.close();
    throw storeError(error, file);
  }
}

function queriesOf(
  db: ReturnType<typeof openFile>['db'],
  file: string,
  options: OpenOptions,
  self: () => Store,
  close: () => void,
): Store {
  const past = options.seen !== undefined;
  const inOne = transactions(db);
  const observations = observationQueries(db);
  const redacted = redactions(db);
  const cared = care(db, file);
  const back = lookingBack(
    file,
    options,
    { ...redacted, releases: cared.releases, state: stateOf(db) },
    openStore,
    self,
  );
  const articles = articleQueries(db, observations);
  const stories = storyQueries(db, observations, past);
  const entities = entityQueries(db);
  const runs = runQueries(db);
  // A reader never links.
  const linking = once(() => linker(db, file));
  const tallies = tallyQueries(db);
  const { overview, coverage } = overviewQueries(db, tallies);

  return {
    file,
    ...articleSaver(db, inOne, options.clock),
    link: () => linking().link(),
    recordRun: runs.recordRun,
    atomically: (work) => inOne.whole(work)(),
    frontier: guarded(frontier(db, inOne), file),
    captures: guarded(captures(db), file),
    redactions: guarded(redacted, file),
    days: guarded(publisherDays(db), file),
    tallies: guarded(tallies, file),
    values: guarded(valueQueries(db), file),
    holders: guarded(holderQueries(db), file),
    near: guarded(nearQueries(db), file),
    overview,
    coverage,
    runs: runs.runs,
    programs: entities.programs,
    regions: entities.regions,
    officials: entities.officials,
    ...findQueries(db),
    article: articles.article,
    naming: namingQuery(db),
    newest: articles.newest,
    story: stories.story,
    stories: stories.stories,
    newestStories: stories.newestStories,
    ...changeQueries(db),
    readByOthers: articles.readByOthers,
    observation: observations.observation,
    timeline: observations.timeline,
    events: observations.events,
    eventsOfOfficial: observations.eventsOfOfficial,
    search: searchQueries(db, options.terms, past),
    ...evidenceQueries(db, past),
    tenures: tenureQuery(db),
    reach: reachQuery(db),
    all: streams(db, file),
    verdicts: guarded(verdicts(db, options.clock), file),
    care: guarded(cared, file),
    at: back.at,
    close() {
      back.close();
      close();
    },
  };
}

/** The same object, with errors of SQLite told as a {@link DerekError} that names the file. */
function guarded<T extends object>(parts: T, file: string): T {
  const guard = (value: unknown): unknown =>
    typeof value === 'function'
      ? (...args: unknown[]): unknown => {
          try {
            return value(...args);
          } catch (error) {
            throw storeError(error, file);
          }
        }
      : value;
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, guard(value)])) as T;
}
