import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Archive, archiveFolder } from '../evidence/index.ts';
import { openStore } from '../store/index.ts';
import { startChild } from './child.ts';
import { loopback, type Reply } from './loopback.ts';

const CHILD = new URL('./crawl-child.mjs', import.meta.url);
const ARTICLES = 300;
const TOGETHER = 4;
/** How long one start may take on a machine that is busy with everything else. */
const START_MS = 60_000;

const pathOf = (n: number): string => `/novost-${n}-${1_795_323_600 + n}/`;
const page = (n: number): string => {
  const said = `В селе номер ${n} открыли школу на ${100 + n} мест, сообщил аким района. `.repeat(6);
  return `<html lang="ru"><head><title>Школа ${n}</title><meta property="og:type" content="article"></head>
<body><article><h1>Школа ${n}</h1><p>${said}</p></article></body></html>`;
};

/** Numbers from a seed, so that a failure can be met again: a linear congruential step modulo 199. */
function seeded(count: number, most: number): number[] {
  const numbers: number[] = [];
  for (let n = 0, x = 7; n < count; n++) {
    x = (x * 29 + 11) % 199;
    numbers.push(x % most);
  }
  return numbers;
}

/**
 * One test: a crawl of 300 articles that is killed so many times, each time some requests and some milliseconds further,
 * and then left alone. Nothing may be lost or be there twice, and no page be asked for that was read already.
 */
export function testKilledCrawl(folder: (name: string) => string, kills: number): void {
  test(`a crawl of ${ARTICLES} articles that is killed ${kills} times ends as if it had not been`, {
    timeout: (kills + 2) * START_MS,
  }, async () => {
    const sitemap = Array.from(
      { length: ARTICLES },
      (_, n) => `<url><loc>https://liter.kz${pathOf(n)}</loc></url>`,
    );
    const routes: Record<string, Reply> = {
      '/sitemap.news.xml': {
        headers: { 'content-type': 'application/xml' },
        body: `<urlset>${sitemap.join('')}</urlset>`,
      },
      '/': '<a href="/o-nas">О нас</a>',
    };
    for (let n = 0; n < ARTICLES; n++) routes[pathOf(n)] = page(n);
    const server = await loopback(routes);
    const asked = (): number => server.paths().filter((path) => path.startsWith('/novost-')).length;
    const db = folder(`killed-${kills}.db`);
    const start = () => {
      const child = startChild(CHILD, [db, server.origin]);
      onTestFinished(() => void child.kill('SIGKILL'));
      return { child, ended: once(child, 'exit') };
    };

    const resumed: number[] = [];
    const share = Math.floor((ARTICLES - 20) / kills);
    for (const [n, delay] of seeded(kills, 25).entries()) {
      const begun = performance.now();
      const before = asked();
      const { child, ended } = start();
      while (child.exitCode === null && asked() === before) await pause(5);
      resumed.push(performance.now() - begun);
      while (child.exitCode === null && asked() < (n + 1) * share) await pause(5);
      await pause(delay);
      child.kill('SIGKILL');
      await ended;
    }
    expect(await start().ended).toEqual([0, null]);
    console.log(
      `${kills} kills: first article asked for ${Math.max(...resumed).toFixed(0)} ms after the start at most`,
    );

    const store = openStore(db, { clock: () => new Date() });
    try {
      expect(store.care.examine()).toEqual([]);
      const articles = [...store.all.articles()];
      expect(new Set(articles.map((a) => a.url)).size).toBe(ARTICLES);
      expect(articles).toHaveLength(ARTICLES);
      expect(store.frontier.counts('liter')).toMatchObject({ new: 0, failed: 0 });
      const archive = new Archive(archiveFolder(db), store.captures);
      for (const { articleId, url } of articles) {
        expect(store.article(articleId)?.history).toHaveLength(1);
        const [capture] = store.captures.of(url ?? '');
        const kept = capture && archive.page(capture);
        expect(Buffer.from(kept?.body ?? []).toString()).toBe(routes[new URL(url ?? '').pathname]);
      }
      // What was under way when it was killed is asked for again, and nothing else.
      expect(asked()).toBeLessThanOrEqual(ARTICLES + kills * TOGETHER);
    } finally {
      store.close();
    }
  });
}
