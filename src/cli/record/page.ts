import { fromAlmaty } from '../../core/clock.ts';
import { NothingDone, WrongUsage } from '../../core/errors.ts';
import { Archive, archiveFolder } from '../../evidence/index.ts';
import type { Capture, Store } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { reading } from './open.ts';

export interface PageOptions extends StoreOptions {
  readonly at?: string;
}

/** `derek page`: the page of an article, byte for byte as it was fetched (its encodings for transport undone). */
export async function showPage(asked: string, options: PageOptions): Promise<void> {
  const output = openOutput(options);
  await reading(options.db, async (store) => {
    const gone = store.redactions.of(asked);
    if (gone !== undefined)
      throw new NothingDone(`${asked} was taken out on ${gone.at.slice(0, 10)}: ${gone.reason}`);
    const captures = capturesOf(store, asked);
    const last = options.at === undefined ? undefined : endOf(options.at);
    const capture = captures.find(({ fetchedAt }) => last === undefined || fetchedAt < last);
    if (capture === undefined)
      throw new NothingDone(
        captures.length === 0 ? `no page of ${asked} is kept` : `no page of ${asked} is as old as that`,
      );
    const page = new Archive(archiveFolder(store.file), store.captures).page(capture);
    if (page === undefined)
      throw new NothingDone(`${capture.file}, which holds the page, is not in ${archiveFolder(store.file)}`);
    if (output.json) await output.record({ ...capture, contentType: page.contentType ?? null });
    else process.stdout.write(page.body);
    output.note(`${capture.url}, fetched ${capture.fetchedAt}, SHA-256 ${capture.pageSha256}`);
  });
}

/** The pages of an article, named by its address or its id. */
function capturesOf(store: Store, asked: string): Capture[] {
  const direct = store.captures.of(asked);
  if (direct.length > 0) return direct;
  const known = store.redactions.find(asked);
  if (known === undefined) throw new WrongUsage(`there is no article ${asked} in ${store.file}`);
  return known.url === null ? [] : store.captures.of(known.url);
}

const endOf = (day: string): string | undefined => {
  const start = fromAlmaty(`${day}T00:00:00`);
  return start && new Date(start.getTime() + 24 * 3600_000).toISOString();
};
