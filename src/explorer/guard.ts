import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import type { Site } from './app.ts';
import type { Fault } from './pages/fault.ts';
import { LONGEST_ADDRESS } from './query.ts';
import { fault } from './respond.ts';

/** Nothing may be loaded, sent or framed but by ourselves. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Accept-Language',
};

/** Turns away what no page is asked for by, before the store is touched; every answer leaves with the headers above. */
export const guard =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    const refused = refusal(c, site);
    if (refused === undefined) await next();
    else c.res = await fault(c, site, refused);
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  };

function refusal(c: HonoContext, site: Site): Fault | undefined {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return { status: 405, code: 'read-only' };
  if (!isOurName(new URL(c.req.url).hostname, site.address)) return { status: 421, code: 'wrong-host' };
  if (c.req.url.length > LONGEST_ADDRESS) return { status: 414, code: 'too-long' };
  return undefined;
}

/**
 * Is a host name one that we are served under? A page of the web can make its own name lead to this machine (DNS
 * rebinding) and would then read the record in the reader's place; it cannot do so with a plain address.
 */
export const isOurName = (host: string, address: URL | undefined): boolean =>
  host === 'localhost' ||
  /^\d+\.\d+\.\d+\.\d+$/.test(host) ||
  host.startsWith('[') ||
  host === address?.hostname;
