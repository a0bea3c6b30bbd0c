import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as the server saw it; `at` in ms of `performance.now()`. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
}

export interface Loopback {
  readonly origin: string;
  readonly seen: readonly Seen[];
  /** Requests under way at one time, at the most, by host. */
  readonly together: ReadonlyMap<string, number>;
  /** Paths asked for, robots.txt left out. */
  readonly paths: () => string[];
}

/** What a test server answers: a body, a redirect (`location`), or a handler that does as it likes. */
export type Reply =
  | string
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/**
 * An HTTP server on loopback for one test, stopped when the test ends. `routes` maps `path` or `host path` to the
 * reply; a list is answered in turn, its last one for ever. Unknown paths are a 404, robots.txt included.
 */
export async function loopback(
  routes: Readonly<Record<string, Reply | readonly Reply[]>>,
): Promise<Loopback> {
  const seen: Seen[] = [];
  const asked = new Map<string, number>();
  const open = new Map<string, number>();
  const together = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const host = request.headers.host ?? '';
    seen.push({ host, path, headers: request.headers, at: performance.now() });
    const underWay = (open.get(host) ?? 0) + 1;
    open.set(host, underWay);
    together.set(host, Math.max(underWay, together.get(host) ?? 0));
    response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1));
    const key = `${host} ${path}` in routes ? `${host} ${path}` : path;
    const count = asked.get(key) ?? 0;
    asked.set(key, count + 1);
    const found = routes[key];
    const reply = Array.isArray(found)
      ? (found as readonly Reply[])[Math.min(count, found.length - 1)]
      : found;
    send(reply as Reply | undefined, request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const paths = (): string[] => seen.map((s) => s.path).filter((p) => p !== '/robots.txt');
  return { origin: `http://127.0.0.1:${port}`, seen, together, paths };
}

function send(reply: Reply | undefined, request: IncomingMessage, response: ServerResponse): void {
  response.on('error', () => undefined);
  if (typeof reply === 'function') {
    reply(request, response);
    return;
  }
  if (reply === undefined) {
    response.writeHead(404).end('not found');
    return;
  }
  const { status = 200, headers = {}, body = '' } = typeof reply === 'string' ? { body: reply } : reply;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}
