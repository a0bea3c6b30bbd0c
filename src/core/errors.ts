/** Exit codes of the command, CONTRACT section 2. */
export const ExitCode = {
  done: 0,
  internal: 1,
  usage: 2,
  partial: 3,
  nothing: 4,
  locked: 5,
  damaged: 6,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** An error that a person can act on: its message says who must do what, its code is the exit code of the command. */
export class DerekError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}

/** The command was called in a way that cannot work. */
export class WrongUsage extends DerekError {
  constructor(message: string) {
    super(message, ExitCode.usage);
  }
}

/** Someone has to edit a file under `data/` or `pipelines/`. `at` names the line, or the path of keys. */
export class BadData extends DerekError {
  constructor(file: string, at: string, expected: string, got: unknown) {
    super(`${file}, ${at}: expected ${expected}, got ${shown(got)}`, ExitCode.usage);
  }
}

/** None of the inputs could be read, or there is no network at all. */
export class NothingDone extends DerekError {
  constructor(message: string) {
    super(message, ExitCode.nothing);
  }
}

/** Another run is writing to the store. */
export class StoreLocked extends DerekError {
  constructor(message: string) {
    super(message, ExitCode.locked);
  }
}

/** The store cannot be trusted: damaged, or not a store of ours. */
export class StoreDamaged extends DerekError {
  constructor(message: string) {
    super(message, ExitCode.damaged);
  }
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};
