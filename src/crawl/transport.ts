import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { isLoopback, isPublicAddress, isPublicHost } from './addresses.ts';

/** Time limits in ms. `total` bounds a whole request, so that a body that drips forever ends too. */
export interface TimeLimits {
  readonly connect: number;
  readonly headers: number;
  readonly idle: number;
  readonly total: number;
}

export const TIME_LIMITS: TimeLimits = { connect: 10_000, headers: 30_000, idle: 15_000, total: 60_000 };

/** One response, body unread. Whoever gets it reads or destroys the body. */
export interface RawResponse {
  readonly status: number;
  /** Names in small letters; of a repeated header the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Readable;
}

/** A place we will not open a connection to; nothing was sent. */
export class AddressRefused extends Error {}

/** Sends one GET and follows nothing. */
export interface Transport {
  get(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RawResponse>;
  close(): Promise<void>;
}

/**
 * The live web, public addresses only. The address is judged at the moment of connecting, after DNS, so neither a
 * name that points inwards nor one that changes its mind between two look-ups gets through. `resolve` is for tests.
 */
export function liveTransport(limits: TimeLimits = TIME_LIMITS, resolve: Resolve = resolveAll): Transport {
  const agent = new Agent({
    ...agentOptions(limits),
    connect: { timeout: limits.connect, lookup: publicLookup(resolve) },
  });
  return {
    get: (url, headers, signal) => {
      // An address written out needs no look-up, so it is judged here.
      if (!isPublicHost(url.hostname)) throw new AddressRefused(`${url.hostname} is not a public address`);
      return send(agent, url.origin, url, headers, signal);
    },
    close: () => agent.close(),
  };
}

/**
 * A sample run: production host names, answered by replicas on this machine. `connectTo` maps a host name to the
 * origin of its replica; a host that is not in it does not exist, and an origin that is not loopback is refused,
 * so a sample run cannot reach the network whatever a page links to.
 */
export function sampleTransport(
  connectTo: ReadonlyMap<string, string>,
  limits: TimeLimits = TIME_LIMITS,
): Transport {
  for (const [host, origin] of connectTo)
    if (!isLoopback(new URL(origin).hostname))
      throw new AddressRefused(`a sample run connects to loopback only, not to ${origin} for ${host}`);
  const agent = new Agent({ ...agentOptions(limits), connect: { timeout: limits.connect } });
  return {
    get: (url, headers, signal) => {
      const origin = connectTo.get(url.hostname);
      if (origin === undefined) throw new AddressRefused(`${url.hostname} is not part of this sample run`);
      return send(agent, origin, url, { ...headers, host: url.host }, signal);
    },
    close: () => agent.close(),
  };
}

const agentOptions = (limits: TimeLimits): Agent.Options => ({
  headersTimeout: limits.headers,
  bodyTimeout: limits.idle,
  maxHeaderSize: 32 * 1024,
  keepAliveTimeout: 4_000,
});

async function send(
  dispatcher: Dispatcher,
  origin: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<RawResponse> {
  const response = await dispatcher.request({
    origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers,
    signal,
  });
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(response.headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) flat.set(name.toLowerCase(), first);
  }
  return { status: response.statusCode, headers: flat, body: response.body };
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const resolveAll: Resolve = (hostname) =>
  new Promise((done, fail) =>
    dnsLookup(hostname, { all: true, verbatim: true }, (error, found) => (error ? fail(error) : done(found))),
  );

/** A look-up that fails as soon as one address of the name is not public: half-private names are attacks or accidents. */
export const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const inside = found.find(({ address }) => !isIP(address) || !isPublicAddress(address));
        const first = found[0];
        if (inside || !first)
          callback(
            new AddressRefused(
              `${hostname} resolves to ${inside?.address ?? 'nothing'}, not a public address`,
            ),
            '',
            0,
          );
        else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
