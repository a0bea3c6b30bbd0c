import type { Database } from 'better-sqlite3';
import type { Lang } from '../../core/article.ts';
import type { Coverage, Overview } from '../views.ts';
import { column, type Raw } from './rows.ts';
import type { TallyQueries } from './tallies.ts';

const { text, number } = column;
const TOP = 10;

export interface OverviewQueries {
  overview(): Overview;
  coverage(): Coverage;
}

/** What the whole record holds, by the sums that the store keeps. */
export function overviewQueries(
  db: Database,
  tallies: Pick<TallyQueries, 'programs' | 'outlets'>,
): OverviewQueries {
  const totals = db.prepare<[], Raw>('SELECT * FROM totals ORDER BY publisher, lang');
  const coverage = (): Coverage => {
    const publishers = tallies
      .outlets()
      .map(({ key, articles, first, last }) => ({ publisher: key || null, articles, from: first, to: last }))
      .sort((a, b) => ((a.publisher ?? '') < (b.publisher ?? '') ? -1 : 1));
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
      const rows = totals.all();
      const sum = (of: string): number => rows.reduce((total, row) => total + number(row, of), 0);
      return {
        articles: rows.map((row) => ({
          publisher: text(row, 'publisher') || null,
          lang: text(row, 'lang') as Lang,
          articles: number(row, 'articles'),
        })),
        facts: {
          programs: sum('programs'),
          regions: sum('regions'),
          officials: sum('officials'),
          indicators: sum('observations'),
          events: sum('events'),
        },
        topPrograms: tallies.programs({ limit: TOP }),
      };
    },
  };
}
