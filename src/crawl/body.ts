import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';

/** How much of a response we are willing to hold, in bytes: on the wire, and after decompression. */
export interface BodyLimits {
  readonly wire: number;
  readonly decoded: number;
}

const MIB = 1024 * 1024;
/** An article, a listing page or a feed; the longest ones seen are far below. */
export const PAGE_LIMITS: BodyLimits = { wire: 3 * MIB, decoded: 6 * MIB };
/** Sitemaps: 50,000 addresses of a full one fit. */
export const XML_LIMITS: BodyLimits = { wire: 5 * MIB, decoded: 20 * MIB };
/** RFC 9309 asks for at least 500 KiB of robots.txt. */
export const ROBOTS_LIMITS: BodyLimits = { wire: MIB, decoded: MIB };

export class BodyTooLarge extends Error {}
export class BodyBroken extends Error {}

/** What `Accept-Encoding` offers: exactly what `readBody` can undo. */
export const ACCEPT_ENCODING = 'gzip, br';

/**
 * Reads a whole response body, decompressed. Throws `BodyTooLarge` when it is announced as longer than the limit, or as
 * soon as a limit is passed, on either side of the decompressor, so that neither a long page nor a decompression bomb is
 * ever held; `BodyBroken` when the bytes are not what their encoding says, or end early.
 */
export async function readBody(
  source: Readable,
  headers: ReadonlyMap<string, string>,
  limits: BodyLimits,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  let wire = 0;
  let decoded = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      wire += chunk.length;
      demandWithin(limits, wire);
      yield chunk;
    }
  };
  const keep = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      decoded += chunk.length;
      if (decoded > limits.decoded)
        throw new BodyTooLarge(`more than ${limits.decoded} bytes after decompression`);
      kept.push(chunk);
    }
  };
  try {
    demandWithin(limits, Number(headers.get('content-length') ?? 0));
    const decoder = decoderFor(headers.get('content-encoding'));
    if (decoder) await pipeline(counted, decoder, keep);
    else await keep(counted());
  } catch (error) {
    // zlib's own codes: a damaged or truncated stream, not a fault of the connection.
    if (/^(?:Z_|ERR__)/u.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new BodyBroken((error as Error).message);
    throw error;
  } finally {
    // A body destroyed half-way says so with an error that nobody else would hear.
    source.on('error', () => undefined).destroy();
  }
  return Buffer.concat(kept, decoded);
}

function demandWithin(limits: BodyLimits, wire: number): void {
  if (wire > limits.wire) throw new BodyTooLarge(`more than ${limits.wire} bytes on the wire`);
}

/**
 * Some servers offer `sitemap.xml.gz` as a plain download, gzip without a Content-Encoding: undo that too,
 * within the same limit. Returns the bytes as they are when they are no gzip.
 */
export function gunzipIfNeeded(bytes: Buffer, limits: BodyLimits): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.decoded });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BodyTooLarge(`more than ${limits.decoded} bytes after decompression`);
    throw new BodyBroken(`gzip: ${(error as Error).message}`);
  }
}

function decoderFor(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new BodyBroken(`an encoding we did not offer: ${encoding?.slice(0, 40)}`);
  }
}
