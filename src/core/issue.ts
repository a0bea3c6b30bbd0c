/**
 * Something the reader of a result should know: the core never throws over hostile input, it says so here.
 * `code` is stable and machine-readable (`text/nul`, `lang/other`), `at` a place (offset, URL, line), `detail` plain words.
 */
export interface Issue {
  readonly code: string;
  readonly at?: string;
  readonly detail: string;
}
