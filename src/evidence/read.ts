import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Bytes } from './bytes.ts';

/** A page out of a WARC file, whoever wrote it. */
export interface ArchivedPage {
  readonly url: string;
  /** When it was fetched, where the archive says so. */
  readonly at: Date | undefined;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
}

/** A record that holds a page which cannot be read. `at` counts the records of the file from 1. */
export interface ArchivedFault {
  readonly at: number;
  readonly fault: string;
}

const MAX_LINE = 64 * 1024;
const MAX_FIELDS = 200;
/** No page comes near it; what is longer is passed over without being held. */
const MAX_BLOCK = 25_000_000;

/**
 * The pages of a WARC file (1.0 or 1.1, already unpacked), in their order: successful responses and resources that are HTML.
 * Requests, pictures, repeated visits and the like are passed over. Memory stays bounded by one record. Throws when the file
 * is no WARC file, or ends within a record; what came before that was given.
 */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchivedPage | ArchivedFault> {
  const bytes = new Bytes(stream);
  for (let at = 1; ; at++) {
    const record = await nextRecord(bytes);
    if (record === undefined) return;
    const { fields, length } = record;
    const url = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/gu, '');
    const type = fields.get('warc-type')?.toLowerCase();
    const wanted =
      /^https?:\/\//u.test(url) &&
      (type === 'resource' ? isPage(fields.get('content-type')) : type === 'response');
    if (!wanted) {
      await bytes.skip(length);
      continue;
    }
    if (length > MAX_BLOCK) {
      await bytes.skip(length);
      yield { at, fault: `${url}: longer than ${MAX_BLOCK / 1e6} MB` };
      continue;
    }
    const block = await bytes.take(length);
    if (block.length < length) throw new Error('the file ends within a record');
    const day = new Date(fields.get('warc-date') ?? '');
    const when = Number.isNaN(day.getTime()) ? undefined : day;
    const page =
      type === 'resource' ? { contentType: fields.get('content-type'), body: block } : pageOf(block);
    if (page === undefined) continue;
    if ('fault' in page) yield { at, fault: `${url}: ${page.fault}` };
    else yield { url, at: when, ...page };
  }
}

async function nextRecord(
  bytes: Bytes,
): Promise<{ fields: ReadonlyMap<string, string>; length: number } | undefined> {
  let version = await bytes.line(MAX_LINE);
  while (version === '') version = await bytes.line(MAX_LINE);
  if (version === undefined) return undefined;
  if (!/^WARC\/\d/u.test(version)) throw new Error('not a WARC file, or damaged');
  const fields = new Map<string, string>();
  for (let n = 0; n < MAX_FIELDS; n++) {
    const line = await bytes.line(MAX_LINE);
    if (line === undefined) throw new Error('the file ends within a record');
    if (line === '') break;
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const given = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(given)) throw new Error('a record without its length');
  return { fields, length: Number(given) };
}

type Unpacked = { contentType: string | undefined; body: Uint8Array } | { fault: string };

/** The page inside an HTTP response; undefined when it is none that anybody would read. */
export function pageOf(block: Buffer): Unpacked | undefined {
  const end = block.indexOf('\r\n\r\n');
  if (end < 0) return { fault: 'no HTTP response' };
  const [status = '', ...lines] = block.toString('latin1', 0, end).split('\r\n');
  if (!/^HTTP\/\S+ 2\d\d/u.test(status)) return undefined;
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const contentType = headers.get('content-type');
  if (!isPage(contentType)) return undefined;
  const raw = block.subarray(end + 4);
  try {
    const whole = /chunked/iu.test(headers.get('transfer-encoding') ?? '') ? dechunked(raw) : raw;
    return { contentType, body: decoded(whole, headers.get('content-encoding')) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

const isPage = (contentType: string | undefined): boolean =>
  contentType === undefined || /^\s*(?:text\/html|application\/xhtml)/iu.test(contentType);

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  const limit = { maxOutputLength: MAX_BLOCK };
  switch (encoding?.toLowerCase() ?? 'identity') {
    case 'gzip':
    case 'x-gzip':
      // Some crawlers keep the header and unpack the body.
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
    case 'br':
      return brotliDecompressSync(body, limit);
    case 'deflate':
      return inflateSync(body, limit);
    default:
      return body;
  }
}

/**
 * Undoes the chunked transfer coding (RFC 9112 §7.1); a body that is not chunked, though the header says so, is given
 * as it is.
 */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = /^([0-9a-f]{1,7})\s*(?:;.*)?$/iu.exec(end < 0 ? '' : body.toString('latin1', at, end))?.[1];
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}
