import type { ArticleInput } from '../../core/article.ts';
import type { Clock } from '../../core/clock.ts';
import { type Extractor, RULESET } from '../../extract/index.ts';
import { openStore, type Store } from '../../store/index.ts';

/** A small record in a file of its own, to hold claims against: these articles with their facts. The caller closes it. */
export function recordOf(
  articles: readonly ArticleInput[],
  extractor: Extractor,
  file: string,
  clock: Clock,
): Store {
  const store = openStore(file, { clock, holder: 'derek evaluate' });
  try {
    store.atomically(() => {
      for (const article of articles) store.saveArticle({}, extractor.extract(article), RULESET);
    });
    store.link();
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}
