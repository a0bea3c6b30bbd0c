import { WrongUsage } from '../../core/errors.ts';
import type { EventRow, Meant, Store, TimelineFilter, TimelineRow } from '../../store/index.ts';
import { eventWords, periodWords, valueWords } from '../facts/words.ts';
import type { StoreOptions } from '../options.ts';
import { type Output, openOutput } from '../output.ts';
import { clip, counted, plain } from '../text.ts';
import { reading } from './open.ts';
import { sourceWords } from './source.ts';

export interface TimelineOptions extends StoreOptions {
  readonly program?: string;
  readonly region?: string;
  readonly indicator?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

const WIDTH = 110;
const PERIOD_WIDTH = 12;

/** What was asked for, and what the record knows under that name. */
interface Asked {
  readonly what: 'program' | 'region' | 'indicator';
  readonly words: string;
  readonly found: readonly { readonly key: string; readonly name: string }[];
}

/** `derek timeline`: dated values in the order of their time, events among them, undated values apart. */
export async function showTimeline(options: TimelineOptions): Promise<void> {
  const output = openOutput(options);
  const { asOf } = options;
  const answer = async (store: Store): Promise<void> => {
    const asked = askedFor(store, options);
    if (asked.length === 0 && options.from === undefined && options.to === undefined)
      throw new WrongUsage(
        'what timeline? Name a --program, --region or --indicator, or days with --from and --to',
      );
    for (const one of asked) sayWhatWasFound(one, output);
    const filter = filterOf(asked, options);
    const timeline = store.timeline(filter);
    if (output.json) {
      const keys = Object.fromEntries(asked.map(({ what, found }) => [`${what}s`, found]));
      await output.record({
        ...keys,
        ...filterDays(options),
        ...(asOf === undefined ? {} : { asOf }),
        ...timeline,
      });
      return;
    }
    await heading(asked, output);
    const all = [...timeline.dated, ...timeline.undated];
    const told = tellers(all);
    for (const entry of inOrder(told(timeline.dated), timeline.events)) await say(entry, output);
    const undated = told(timeline.undated);
    if (undated.length > 0) await output.line('date unknown');
    for (const value of undated) await sayValue('', value, output);
    output.note(`${counted(all.length, 'value')}, ${counted(timeline.events.length, 'event')}`);
  };
  await reading(options.db, answer, { asOf });
}

/** A thing with its name in Kazakh and in Russian, once where they are the same. */
const namedOf = ({ key, names }: Meant): Asked['found'][number] => ({ key, name: names.join(' / ') });

function askedFor(store: Store, options: TimelineOptions): Asked[] {
  const asked: Asked[] = [];
  const { program, region, indicator } = options;
  if (program !== undefined) {
    const found = store.findPrograms(program).map(namedOf);
    asked.push({ what: 'program', words: program, found });
  }
  if (region !== undefined) {
    const found = store.findRegions(region).map(namedOf);
    asked.push({ what: 'region', words: region, found });
  }
  if (indicator !== undefined) {
    const found = store.findIndicators(indicator).map(namedOf);
    asked.push({ what: 'indicator', words: indicator, found });
  }
  return asked;
}

function sayWhatWasFound({ what, words, found }: Asked, output: Output): void {
  if (found.length === 0)
    output.complain(
      `no ${what} of the record is called «${words}»; 'derek search' looks through the articles`,
    );
  else if (found.length > 1)
    output.note(
      `«${words}» is taken for ${found.length} ${what}s: ${found.map(({ name }) => name).join('; ')}`,
    );
}

const filterDays = ({ from, to }: TimelineOptions): Pick<TimelineFilter, 'from' | 'to'> => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function filterOf(asked: readonly Asked[], options: TimelineOptions): TimelineFilter {
  const keys = Object.fromEntries(asked.map(({ what, found }) => [`${what}s`, found.map(({ key }) => key)]));
  return { ...keys, ...filterDays(options) };
}

async function heading(asked: readonly Asked[], output: Output): Promise<void> {
  const names = asked.flatMap(({ found }) => found.map(({ name }) => name));
  if (names.length > 0) await output.line(clip(names.join('; '), WIDTH));
}

/** A value, with all of one story that state it, and what took its place. */
interface Told {
  readonly row: TimelineRow;
  readonly also: readonly TimelineRow[];
  readonly next: TimelineRow | undefined;
}

/** Values of which each is told once a story: by the first row of its point. */
function tellers(all: readonly TimelineRow[]): (rows: readonly TimelineRow[]) => Told[] {
  const byPoint = new Map<string, TimelineRow[]>();
  for (const row of all) {
    const rows = byPoint.get(row.point);
    if (rows === undefined) byPoint.set(row.point, [row]);
    else rows.push(row);
  }
  const byId = new Map(all.map((row) => [row.id, row]));
  return (rows) =>
    rows.flatMap((row) => {
      const [first, ...also] = byPoint.get(row.point) ?? [];
      return first === row ? [{ row, also, next: byId.get(row.superseded?.by ?? '') }] : [];
    });
}

interface Entry {
  readonly at: string;
  readonly what: Told | EventRow;
}

/** Values and events in one order: by the begin of what they speak of. */
function inOrder(values: readonly Told[], events: readonly EventRow[]): Entry[] {
  const entries: Entry[] = [
    ...values.map((what) => ({ at: what.row.period?.from ?? what.row.period?.to ?? '', what })),
    ...events.map((what) => ({ at: what.date.from ?? what.date.to ?? '9999', what })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const say = ({ what }: Entry, output: Output): Promise<void> =>
  'date' in what ? sayEvent(what, output) : sayValue(periodWords(what.row.period), what, output);

async function sayValue(when: string, { row, also, next }: Told, output: Output): Promise<void> {
  const status = row.status === 'actual' ? '' : ` (${row.status})`;
  const place = row.region === null ? '' : `, ${row.region.name[row.lang === 'kk' ? 'kk' : 'ru']}`;
  await entry(when, `${valueWords(row)}: ${row.subject}${place}${status}`, row, output);
  for (const other of also) await output.line(indent + plain(`also ${sourceWords(other)}`));
  if (next !== undefined)
    await output.line(
      indent +
        plain(
          `overtaken (${HOW[row.superseded?.how ?? 'progress']}): ${valueWords(next)}, ${sourceWords(next)}`,
        ),
    );
}

const HOW = { progress: 'progress', revision: 'revision', rule_change: 'rule change' } as const;

const sayEvent = (row: EventRow, output: Output): Promise<void> =>
  entry(
    periodWords(row.date),
    `${eventWords(row)}: ${[row.program ?? row.official ?? row.organisation ?? '', row.post].filter(Boolean).join(', ')}`,
    row,
    output,
  );

const indent = ' '.repeat(PERIOD_WIDTH);

async function entry(when: string, what: string, row: TimelineRow | EventRow, output: Output): Promise<void> {
  await output.line(`${plain(when).padEnd(PERIOD_WIDTH - 1)} ${clip(what, WIDTH - PERIOD_WIDTH)}`);
  await output.line(indent + plain(`«${row.sentence.replace(/\s+/gu, ' ')}»`));
  await output.line(indent + plain(sourceWords(row)));
}
