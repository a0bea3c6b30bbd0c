import type { Clock } from '../core/clock.ts';
import { classOfStatus, type FailureClass, parseRetryAfter } from './backoff.ts';
import { ACCEPT_ENCODING, BodyBroken, type BodyLimits, BodyTooLarge, readBody } from './body.ts';
import {
  AddressRefused,
  type RawResponse,
  TIME_LIMITS,
  type TimeLimits,
  type Transport,
} from './transport.ts';

/** What we know of a resource from the last time, for a conditional request. */
export interface Validators {
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
}

/** A page as it came over the wire, body decompressed, charset untouched. */
export interface Page {
  readonly kind: 'page';
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** All headers as they came, names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The outcome of one request to one address. Faults are values: a crawl goes on. */
export type Answer =
  | Page
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string | undefined }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone'; readonly status: 404 | 410 }
  | Refused
  | Failure
  /** The run was stopped while the request waited or was under way. */
  | { readonly kind: 'cancelled' };

/** We did not ask, or did not follow: `detail` says which rule of ours, or of the outlet, forbade it. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'robots' | 'robots-unreachable' | 'address' | 'redirects' | 'resting';
  readonly detail: string;
}

export interface Failure {
  readonly kind: 'failed';
  readonly failure: FailureClass;
  readonly status?: number;
  /** How long the outlet asks us to stay away, in ms. */
  readonly retryAfter?: number;
  readonly detail: string;
}

/** The HTTP client: one GET, one answer, never a throw. */
export interface Client {
  get(url: string, request: ClientRequest): Promise<Answer>;
  close(): Promise<void>;
}

export interface ClientRequest extends Validators {
  readonly limits: BodyLimits;
  readonly signal?: AbortSignal | undefined;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Makes the client; `userAgent` comes from `identity.ts`, `transport` decides which addresses exist. */
export function createClient(options: {
  readonly userAgent: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly times?: TimeLimits;
}): Client {
  const { transport, clock } = options;
  const total = (options.times ?? TIME_LIMITS).total;
  const common = {
    'user-agent': options.userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
    'accept-encoding': ACCEPT_ENCODING,
    'accept-language': 'kk,ru;q=0.9',
  };
  const get = async (url: string, request: ClientRequest): Promise<Answer> => {
    // Not AbortSignal.any: it keeps something of every request for as long as the signal of the run lives.
    const off = new AbortController();
    const stop = (): void => off.abort();
    let late = false;
    const deadline = setTimeout(() => {
      late = true;
      stop();
    }, total);
    request.signal?.addEventListener('abort', stop, { once: true });
    try {
      if (request.signal?.aborted === true) return { kind: 'cancelled' };
      const response = await transport.get(new URL(url), { ...common, ...conditional(request) }, off.signal);
      return await answerOf(url, response, request.limits, clock);
    } catch (error) {
      if (late) return { kind: 'failed', failure: 'timeout', detail: `no end after ${total / 1000} s` };
      return off.signal.aborted ? { kind: 'cancelled' } : failureOf(error);
    } finally {
      clearTimeout(deadline);
      request.signal?.removeEventListener('abort', stop);
    }
  };
  return { get, close: () => transport.close() };
}

function conditional({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

async function answerOf(
  url: string,
  response: RawResponse,
  limits: BodyLimits,
  clock: Clock,
): Promise<Answer> {
  const { status, headers, body } = response;
  if (status >= 200 && status < 300 && status !== 204) {
    const bytes = await readBody(body, headers, limits);
    return {
      kind: 'page',
      url,
      status,
      body: bytes,
      contentType: headers.get('content-type'),
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
      headers,
    };
  }
  // Nothing else has a body that we want; closing the socket is cheaper than draining an error page of any length.
  body.on('error', () => undefined).destroy();
  if (REDIRECTS.has(status)) return { kind: 'redirect', status, location: headers.get('location') };
  if (status === 304) return { kind: 'unchanged' };
  if (status === 404 || status === 410) return { kind: 'gone', status };
  const retryAfter = parseRetryAfter(headers.get('retry-after'), clock());
  return {
    kind: 'failed',
    failure: status < 400 ? 'broken' : classOfStatus(status),
    status,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    detail: `HTTP ${status}`,
  };
}

const DNS = /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u;
const TIMEOUT = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/u;
const CONNECTION = /^(?:ECONN|EPIPE|EHOST|ENET|UND_ERR_SOCKET)/u;
const TLS = /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/u;

/** Turns whatever a request threw into an answer with its class of failure. */
function failureOf(error: unknown): Answer {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const root = rootOf(thrown);
  if (root instanceof AddressRefused) return { kind: 'refused', reason: 'address', detail: root.message };
  const code = 'code' in root && typeof root.code === 'string' ? root.code : '';
  const said = code !== '' && root.message.includes(code) ? '' : `${code === '' ? root.name : code}: `;
  const detail = `${said}${root.message}`.slice(0, 200);
  const failed = (failure: FailureClass): Failure => ({ kind: 'failed', failure, detail });
  if (root instanceof BodyTooLarge) return { ...failed('too-large'), detail: root.message };
  if (root instanceof BodyBroken) return failed('broken');
  if (DNS.test(code)) return failed('dns');
  if (TIMEOUT.test(code)) return failed('timeout');
  if (TLS.test(code)) return failed('tls');
  if (CONNECTION.test(code)) return failed('connection');
  return failed('broken');
}

/** Happy-eyeballs errors hold one error per address; the cause is what the connection itself said. */
function rootOf(error: Error): Error {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return rootOf(error.errors[0]);
  return error.cause instanceof Error && !('code' in error) ? rootOf(error.cause) : error;
}
