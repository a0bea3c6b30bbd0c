import { temporaryFolder } from '../testing/folder.ts';
import { testKills } from '../testing/killed-ingest.ts';

/** Fifty moments from a seed, so that a failure can be met again: a linear congruential step modulo 199. */
const moments: number[] = [];
for (let n = 0, x = 7; n < 50; n++) {
  x = (x * 29 + 11) % 199;
  moments.push(x);
}

testKills(temporaryFolder()('soaked.db'), moments);
