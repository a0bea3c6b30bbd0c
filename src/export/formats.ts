import { csv } from './csv.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { Format } from './table.ts';

/** Every format: write one more file like these, and add its line. */
export const FORMATS: readonly Format[] = [csv, jsonl, json, parquet];
