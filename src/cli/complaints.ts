import type { Output } from './output.ts';
import { counted } from './text.ts';

/** How often one kind of message is said in full before the rest is only counted. */
const SAY = { bad: 100, note: 10 } as const;

/** What went wrong in a run over many inputs, said input by input, without flooding the terminal. */
export interface Complaints {
  /** Inputs that could not be read. */
  readonly failed: number;
  /** An input that could not be read: always said. */
  bad(where: string, reason: string): void;
  /** An input that was read, but about which there is something to know: not with `--quiet`. */
  note(where: string, kind: string, detail: string): void;
  /** Says how many messages were left out. */
  end(): void;
}

export function openComplaints(output: Output): Complaints {
  let failed = 0;
  const notes = new Map<string, number>();
  return {
    get failed() {
      return failed;
    },
    bad(where, reason) {
      failed++;
      if (failed <= SAY.bad) output.complain(`${where}: ${reason}`);
    },
    note(where, kind, detail) {
      const seen = (notes.get(kind) ?? 0) + 1;
      notes.set(kind, seen);
      if (seen <= SAY.note) output.note(`${where}: ${detail}`);
    },
    end() {
      if (failed > SAY.bad)
        output.complain(`and ${counted(failed - SAY.bad, 'more input')} that could not be read`);
      for (const [kind, seen] of notes)
        if (seen > SAY.note) output.note(`and ${seen - SAY.note} more with ${kind}`);
    },
  };
}
