import { systemClock } from '../core/clock.ts';
import { loadExtractor } from '../extract/index.ts';
import { openComplaints } from './complaints.ts';
import { type FactsFormat, factsWriter } from './facts/writer.ts';
import { factsOf } from './facts-of.ts';
import { readInputs } from './inputs.ts';
import { interruption } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { settle } from './outcome.ts';
import { openOutput } from './output.ts';
import { type Hints, openDesk } from './reading.ts';
import { counted } from './text.ts';

export interface ExtractOptions extends CommonOptions, Hints {
  readonly format: FactsFormat;
}

/** `derek extract`: facts of every article of the inputs, in their order. */
export async function extractPaths(paths: readonly string[], options: ExtractOptions): Promise<void> {
  const output = openOutput(options);
  const signal = interruption(output);
  const complaints = openComplaints(output);
  const writer = factsWriter(options.json === true ? 'jsonl' : options.format, output);
  const desk = openDesk(systemClock, options);
  const extractor = loadExtractor();
  const progress = output.progress('Extracting');
  let done = 0;
  let figures = 0;
  for await (const read of factsOf(readInputs(paths, { reads: 'articles', signal }), desk, extractor)) {
    const { where } = read;
    if ('refused' in read) complaints.bad(where, read.refused);
    else {
      const { facts } = read;
      for (const { code, detail } of facts.issues) complaints.note(where, code, detail);
      await writer.write(facts);
      done++;
      figures += facts.indicators.length;
    }
    progress.at(done, undefined, where);
    if (signal.aborted) break;
  }
  progress.end();
  await writer.end();
  complaints.end();
  output.note(`${counted(done, 'article')}, ${counted(figures, 'figure')}; ${complaints.failed} failed`);
  settle({ done, failed: complaints.failed, signal });
}
