import { randomBytes } from 'node:crypto';
import { Archive } from '../evidence/archive.ts';
import { responseRecord } from '../evidence/record.ts';

// Adds pages to an archive in the folder named first, saying the place of each, until the disk takes no more.

const [folder = ''] = process.argv.slice(2);
const archive = new Archive(folder, { end: () => 0, files: () => [], drop: () => undefined });
const at = new Date('2026-08-18T11:00:00Z');
for (;;) {
  const body = randomBytes(3_000);
  const record = await responseRecord({
    url: 'https://baq.kz/a/',
    at,
    status: 200,
    headers: new Map(),
    body,
    sha256: '',
  });
  process.stdout.write(`${JSON.stringify(archive.append(record, at))}\n`);
}
