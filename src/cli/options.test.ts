import { Command, CommanderError } from 'commander';
import { afterEach, expect, test } from 'vitest';
import { DerekError, ExitCode, NothingDone } from '../core/errors.ts';
import { failure } from './failure.ts';
import { day, fileName, wholeNumber, withStore } from './options.ts';

const parse = (...args: string[]): Record<string, unknown> => {
  const command = withStore(new Command('x').exitOverride().configureOutput({ writeErr: () => undefined }));
  return command.parse(args, { from: 'user' }).opts();
};

afterEach(() => {
  Reflect.deleteProperty(process.env, 'DEREK_DB');
});

test('the store is derek.db, or DEREK_DB, or --db', () => {
  expect(parse()).toEqual({ db: 'derek.db' });
  Object.assign(process.env, { DEREK_DB: 'env.db' });
  expect(parse()).toMatchObject({ db: 'env.db' });
  expect(parse('--db', 'own.db', '--json', '-q')).toEqual({ db: 'own.db', json: true, quiet: true });
});

test('an empty name of a store is wrong usage', () => {
  expect(() => parse('--db', '')).toThrow(CommanderError);
  Object.assign(process.env, { DEREK_DB: '' });
  expect(() => parse()).toThrow(CommanderError);
});

const values: readonly [(text: string) => unknown, string, unknown][] = [
  [wholeNumber(0, 65535), '0', 0],
  [wholeNumber(0, 65535), '8080', 8080],
  [wholeNumber(0, 65535), '65536', undefined],
  [wholeNumber(1, 9), '-1', undefined],
  [wholeNumber(1, 9), '1.5', undefined],
  [wholeNumber(1, 9), '', undefined],
  [day, '2026-02-28', '2026-02-28'],
  [day, '2026-02-29', undefined],
  [day, '2026-2-1', undefined],
  [day, 'today', undefined],
  [fileName, 'a.db', 'a.db'],
  [fileName, 'a\0b', undefined],
];
for (const [parser, text, want] of values)
  test(`an option of ${JSON.stringify(text)} is ${want === undefined ? 'refused' : JSON.stringify(want)}`, () => {
    if (want === undefined) expect(() => parser(text)).toThrow();
    else expect(parser(text)).toBe(want);
  });

test('an error that a person can act on is said in its words; any other is called a fault of Derek', () => {
  expect(failure(new NothingDone('no network'))).toEqual({
    message: 'derek: no network',
    exitCode: ExitCode.nothing,
  });
  expect(failure(new DerekError('x\x1b[2J', ExitCode.damaged)).message).toBe('derek: x�[2J');
  const fault = failure(new TypeError('x is not a function'));
  expect(fault.exitCode).toBe(ExitCode.internal);
  expect(fault.message).toContain('fault in Derek');
  expect(failure(Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' })).message).toContain(
    'the disk is full',
  );
  expect(failure('thrown text').message).toContain('thrown text');
});
