import type { ChangedArticle } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { clip, counted, plain } from '../text.ts';
import { reading } from './open.ts';
import { sourceWords } from './source.ts';

export interface ChangesOptions extends StoreOptions {
  readonly since?: string;
}

const WIDTH = 110;

/** `derek changes`: edited articles, the latest edit first, number by number. */
export async function showChanges(options: ChangesOptions): Promise<void> {
  const output = openOutput(options);
  await reading(options.db, async (store) => {
    const articles = store.changes(options.since);
    for (const article of articles)
      if (output.json) await output.record(article);
      else for (const line of lines(article)) await output.line(line);
    const values = articles.reduce((sum, article) => sum + article.values.length, 0);
    output.note(`${counted(articles.length, 'edit')}, ${counted(values, 'number')} changed`);
  });
}

function lines(article: ChangedArticle): string[] {
  const headline = article.title ?? article.articleId;
  const was = article.oldTitle === null ? [] : [`  was headed: ${plain(article.oldTitle)}`];
  const values = article.values.map(
    (edit) =>
      `  ${plain(edit.old?.quote ?? '–')} → ${plain(edit.new?.quote ?? '–')}: ${plain((edit.new ?? edit.old)?.subject ?? '')}`,
  );
  return [
    clip(`${article.editedAt.slice(0, 10)} ${headline}`, WIDTH),
    `  ${plain(sourceWords(article))}`,
    ...was,
    ...(values.length === 0 ? ['  words only'] : values.map((line) => clip(line, WIDTH))),
  ];
}
