import type { CommonOptions } from './options.ts';
import { plain, tableLines } from './text.ts';

/** The parts of a stream that we use: stdout and stderr fit, so does a recorder in a test. */
export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Shows how far a long command has come: one moving line on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** `done` of `total` (when known), and a word on what is in hand. */
  at(done: number, total?: number, what?: string): void;
  /** Takes the moving line away. */
  end(): void;
}

/** Where a command speaks: results on stdout, everything about the run on stderr. */
export interface Output {
  readonly json: boolean;
  /** Is stdout a terminal? */
  readonly terminal: boolean;
  /** One line of the result as it is; resolves when the reader has room for the next. */
  line(text: string): Promise<void>;
  /** One result as a line of JSON. */
  record(value: unknown): Promise<void>;
  /** Rows under headings; a column of numbers is set to the right. */
  table(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<void>;
  /** Something good to know, not with `--quiet`. */
  note(text: string): void;
  /** Something that went wrong, always said. */
  complain(text: string): void;
  progress(label: string): Progress;
}

const MOVE_EVERY_MS = 100;
const SAY_EVERY_MS = 5_000;

/** The output of one command; `streams` and `now` are for tests. */
export function openOutput(
  options: CommonOptions,
  streams: { readonly stdout: Sink; readonly stderr: Sink } = process,
  now: () => number = () => performance.now(),
): Output {
  const { stdout, stderr } = streams;
  let moving = '';
  const clear = (): void => {
    if (moving !== '') stderr.write('\r\x1b[2K');
  };
  const say = (text: string): void => {
    clear();
    stderr.write(`${plain(text)}\n`);
    if (moving !== '') stderr.write(moving);
  };
  const line = async (text: string): Promise<void> => {
    if (stdout.isTTY === true) clear();
    if (!stdout.write(`${text}\n`)) await new Promise<void>((room) => void stdout.once('drain', room));
  };
  return {
    json: options.json === true,
    terminal: stdout.isTTY === true,
    line,
    record: (value) => line(JSON.stringify(value)),
    table: async (headings, rows) => {
      for (const text of tableLines(headings, rows)) await line(text);
    },
    note: (text) => {
      if (options.quiet !== true) say(text);
    },
    complain: say,
    progress: (label) => {
      let last = Number.NEGATIVE_INFINITY;
      const every = stderr.isTTY === true ? MOVE_EVERY_MS : SAY_EVERY_MS;
      return {
        at(done, total, what) {
          if (options.quiet === true || now() - last < every) return;
          const of = total === undefined ? `${done}` : `${done} of ${total}`;
          const text = plain(`${label}: ${of}${what === undefined ? '' : `, ${what}`}`);
          if (stderr.isTTY === true) {
            clear();
            moving = text.slice(0, 78);
            stderr.write(moving);
          } else if (last !== Number.NEGATIVE_INFINITY) stderr.write(`${text}\n`);
          // The first plain line waits its turn: a run of two seconds needs none.
          last = now();
        },
        end() {
          clear();
          moving = '';
        },
      };
    },
  };
}
