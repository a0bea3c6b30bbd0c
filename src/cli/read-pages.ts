import { systemClock } from '../core/clock.ts';
import { openComplaints } from './complaints.ts';
import { readInputs } from './inputs.ts';
import { interruption } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { settle } from './outcome.ts';
import { openOutput } from './output.ts';
import { openDesk, refusal } from './reading.ts';
import { counted } from './text.ts';

/** `derek read`: one line per page, refused ones too. */
export async function readPaths(paths: readonly string[], options: CommonOptions): Promise<void> {
  const output = openOutput(options);
  const signal = interruption(output);
  const complaints = openComplaints(output);
  const desk = openDesk(systemClock);
  const progress = output.progress('Reading');
  let done = 0;
  for await (const input of readInputs(paths, { reads: 'pages', signal })) {
    if (input.kind === 'page') {
      const page = desk.readPage(input);
      await output.record(page);
      if (page.refused === undefined) {
        done++;
        for (const { code, detail } of page.issues) complaints.note(input.where, code, detail);
      } else complaints.bad(input.where, refusal(page));
    } else if (input.kind === 'bad') complaints.bad(input.where, input.reason);
    progress.at(done, undefined, input.where);
    if (signal.aborted) break;
  }
  progress.end();
  complaints.end();
  output.note(`${counted(done, 'page')} read, ${complaints.failed} failed`);
  settle({ done, failed: complaints.failed, signal });
}
