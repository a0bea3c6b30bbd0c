import type { ArticleRow, LinkRow, StoryView } from '../../store/index.ts';
import { source } from './columns.ts';
import { entries, integer, list, number, text, view } from './view.ts';

export const articles = view<ArticleRow>(
  'articles',
  'Every article of the record, as it stands now.',
  [
    ...source<ArticleRow>(),
    text('modified', 'When the page says it was changed.', (r) => r.modified),
    list('authors', 'Authors as the page names them.', (r) => r.authors),
    text('confirmed_at', 'When the page last looked like this, UTC.', (r) => r.confirmedAt),
    integer('versions', 'How many texts the page has had.', (r) => r.versions),
    integer('observations', 'Values found in it.', (r) => r.observations),
    integer('length', 'Length of the text in UTF-16 code units.', (r) => r.length),
  ],
  (store) => store.all.articles(),
);

export const stories = view<StoryView>(
  'stories',
  'Events that several articles tell: reprints, rewrites, and versions in the two languages.',
  [
    text('id', 'Id of the article that told it first.', (r) => r.id),
    text('first_published', 'Day of the first article.', (r) => r.first),
    text('last_published', 'Day of the last one.', (r) => r.last),
    list('publishers', 'Outlets that tell it.', (r) => r.publishers),
    list('langs', 'Languages it is told in.', (r) => r.langs),
    entries(
      'articles',
      'Its articles: id, role (origin, reprint, translation, rewrite) and language of each.',
      (r) => r.articles.map(({ articleId, role, lang }) => ({ id: articleId, role, lang })),
    ),
    integer(
      'shared_values',
      'Values that more than one of the articles states.',
      (r) => r.values.filter(({ said }) => said.length > 1).length,
    ),
    list(
      'differences',
      'Quotes of values that the two languages do not give alike, Kazakh ≠ Russian; – where one gives none.',
      (r) => r.differences.map(({ kk, ru }) => `${kk?.quote ?? '–'} ≠ ${ru?.quote ?? '–'}`),
    ),
  ],
  (store) => store.stories(),
);

export const links = view<LinkRow>(
  'links',
  'Why two things are taken for one: an official for a person, two articles for one story.',
  [
    text('kind', 'person or story.', (r) => r.kind),
    text('article_id', 'The article that is linked, or that names the official.', (r) => r.article),
    text('name', 'The name as the article gives it.', (r) => r.name),
    text('target', 'Key of the person, or id of the other article.', (r) => r.target),
    text(
      'level',
      'How the names compare: same, similar (other vowels in the other language), initials.',
      (r) => r.level,
    ),
    number('score', 'How much of the poorer article the other tells too, from 0 to 1.', (r) => r.score),
    list('shared', 'What agrees: posts, seats and stories, or marks of the articles.', (r) => r.shared),
  ],
  (store) => store.all.links(),
);
