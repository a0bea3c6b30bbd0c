import { systemClock } from '../../core/clock.ts';
import { WrongUsage } from '../../core/errors.ts';
import { Archive, archiveFolder } from '../../evidence/index.ts';
import { openStore } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { counted } from '../text.ts';

export interface RedactOptions extends StoreOptions {
  readonly reason: string;
}

/**
 * `derek redact`: an article, what was drawn from it and its pages go; the same command again finishes what a kill cut
 * short.
 */
export async function redact(asked: string, options: RedactOptions): Promise<void> {
  const output = openOutput(options);
  const store = openStore(options.db, { clock: systemClock, holder: 'derek redact' });
  try {
    const article = store.redactions.find(asked);
    if (article === undefined) throw new WrongUsage(`there is no article ${asked} in ${options.db}`);
    const now = systemClock();
    const { reason } = options;
    const pages = article.url === null ? [] : store.captures.of(article.url);
    // The pages first: the store is what knows where they lie.
    const archive = new Archive(archiveFolder(options.db), store.captures);
    for (const place of pages) archive.blank(place, reason, now);
    store.redactions.redact(article, reason, now);
    store.link();
    if (output.json) await output.record({ ...article, reason, at: now.toISOString(), pages: pages.length });
    else
      await output.line(
        `${article.url ?? article.articleId} is out of ${options.db}, with ${counted(pages.length, 'page')}; ` +
          'copies made before, and reprints by other outlets, are not touched',
      );
  } finally {
    store.close();
  }
}
