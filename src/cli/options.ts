import { type Command, InvalidArgumentError, Option } from 'commander';

/** What every command understands. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What every command that opens the store understands. */
export interface StoreOptions extends CommonOptions {
  readonly db: string;
}

/** Adds `--json` and `--quiet`. */
export const withOutput = (command: Command): Command =>
  command
    .option('--json', 'print JSON, one object a line, instead of text for people')
    .option('-q, --quiet', 'no progress and no summary on stderr');

/** Adds `--db FILE` (default `derek.db`, or `DEREK_DB`), `--json` and `--quiet`. */
export const withStore = (command: Command): Command =>
  withOutput(command).addOption(
    new Option('--db <file>', 'the store').default('derek.db').env('DEREK_DB').argParser(fileName),
  );

/** Adds examples under the help of a command: pairs of what to type and what it does. */
export const examples = (command: Command, list: readonly (readonly [string, string])[]): Command => {
  const lines = list.map(([type, what]) => `  $ ${type}\n      ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};

/** Parses an option that is a whole number from `min` to `max`. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max))
      throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
    return value;
  };

/** Parses an option that is a number: `5000000`, `2.5`. */
export const plainNumber = (text: string): number => {
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(text))
    throw new InvalidArgumentError('Expected a number, as 5000000 or 2.5.');
  return Number(text);
};

/** Parses an option that is a number above 0 and no more than `max`: `8`, `0.5`. */
export const upTo =
  (max: number) =>
  (text: string): number => {
    const value = /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(value > 0 && value <= max))
      throw new InvalidArgumentError(`Expected a number above 0, at most ${max}.`);
    return value;
  };

/** Parses an option that is a day, `YYYY-MM-DD`. */
export const day = (text: string): string => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text))
    throw new InvalidArgumentError('Expected a day of the calendar, YYYY-MM-DD.');
  return text;
};

/** Parses an option that is a day, or else the name of a release. */
export const dayOrRelease = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text);

/** Parses an option that names a file. */
export const fileName = (text: string): string => {
  if (text === '' || text.includes('\0')) throw new InvalidArgumentError('Expected the name of a file.');
  return text;
};

/** Parses an option that is an address of the web without a path, `https://derek.example.kz`. */
export const webAddress = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new InvalidArgumentError('Expected an address as https://derek.example.kz, without a path.');
  return url;
};
