import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { systemClock } from '../core/clock.ts';
import { httpDate } from './dates.ts';
import { loadSamples, newestFirst, type OutletKey, type SampleArticle } from './samples.ts';
import { type Answer, answer, buildSite, type Site, type Template } from './site.ts';
import { baqKk } from './templates/baq-kk.ts';
import { baqRu } from './templates/baq-ru.ts';
import { kazinformKk, kazinformRu } from './templates/kazinform.ts';
import { liter } from './templates/liter.ts';

const TEMPLATES: Readonly<Record<OutletKey, Template>> = {
  'baq-kk': baqKk,
  'baq-ru': baqRu,
  'kazinform-kk': kazinformKk,
  'kazinform-ru': kazinformRu,
  liter,
};

/** One request that a replica answered. `path` includes the query; `at` is milliseconds since 1970. */
export interface Hit {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

export interface Replicas {
  /** Production host name -> `http://127.0.0.1:port`. */
  readonly origins: ReadonlyMap<string, string>;
  /** Every request so far, in order of arrival. */
  readonly hits: readonly Hit[];
  /** Ends all connections and frees the ports. */
  close(): Promise<void>;
}

export interface ReplicaOptions {
  /** In place of those under `samples/articles`. */
  readonly articles?: readonly SampleArticle[];
  readonly log?: (hit: Hit) => void;
  readonly clock?: () => Date;
}

/** The sites of `samples/`, ready to be asked. */
export function buildSites(articles?: readonly SampleArticle[]): Site[] {
  const samples = loadSamples();
  const shown = articles ? newestFirst(articles) : samples.articles;
  return samples.outlets.map((o) => buildSite(o, TEMPLATES[o.key], shown));
}

/** Serves every outlet of `samples/` on loopback, one free port per host name. */
export async function startReplicas(options: ReplicaOptions = {}): Promise<Replicas> {
  const { articles, log, clock = systemClock } = options;
  const hits: Hit[] = [];
  const origins = new Map<string, string>();
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stop));
  };
  try {
    for (const site of buildSites(articles)) {
      const server = createServer((request, response) => {
        const status = respond(site, request, response);
        const hit = {
          host: site.outlet.host,
          method: request.method ?? '',
          path: request.url ?? '',
          status,
          at: clock().getTime(),
        };
        hits.push(hit);
        log?.(hit);
      });
      servers.push(server);
      origins.set(site.outlet.host, `http://127.0.0.1:${await listen(server)}`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { origins, hits, close };
}

function respond(site: Site, request: IncomingMessage, response: ServerResponse): number {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return 405;
  }
  const found = answer(site, request.url ?? '/');
  const plain = Buffer.from(found.body, 'utf8');
  const etag = `W/"${createHash('sha1').update(plain).digest('hex').slice(0, 20)}"`;
  response.setHeader('Vary', 'Accept-Encoding');
  if (found.lastModified) response.setHeader('Last-Modified', httpDate(found.lastModified));
  if (found.status === 200) response.setHeader('ETag', etag);
  if (found.status === 200 && unchanged(request, etag, found)) {
    response.writeHead(304).end();
    return 304;
  }
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = zipped ? gzipSync(plain) : plain;
  response.setHeader('Content-Type', found.type);
  response.setHeader('Content-Length', body.length);
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  if (found.location) response.setHeader('Location', found.location);
  response.writeHead(found.status).end(request.method === 'HEAD' ? undefined : body);
  return found.status;
}

/** RFC 9110: an entity tag, where the client sends one, decides alone; else the date does. */
function unchanged(request: IncomingMessage, etag: string, found: Answer): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((t) => t.trim() === etag || t.trim() === '*');
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return found.lastModified !== undefined && Date.parse(found.lastModified) <= since;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
