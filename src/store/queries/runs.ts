import type { Database } from 'better-sqlite3';
import type { RunReport, RunRow } from '../views.ts';
import { column, json, type Raw } from './rows.ts';

const { text, maybe, number } = column;

export interface RunQueries {
  /**
   * Keeps the report of a run. One that came to its end and found nothing new, and had no other problems than the last
   * of its kind, adds no row: it confirms that one.
   */
  recordRun(report: RunReport): void;
  /** The newest first. */
  runs(limit?: number): RunRow[];
}

export function runQueries(db: Database): RunQueries {
  const last = db.prepare<[string], Raw>('SELECT * FROM runs WHERE kind = ? ORDER BY id DESC LIMIT 1');
  const confirm = db.prepare('UPDATE runs SET confirmed_at = max(confirmed_at, ?) WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO runs(kind, started_at, finished_at, confirmed_at, ruleset, publishers, counts, problems, stopped)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = db.prepare<[number], Raw>('SELECT * FROM runs ORDER BY id DESC LIMIT ?');

  return {
    recordRun(report) {
      const { kind, ruleset, counts, stopped } = report;
      const finished = report.finishedAt.toISOString();
      const problems = JSON.stringify(report.problems);
      const before = last.get(kind);
      const confirms =
        before !== undefined &&
        stopped === null &&
        maybe(before, 'stopped') === null &&
        (report.problems.length === 0 || text(before, 'problems') === problems) &&
        counts.new + counts.changed === 0;
      if (confirms) {
        confirm.run(finished, number(before, 'id'));
        return;
      }
      const publishers = JSON.stringify([...report.publishers].sort());
      const started = report.startedAt.toISOString();
      const told = JSON.stringify(counts);
      insert.run(kind, started, finished, finished, ruleset, publishers, told, problems, stopped);
    },
    runs: (limit = 50) => list.all(limit).map(runOf),
  };
}

const runOf = (row: Raw): RunRow => ({
  id: number(row, 'id'),
  kind: text(row, 'kind'),
  startedAt: text(row, 'started_at'),
  finishedAt: text(row, 'finished_at'),
  confirmedAt: text(row, 'confirmed_at'),
  ruleset: text(row, 'ruleset'),
  publishers: json(row, 'publishers'),
  counts: json(row, 'counts'),
  problems: json(row, 'problems'),
  stopped: maybe(row, 'stopped') as RunRow['stopped'],
});
