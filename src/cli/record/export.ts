import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { WrongUsage } from '../../core/errors.ts';
import { FORMATS, type Format, type Table, VIEWS, type View } from '../../export/index.ts';
import type { Store } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { type Output, openOutput } from '../output.ts';
import { counted } from '../text.ts';
import { reading } from './open.ts';

export interface ExportOptions extends StoreOptions {
  readonly format: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly columns: boolean;
}

/** Pieces of text are gathered up to this length: a write a row would take ten times as long. */
const CHUNK = 1 << 16;

/** `derek export`: a view goes out row by row, whatever its size. */
export async function exportView(name: string, options: ExportOptions): Promise<void> {
  const view = pick(VIEWS, name, 'view');
  const format = pick(FORMATS, options.json ? 'jsonl' : options.format, 'format');
  const output = openOutput(options);
  if (options.columns) return describe(view, output);
  if (format.binary && options.out === undefined && output.terminal)
    throw new WrongUsage(`${format.name} is not for a terminal: name a file with --out`);
  const write = async (store: Store): Promise<void> => {
    const table = counting(view.table(store));
    const { out } = options;
    if (out === undefined) await toStdout(format, table);
    else toFile(format, table, out);
    output.note(`${counted(table.count(), 'row')} of ${view.name}${out === undefined ? '' : ` in ${out}`}`);
  };
  await reading(options.db, write, { asOf: options.asOf });
}

function pick<T extends { readonly name: string }>(list: readonly T[], name: string, what: string): T {
  const found = list.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new WrongUsage(
    `there is no ${what} ${name}: choose one of ${list.map((one) => one.name).join(', ')}`,
  );
}

async function describe(view: View, output: Output): Promise<void> {
  if (output.json) for (const column of view.columns) await output.record(column);
  else {
    await output.line(`${view.name}: ${view.about}`);
    await output.table(
      ['column', 'type', 'meaning'],
      view.columns.map(({ name, type, about }) => [name, type, about]),
    );
  }
}

interface CountedTable extends Table {
  count(): number;
}

function counting({ columns, rows }: Table): CountedTable {
  let count = 0;
  function* counted() {
    for (const row of rows) {
      count++;
      yield row;
    }
  }
  return { columns, rows: counted(), count: () => count };
}

function* chunks(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let chunk = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

async function toStdout(format: Format, table: Table): Promise<void> {
  for (const chunk of chunks(format.write(table)))
    if (!process.stdout.write(chunk))
      await new Promise<void>((room) => void process.stdout.once('drain', room));
}

function create(part: string, out: string): number {
  try {
    return openSync(part, 'w');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUsage(`cannot write ${out} (${why}). Choose another place with --out`);
  }
}

/** Half a file is worse than none: it gets its name when it is whole. */
function toFile(format: Format, table: Table, out: string): void {
  const part = `${out}.part`;
  const file = create(part, out);
  try {
    for (const chunk of chunks(format.write(table))) writeFileSync(file, chunk);
    closeSync(file);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
