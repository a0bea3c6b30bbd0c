// Stands in for the thread that reads pages, where a file of data cannot be used.
import { parentPort } from 'node:worker_threads';

parentPort?.postMessage({ refusal: 'data/places/oblasts.yaml, line 3: expected a name', exitCode: 2 });
