import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { addAbortSignal, pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import type { ArticleInput } from '../core/article.ts';
import { readWarc } from '../evidence/index.ts';
import { parseArticle } from './inputs/article-line.ts';
import { binaryKind, decodeText, decodeUtf8, utf16 } from './inputs/bytes.ts';
import { byteLines } from './inputs/lines.ts';
import { describeText } from './inputs/text-article.ts';

/** One thing to read. `where` names the file, and the line where there is one, for messages. */
export type Input =
  | { readonly kind: 'article'; readonly where: string; readonly article: ArticleInput }
  | {
      readonly kind: 'page';
      readonly where: string;
      readonly path: string;
      readonly bytes: Uint8Array;
      /** What an archive knows beside the bytes. */
      readonly fetched?: {
        readonly url: string;
        readonly at: Date | undefined;
        readonly contentType: string | undefined;
      };
    }
  | { readonly kind: 'bad'; readonly where: string; readonly reason: string };

export interface InputOptions {
  /** Pages only, with `-` one of them; or articles of any kind, with `-` lines of JSON. */
  readonly reads: 'pages' | 'articles';
  readonly stream?: AsyncIterable<Uint8Array>;
  /** Ends the reading, also while it waits for stdin. */
  readonly signal?: AbortSignal;
}

/** A single article, page or text, has to stay under this many bytes: no news story comes near it. */
export const ARTICLE_CAP = 20_000_000;
/** A line of JSONL too. */
export const LINE_CAP = 10_000_000;

/** So long at most may signals and timers wait while articles of one chunk are worked through. */
const TURN_MS = 50;

/**
 * Everything the given paths hold, in their order and one at a time: memory stays bounded by the largest article.
 * A path that cannot be read becomes a `bad` input and the next is read; nothing throws.
 */
export async function* readInputs(paths: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  let turned = performance.now();
  for await (const input of readAll(paths, options)) {
    yield input;
    if (performance.now() - turned < TURN_MS) continue;
    // Ctrl-C is only heard between turns of the event loop.
    await setImmediate();
    if (options.signal?.aborted === true) return;
    turned = performance.now();
  }
}

async function* readAll(paths: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const taken = new Map<string, string>();
  const stopped = (): boolean => options.signal?.aborted === true;
  for (const path of paths) {
    if (stopped()) return;
    const where = path === '-' ? 'stdin' : path;
    try {
      yield* readPath(path, where, options, taken);
    } catch (error) {
      if (stopped()) return;
      yield { kind: 'bad', where, reason: reasonOf(error) };
    }
  }
}

async function* readPath(
  path: string,
  where: string,
  options: InputOptions,
  taken: Map<string, string>,
): AsyncGenerator<Input> {
  if (path === '-') {
    const stream = options.stream ?? stdinUntil(options.signal);
    if (options.reads === 'articles') yield* readLines(stream, where);
    else yield await readPageBytes(stream, path, where);
    return;
  }
  const found = await stat(path);
  if (found.isDirectory()) throw new Refused('a folder; name the files in it');
  const format = formatOf(path);
  const isPage = format !== 'jsonl' && format !== 'txt';
  if (options.reads === 'pages' && !isPage)
    throw new Refused('not a page; expected .html, .html.gz or .warc');
  if (found.size === 0 && !isPage) throw new Refused('empty file');
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  switch (format) {
    case 'jsonl':
      return yield* readLines(stream, where);
    case 'html':
      return yield await readPageBytes(stream, path, where);
    case 'html.gz':
      return yield await readPageBytes(unpacked(stream), path, where);
    case 'warc':
      return yield* readArchive(stream, path);
    case 'warc.gz':
      return yield* readArchive(unpacked(stream), path);
    case 'txt':
      return yield readText(await readWhole(stream), where, fileId(path, taken));
  }
}

const stdinUntil = (signal: AbortSignal | undefined): AsyncIterable<Uint8Array> =>
  signal === undefined ? process.stdin : addAbortSignal(signal, process.stdin);

/** A text file is known by its name; two of one name in different folders would be taken for one article. */
function fileId(path: string, taken: Map<string, string>): string {
  const id = basename(path).replace(/(\.html?)?\.[^.]+$/i, '');
  const owner = taken.get(id);
  if (owner !== undefined && resolve(owner) !== resolve(path))
    throw new Refused(`its name is its id, and ${owner} has the same; rename one`);
  taken.set(id, path);
  return id;
}

type Format = 'jsonl' | 'html' | 'html.gz' | 'warc' | 'warc.gz' | 'txt';

function formatOf(path: string): Format {
  const name = path.toLowerCase();
  if (/\.html?\.gz$/.test(name)) return 'html.gz';
  if (/\.warc(\.gz)?$/.test(name)) return name.endsWith('.gz') ? 'warc.gz' : 'warc';
  const ending = /\.([^.\\/]+)$/.exec(name)?.[1];
  if (ending === 'jsonl' || ending === 'txt' || ending === 'html') return ending;
  if (ending === 'htm') return 'html';
  throw new Refused('unknown kind of file; expected .html, .html.gz, .warc, .txt or .jsonl');
}

/** Unpacks on the way; both streams end together, whichever fails, and the reader sees the error. */
function unpacked(packed: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(packed, gunzip, () => undefined);
  return gunzip;
}

async function* readLines(stream: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Input> {
  let seen = false;
  for await (const { number, bytes } of byteLines(stream, LINE_CAP)) {
    const at = `${where}, line ${number}`;
    if (bytes === undefined) {
      seen = true;
      yield { kind: 'bad', where: at, reason: `longer than ${LINE_CAP / 1e6} MB` };
      continue;
    }
    const kind = number === 1 ? binaryKind(bytes) : undefined;
    if (kind !== undefined) throw new Refused(`not text: this is ${kind}`);
    if (number === 1 && utf16(bytes) !== undefined) throw new Refused('UTF-16; save the file as UTF-8');
    const line = decodeUtf8(bytes);
    if (line === undefined) {
      seen = true;
      yield { kind: 'bad', where: at, reason: 'not valid UTF-8; save the file as UTF-8' };
      continue;
    }
    if (line.trim() === '') continue;
    seen = true;
    yield readLine(line, at);
  }
  if (!seen) throw new Refused('empty: no article in it');
}

function readLine(line: string, where: string): Input {
  const parsed = parseArticle(line);
  if ('reason' in parsed) return { kind: 'bad', where, reason: parsed.reason };
  return { kind: 'article', where, article: parsed.article };
}

function readText(bytes: Uint8Array, where: string, id: string): Input {
  if (bytes.length >= ARTICLE_CAP) throw new Refused(`an article has to be under ${ARTICLE_CAP / 1e6} MB`);
  const kind = binaryKind(bytes);
  if (kind !== undefined) throw new Refused(`not text: this is ${kind}`);
  const decoded = decodeText(bytes);
  if ('line' in decoded)
    return {
      kind: 'bad',
      where: `${where}, line ${decoded.line}`,
      reason: 'not valid UTF-8; save the file as UTF-8',
    };
  if (decoded.text.trim() === '') throw new Refused('empty: only blanks');
  return { kind: 'article', where, article: { id, text: decoded.text, ...describeText(decoded.text) } };
}

/** Of a page, emptiness, size and kind are for the reader to judge: it answers every page. */
async function readPageBytes(stream: AsyncIterable<Uint8Array>, path: string, where: string): Promise<Input> {
  return { kind: 'page', where, path, bytes: await readWhole(stream) };
}

/** The pages of a WARC file; a record that cannot be read costs itself only, a torn file what comes after the tear. */
async function* readArchive(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Input> {
  let seen = false;
  for await (const page of readWarc(stream)) {
    seen = true;
    if ('fault' in page) yield { kind: 'bad', where: `${path}, record ${page.at}`, reason: page.fault };
    else {
      const { url, at, contentType, body } = page;
      yield { kind: 'page', where: `${path}: ${url}`, path, bytes: body, fetched: { url, at, contentType } };
    }
  }
  if (!seen) throw new Refused('no page in it');
}

/** All bytes of a stream, cut off at the cap, where whoever reads on will refuse them. */
async function readWhole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let room = ARTICLE_CAP;
  for await (const part of stream) {
    parts.push(part.subarray(0, room));
    room -= part.length;
    if (room <= 0) break;
  }
  return Buffer.concat(parts);
}

/** A path that is refused as a whole, for a reason in plain words. */
class Refused extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code.startsWith('Z_')) return `damaged gzip data (${error.message})`;
  return error.message;
}
