import { DerekError, ExitCode, NothingDone, StoreDamaged, StoreLocked, WrongUsage } from '../core/errors.ts';

/** Turns what SQLite and the file system throw into a message for the person who has to act; others pass unchanged. */
export function storeError(error: unknown, file: string, readonly = false): unknown {
  if (error instanceof DerekError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB')
    return new StoreDamaged(
      `${file} is not a store of Derek: it is no SQLite file. Choose another with --db`,
    );
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ')
    return new StoreDamaged(
      `${file} is damaged (${error.message}). Put a backup in its place; 'derek doctor' tells how far the damage goes`,
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreLocked(`${file} is being written by another program; try again when it has finished`);
  // The pages of the archive are written within the same transaction, by the file system.
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new NothingDone(
      `the disk of ${file} is full: nothing of the article in hand was stored, everything before it was. Make room and run again`,
    );
  // The shared memory of readers and writers lies beside the store; a copy made by 'derek backup' does without.
  if (readonly && (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN'))
    return new WrongUsage(
      `${file} can only be read where files may be written beside it (${error.message}). Read a copy elsewhere, or one made by 'derek backup'`,
    );
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || SYSTEM.has(code))
    return new WrongUsage(`cannot write to ${file} (${error.message}). Choose another place with --db`);
  if (code.startsWith('SQLITE_IOERR'))
    return new DerekError(`reading or writing ${file} failed: ${error.message}`, ExitCode.damaged);
  return error;
}

const SYSTEM = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);
