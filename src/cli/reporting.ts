import { loadPublishers } from '../catalog/publishers.ts';
import type { Lang } from '../core/article.ts';
import type { Report } from '../pipeline/report.ts';
import type { Alarm, Overview, Store } from '../store/index.ts';
import type { Output } from './output.ts';
import { clip, counted } from './text.ts';

/** Failures named one by one; the rest is in the report. */
const NAMED = 10;
const TOP = 3;

const LANGUAGES: Readonly<Record<Lang, string>> = {
  kk: 'Kazakh',
  ru: 'Russian',
  mixed: 'mixed',
  other: 'other',
  und: '–',
};

const order = (lang: Lang): number => Object.keys(LANGUAGES).indexOf(lang);

/** Tells people what a run did and what the record holds now; as one JSON object with `--json`. */
export async function printReport(
  report: Report,
  store: Store,
  output: Output,
  dryRun: boolean,
): Promise<void> {
  if (output.json) {
    const { articles, facts, topPrograms } = store.overview();
    await output.record({ ...report, record: { articles, facts, topPrograms: topPrograms.slice(0, TOP) } });
    return;
  }
  const names = namesOf();
  if (dryRun) {
    const rows = report.publishers.map((p) => [names(p.publisher), p.publisher, p.discovered, p.postponed]);
    await output.table(['Outlet', 'Publisher', 'Unknown articles', 'Known and due'], rows);
  } else {
    // When no outlet could be read at all, the last word of the command says so, and there is nothing to sum up.
    if (report.publishers.some(({ state }) => state === 'done')) {
      await printRun(report, output, names);
      await printRecord(store.overview(), output, names);
    }
  }
  for (const { sources } of report.publishers)
    for (const { url, problem } of sources) output.note(`note: ${url}: ${problem}`);
  const failures = report.publishers.flatMap((p) => p.failures);
  for (const { url, reason } of failures.slice(0, NAMED)) output.complain(`failed: ${url}: ${reason}`);
  if (failures.length > NAMED)
    output.complain(`… and ${failures.length - NAMED} more (--report FILE names them all)`);
  for (const alarm of report.alarms) output.complain(`alarm: ${alarmLine(alarm)}`);
}

/** An alarm in one line: who, what, and why. */
export const alarmLine = ({ publisher, kind, field, detail }: Alarm): string =>
  `${publisher}: ${field ?? kind}: ${detail}`;

const ENDS = { done: 'Done in', interrupted: 'Stopped after', time: 'Out of time after' } as const;

async function printRun(report: Report, output: Output, names: Naming): Promise<void> {
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1_000;
  const { counts, traffic } = report;
  await output.line(
    `${ENDS[report.stopped ?? 'done']} ${seconds.toFixed(1)} s: ${counted(counts.fetched, 'page')} visited, ` +
      `${counted(traffic.requests, 'request')}.`,
  );
  const waiting = report.publishers.reduce((sum, p) => sum + p.postponed, 0);
  if (waiting > 0) await output.line(`${counted(waiting, 'article')} that are due wait for the next run.`);
  if (counts.fetched === 0) {
    await output.line(report.stopped === null ? 'Nothing new.\n' : '');
    return;
  }
  const rows = report.publishers.flatMap(({ publisher, languages }) =>
    [...languages]
      .sort((a, b) => order(a.lang) - order(b.lang))
      .map((l) => [names(publisher), LANGUAGES[l.lang], l.new, l.changed, l.unchanged, l.skipped, l.failed]),
  );
  await output.table(['Outlet', 'Language', 'New', 'Changed', 'Unchanged', 'Skipped', 'Failed'], rows);
  const skipped = new Map<string, number>();
  for (const { reason, count } of report.publishers.flatMap((p) => p.skipped))
    skipped.set(reason, (skipped.get(reason) ?? 0) + count);
  if (skipped.size > 0)
    await output.line(`Skipped: ${[...skipped].map(([why, n]) => `${n} ${why}`).join(', ')}.`);
  await output.line('');
}

async function printRecord(record: Overview, output: Output, names: Naming): Promise<void> {
  const total = record.articles.reduce((sum, { articles }) => sum + articles, 0);
  await output.line(`The record now: ${counted(total, 'article')}`);
  const rows = record.articles.map((a) => [
    a.publisher === null ? '–' : names(a.publisher),
    LANGUAGES[a.lang],
    a.articles,
  ]);
  await output.table(['Outlet', 'Language', 'Articles'], rows);
  const { facts } = record;
  await output.line(
    `\nFacts: ${counted(facts.indicators, 'figure')}, ${counted(facts.programs, 'program')}, ` +
      `${counted(facts.regions, 'region')}, ${counted(facts.officials, 'official')}, ${counted(facts.events, 'event')}.`,
  );
  const top = record.topPrograms.slice(0, TOP);
  if (top.length === 0) return;
  await output.line('\nMost observed programs:');
  for (const [at, { name, observations, articles }] of top.entries()) {
    const shown = [...new Set([name.kk, name.ru])].filter((n) => n !== null).join(' / ');
    await output.line(
      `  ${at + 1}. ${clip(shown, 90)}: ${counted(observations, 'figure')} in ${counted(articles, 'article')}`,
    );
  }
}

type Naming = (key: string) => string;

function namesOf(): Naming {
  const known = new Map(loadPublishers().map((p) => [p.key, p]));
  return (key) => known.get(key)?.name.ru ?? key;
}
