import { systemClock } from '../../core/clock.ts';
import { releaseFile } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { counted } from '../text.ts';
import { reading } from './open.ts';
import { writing } from './writing.ts';

/** `derek release`: freezes the record under a name, or lists the names there are. */
export async function releaseRecord(name: string | undefined, options: StoreOptions): Promise<void> {
  const output = openOutput(options);
  const releases =
    name === undefined
      ? await reading(options.db, (store) => store.care.releases())
      : [await writing(options.db, 'derek release', (store) => store.care.release(name, systemClock()))];
  for (const release of releases) {
    const file = releaseFile(options.db, release.name);
    if (output.json) await output.record({ ...release, file });
    else {
      await output.line(
        `${release.name}: ${counted(release.articles, 'article')}, ${counted(release.observations, 'figure')}, ${release.at.slice(0, 10)}, in ${file}`,
      );
      await output.line(`  sha256 ${release.sha256}`);
    }
  }
}
