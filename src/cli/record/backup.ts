import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { counted } from '../text.ts';
import { reading } from './open.ts';

/** `derek backup`: the copy is opened and counted before we say that it is there. */
export async function backUp(file: string, options: StoreOptions): Promise<void> {
  const output = openOutput(options);
  await reading(options.db, (store) => store.care.backup(file));
  const articles = await reading(file, (copy) => copy.coverage().articles);
  if (output.json) await output.record({ backup: file, of: options.db, articles });
  else await output.line(`${file}: a copy of ${options.db} with ${counted(articles, 'article')}`);
}
