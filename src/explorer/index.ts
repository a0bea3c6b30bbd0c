import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { loadRegionMap } from '../catalog/region-map.ts';
import { loadTerms } from '../catalog/terms.ts';
import { systemClock } from '../core/clock.ts';
import { WrongUsage } from '../core/errors.ts';
import { openStore, type Store } from '../store/index.ts';
import type { Check } from '../verdict/index.ts';
import { createApp } from './app.ts';
import { loadNames } from './names.ts';
import { outlineMap } from './parts/region-map.ts';
import { refuseUnreadable } from './unreadable.ts';

/** A reader waits so long for a store that another program has locked; all others wait with them. */
const MOST_WAIT_MS = 500;

export interface ExplorerOptions {
  /** File of the store; it is only read. */
  readonly db: string;
  /** Loopback by default: what is in a store may not be meant for everybody. */
  readonly host?: string;
  /** By default any free port. */
  readonly port?: number;
  /** Where others find the pages, when a web server in front of this one has a name for them. */
  readonly address?: URL;
  /** A GeoJSON file with the outlines of the regions; without it they are squares. */
  readonly map?: string;
  /** Show whole articles beyond this machine too; otherwise others get quotes, and links to the outlet. */
  readonly wholeArticles?: boolean;
  /** Gives what holds claims against the store. It reads much data: that is done before anybody is served. */
  readonly checker: (store: Store) => Check;
  /** Told about every failure that is our fault. */
  readonly complain?: (error: unknown) => void;
}

export interface Explorer {
  /** With a closing slash. */
  readonly url: string;
  /** Ends every connection and lets go of the store. */
  close(): Promise<void>;
}

/**
 * Serves the pages of a store. Throws `WrongUsage` when there is no store or the port is taken, `StoreDamaged` and
 * `BadData` as the store, the catalogue and the map do.
 */
export async function startExplorer(options: ExplorerOptions): Promise<Explorer> {
  const { db, host = '127.0.0.1', port = 0, complain = () => {} } = options;
  const outlines = options.map === undefined ? undefined : outlineMap(loadRegionMap(options.map));
  const store = openStore(db, {
    clock: systemClock,
    readonly: true,
    terms: loadTerms(),
    waitMs: MOST_WAIT_MS,
  });
  try {
    const app = createApp({
      store,
      names: loadNames(),
      clock: systemClock,
      check: options.checker(store),
      address: options.address,
      outlines,
      wholeArticles: options.wholeArticles ?? (isLoopback(host) && options.address === undefined),
      complain,
    });
    const server = await listening(app.fetch, host, port);
    return {
      url: urlOf(server, host),
      close: async () => {
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Does an address lead to this machine only? */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** What a slow or a greedy client may take: header bytes, milliseconds, and connections at a time. */
const LIMITS = { maxHeaderSize: 32_768, headersTimeout: 10_000, requestTimeout: 20_000 };
const MOST_CONNECTIONS = 500;

function listening(fetch: (request: Request) => Response | Promise<Response>, host: string, port: number) {
  return new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port, serverOptions: LIMITS }) as Server;
    server.maxConnections = MOST_CONNECTIONS;
    server.on('clientError', refuseUnreadable);
    server.once('listening', () => resolve(server));
    server.once('error', (error) => reject(listenError(error, host, port)));
  });
}

function listenError(error: Error & { code?: string }, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new WrongUsage(
        `port ${port} of ${host} is taken; choose another with --port, or 0 for any free one`,
      );
    case 'EACCES':
      return new WrongUsage(
        `port ${port} of ${host} may not be opened by this user; choose one above 1023 with --port`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new WrongUsage(`${host} is no address of this machine; choose another with --host`);
    default:
      return error;
  }
}

function urlOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
