import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRawSync, gzip, gzipSync, type ZlibOptions } from 'node:zlib';

/** A response as it came over the wire, but for its encodings: the body is decompressed. */
export interface Response {
  readonly url: string;
  readonly at: Date;
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** SHA-256 of the body, in hex. */
  readonly sha256: string;
}

/** Headers that no longer fit a decompressed body: kept under a name that no reader acts upon, as Common Crawl does. */
const OF_THE_WIRE = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/**
 * One WARC 1.1 record of type `response` (ISO 28500:2017), gzipped by itself, so that it can be read from its offset.
 * Packing goes on beside the caller's thread.
 */
export function responseRecord(response: Response): Promise<Buffer> {
  const { url, at, status, headers, body, sha256 } = response;
  const lines = [`HTTP/1.1 ${status} `];
  for (const [name, value] of headers)
    lines.push(`${OF_THE_WIRE.has(name) ? 'X-Crawler-' : ''}${name}: ${value.replace(/[\r\n]+/gu, ' ')}`);
  const head = Buffer.from(`${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n`, 'latin1');
  const fields = [
    ['WARC-Type', 'response'],
    ['WARC-Target-URI', url],
    ['WARC-Payload-Digest', `sha256:${sha256}`],
    ['Content-Type', 'application/http; msgtype=response'],
  ] as const;
  return pack(warc(fields, at, head, body), LEVEL);
}

/** The record that a file begins with. */
export function infoRecord(file: string, software: string, at: Date): Buffer {
  const fields = [
    ['WARC-Type', 'warcinfo'],
    ['WARC-Filename', file],
    ['Content-Type', 'application/warc-fields'],
  ] as const;
  const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`);
  return gzipSync(warc(fields, at, block), LEVEL);
}

const pack: (bytes: Buffer, options: ZlibOptions) => Promise<Buffer> = promisify(gzip);

/** Pages shrink to a fifth; what a higher level would save costs as much time as reading the page. */
const LEVEL = { level: 4 };

/** A record, whose block comes in parts: pages of megabytes are copied once. */
function warc(
  fields: readonly (readonly [string, string])[],
  at: Date,
  ...block: readonly Uint8Array[]
): Buffer {
  const all = [
    ...fields,
    ['WARC-Record-ID', `<urn:uuid:${randomUUID()}>`],
    ['WARC-Date', at.toISOString()],
    ['Content-Length', String(block.reduce((sum, part) => sum + part.length, 0))],
  ];
  const head = `WARC/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), ...block, Buffer.from('\r\n\r\n')]);
}

/** gzip's flag for a comment in the header (RFC 1952 §2.3.1), which may be of any length. */
const FCOMMENT = 0x10;
/** Header, the zero that ends the comment, checksum and size. */
const FRAME = 10 + 1 + 8;
/** Nothing at all, deflated. */
const EMPTY = Buffer.from([0x03, 0x00]);

/**
 * What stands in place of a record that was taken out: a metadata record that says so, of exactly `length` bytes, so that
 * no other record of the file moves. The rest of the room is blanks in the comment of the gzip header.
 */
export function tombstone(length: number, reason: string, at: Date): Buffer {
  const fields = [
    ['WARC-Type', 'metadata'],
    ['Content-Type', 'application/warc-fields'],
  ] as const;
  const record = warc(fields, at, Buffer.from(`redacted: ${reason.replace(/[\r\n]+/gu, ' ')}\r\n`));
  const packed = deflateRawSync(record);
  const [plain, deflated] = packed.length + FRAME <= length ? [record, packed] : [Buffer.alloc(0), EMPTY];
  const out = Buffer.alloc(length, ' ');
  out.set([0x1f, 0x8b, 8, FCOMMENT, 0, 0, 0, 0, 0, 255]);
  const from = length - 8 - deflated.length;
  out[from - 1] = 0;
  out.set(deflated, from);
  out.writeUInt32LE(crc32(plain), length - 8);
  out.writeUInt32LE(plain.length, length - 4);
  return out;
}
