import type { Database } from 'better-sqlite3';
import type { Lang } from '../../core/article.ts';
import type { Coverage, FactCounts, Overview } from '../views.ts';
import type { EntityQueries } from './entities.ts';
import { column, type Raw } from './rows.ts';
import type { RunQueries } from './runs.ts';
import { stateOf } from './state.ts';

const { text, maybe, number } = column;
const TOP = 10;

export interface OverviewQueries {
  overview(): Overview;
  coverage(): Coverage;
}

export function overviewQueries(db: Database, entities: EntityQueries, runs: RunQueries): OverviewQueries {
  const articles = db.prepare<[], Raw>(
    'SELECT publisher, lang, count(*) AS n FROM current_articles GROUP BY publisher, lang ORDER BY publisher, lang',
  );
  const facts = db.prepare<[], Raw>(
    `SELECT ${['programs', 'regions', 'officials']
      .map(
        (kind) =>
          `(SELECT count(*) FROM article_${kind} f JOIN current_readings a ON a.extraction = f.extraction) AS ${kind}`,
      )
      .join(', ')},
      (SELECT count(*) FROM observations f JOIN current_readings a ON a.extraction = f.extraction) AS indicators,
      (SELECT count(*) FROM events f JOIN current_readings a ON a.extraction = f.extraction) AS events,
      (SELECT count(*) FROM issues f JOIN current_readings a ON a.extraction = f.extraction) AS issues`,
  );
  const distinct = db.prepare<[], Raw>(
    `SELECT (SELECT count(DISTINCT f.key) FROM article_programs f JOIN current_readings a ON a.extraction = f.extraction) AS programs,
      (SELECT count(DISTINCT region_id) FROM article_regions f JOIN current_readings a ON a.extraction = f.extraction) AS regions,
      (SELECT count(DISTINCT person) FROM current_officials) AS officials,
      (SELECT count(DISTINCT indicator) FROM observations f JOIN current_readings a ON a.extraction = f.extraction) AS indicators`,
  );
  const covered = db.prepare<[], Raw>(
    `SELECT publisher, count(*) AS n, min(known) AS first, max(known) AS last FROM current_readings
     GROUP BY publisher ORDER BY publisher`,
  );

  const state = stateOf(db);
  let known: { readonly at: string; readonly coverage: Coverage } | undefined;
  /** Worked out anew only after somebody, here or elsewhere, wrote to the store. */
  const coverage = (): Coverage => {
    const at = state();
    if (known?.at !== at) known = { at, coverage: workedOut() };
    return known.coverage;
  };
  const workedOut = (): Coverage => {
    const publishers = covered.all().map((row) => ({
      publisher: maybe(row, 'publisher'),
      articles: number(row, 'n'),
      from: maybe(row, 'first'),
      to: maybe(row, 'last'),
    }));
    const days = publishers.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
    days.sort();
    return {
      articles: publishers.reduce((sum, p) => sum + p.articles, 0),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      publishers,
    };
  };

  return {
    coverage,
    overview() {
      const counts = facts.get() ?? {};
      const different = distinct.get() ?? {};
      const kinds: readonly (keyof FactCounts)[] = [
        'programs',
        'regions',
        'officials',
        'indicators',
        'events',
      ];
      return {
        articles: articles.all().map((row) => ({
          publisher: maybe(row, 'publisher'),
          lang: text(row, 'lang') as Lang,
          articles: number(row, 'n'),
        })),
        facts: Object.fromEntries(kinds.map((kind) => [kind, number(counts, kind)])) as unknown as FactCounts,
        distinct: {
          programs: number(different, 'programs'),
          regions: number(different, 'regions'),
          officials: number(different, 'officials'),
          indicators: number(different, 'indicators'),
        },
        issues: number(counts, 'issues'),
        topPrograms: entities.programs().slice(0, TOP),
        coverage: coverage(),
        lastRun: runs.runs(1)[0] ?? null,
      };
    },
  };
}
