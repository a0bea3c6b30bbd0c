import type { ArticleInput, ReadPage } from '../core/article.ts';

/** The story of a page as an article to extract from: what stands around it on the page is left behind. */
export const articleOf = (page: ReadPage, id: string): ArticleInput => ({
  id,
  text: page.body,
  ...(page.title !== null && { title: page.title }),
  ...(page.published !== null && { published: page.published }),
  ...(page.url !== null && { url: page.url }),
  ...(page.publisher !== null && { publisher: page.publisher }),
});
