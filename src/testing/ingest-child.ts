import { openStore } from '../store/index.ts';
import { sketch } from './facts.ts';

// Fills the store named first with articles without end, saying the number of each when it is stored. Tests kill it.

const [file = '', from = '0'] = process.argv.slice(2);
const store = openStore(file, { clock: () => new Date('2026-08-18T10:00:00Z'), holder: 'derek ingest' });

for (let n = Number(from); ; n++) {
  const figures = Array.from({ length: 20 }, (_, i) => `${n * 100 + i + 1} орталық`);
  const facts = sketch({
    id: `article-${n}`,
    lang: 'kk',
    text: figures.map((figure) => `Елде ${figure} бар.`).join(' '),
    indicators: figures.map((quote) => ({ quote, unit: 'centre' })),
  });
  store.saveArticle({}, facts, 'rules@1');
  process.stdout.write(`${n}\n`);
}
