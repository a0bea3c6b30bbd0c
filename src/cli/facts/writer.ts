import type { Facts } from '../../core/facts.ts';
import type { Output } from '../output.ts';
import { factsHtml, HTML_HEAD, HTML_TAIL } from './html.ts';
import { factsText } from './text.ts';

export type FactsFormat = 'jsonl' | 'json' | 'text' | 'html';

/** Writes the facts of many articles one after the other, in the order they come. */
export interface FactsWriter {
  write(facts: Facts): Promise<void>;
  end(): Promise<void>;
}

/** A writer of one format; `json` and `html` are whole documents, also when nothing comes. */
export function factsWriter(format: FactsFormat, output: Output): FactsWriter {
  switch (format) {
    case 'jsonl':
      return { write: (facts) => output.record(facts), end: async () => undefined };
    case 'text':
      return { write: (facts) => output.line(factsText(facts)), end: async () => undefined };
    case 'json':
      return arrayWriter(output);
    case 'html':
      return htmlWriter(output);
  }
}

function arrayWriter(output: Output): FactsWriter {
  let held: string | undefined;
  let opened = false;
  const open = async (): Promise<void> => {
    if (!opened) await output.line('[');
    opened = true;
  };
  return {
    // A comma follows an element only once there is another.
    async write(facts) {
      await open();
      if (held !== undefined) await output.line(`${held},`);
      held = JSON.stringify(facts, null, 2);
    },
    async end() {
      await open();
      if (held !== undefined) await output.line(held);
      await output.line(']');
    },
  };
}

function htmlWriter(output: Output): FactsWriter {
  let opened = false;
  const open = async (): Promise<void> => {
    if (!opened) await output.line(HTML_HEAD);
    opened = true;
  };
  return {
    async write(facts) {
      await open();
      await output.line(factsHtml(facts));
    },
    async end() {
      await open();
      await output.line(HTML_TAIL);
    },
  };
}
