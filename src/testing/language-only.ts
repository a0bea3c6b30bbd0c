import type { ArticleInput } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';
import { routeText } from '../language/index.ts';

/** In place of the extractor, where a test is about which pages reach the record: only the language of a text. */
export const languageOnly = {
  extract: ({ id, text, title, published, url, publisher }: ArticleInput): Facts => {
    const { lang, confidence, script } = routeText(`${title ?? ''}\n${text}`);
    return {
      schema: 'derek/facts@1',
      article: {
        id,
        lang,
        langConfidence: confidence,
        script,
        title: title ?? null,
        published: published ?? null,
        url: url ?? null,
        publisher: publisher ?? null,
        text,
        sections: [],
      },
      mentions: [],
      programs: [],
      regions: [],
      officials: [],
      indicators: [],
      events: [],
      issues: [],
    };
  },
};
