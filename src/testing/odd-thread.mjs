// Stands in for the thread that reads pages: what it does with a page is the last word of its address.
import { parentPort } from 'node:worker_threads';

const spent = { read: 1, extract: 0 };
const hoard = [];
parentPort?.postMessage({ ruleset: 'odd' });
parentPort?.on('message', ({ url }) => {
  const what = url.slice(url.lastIndexOf('/') + 1);
  while (what === 'hangs');
  while (what === 'hoards') hoard.push(new Array(10_000).fill(hoard.length));
  if (what === 'dies') throw new Error('it died');
  parentPort.postMessage({ story: { refused: url }, spent });
});
