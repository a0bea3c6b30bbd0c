import { objectOf } from './jsonl.ts';
import type { Format } from './table.ts';

/** One array of objects, an object a line. */
export const json: Format = {
  name: 'json',
  binary: false,
  *write({ columns, rows }) {
    let before = '[\n';
    for (const row of rows) {
      yield before + JSON.stringify(objectOf(columns, row));
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
