import type { OfficialRow, PostRow, ProgramRow, RegionRow } from '../../store/index.ts';
import { integer, list, text, view } from './view.ts';

export const programs = view<ProgramRow>(
  'programs',
  'Programs, projects, campaigns, contests, benefits, plans and events that articles name.',
  [
    text('key', "The catalogue's id, or ~ and the folded name.", (r) => r.key),
    text('id', "The catalogue's id.", (r) => r.id),
    text('name_kk', 'Name in Kazakh.', (r) => r.name.kk),
    text('name_ru', 'Name in Russian.', (r) => r.name.ru),
    text('kind', 'program, project, campaign, contest, benefit, plan or event.', (r) => r.kind),
    integer('articles', 'Articles that name it.', (r) => r.articles),
    integer('observations', 'Values that belong to it.', (r) => r.observations),
    integer('events', 'Events that belong to it.', (r) => r.events),
    list('publishers', 'Outlets that name it.', (r) => r.publishers),
    list('langs', 'Languages of the articles that name it.', (r) => r.langs),
    text('first_published', 'The first article that names it.', (r) => r.first),
    text('last_published', 'The last one.', (r) => r.last),
  ],
  (store) => store.programs(),
);

export const regions = view<RegionRow>(
  'regions',
  'The country, its regions, districts, cities and villages that articles name.',
  [
    text('id', 'ISO 3166-2 code, or a key below it; kept through renames.', (r) => r.id),
    text('name_kk', 'Name in Kazakh, as in the latest article.', (r) => r.name.kk),
    text('name_ru', 'Name in Russian, as in the latest article.', (r) => r.name.ru),
    text('level', 'country, oblast, city, district or village.', (r) => r.level),
    integer('articles', 'Articles that name it.', (r) => r.articles),
    integer('observations', 'Values that belong to it.', (r) => r.observations),
    text('first_published', 'The first article that names it.', (r) => r.first),
    text('last_published', 'The last one.', (r) => r.last),
  ],
  (store) => store.regions(),
);

interface Holder {
  readonly person: OfficialRow;
  readonly post: PostRow;
}
export const officials = view<Holder>(
  'officials',
  'Persons with a public post: one row for each post a person is named with, in each language.',
  [
    text(
      'key',
      'Name as both languages share it, behind ~; with a post where namesakes need telling apart.',
      (r) => r.person.key,
    ),
    text('id', "The catalogue's id.", (r) => r.person.id),
    text('name_kk', 'Name in Kazakh articles.', (r) => r.person.name.kk),
    text('name_ru', 'Name in Russian articles.', (r) => r.person.name.ru),
    text('post', 'Post, nominative.', (r) => r.post.post),
    text('post_id', "The catalogue's id of the post.", (r) => r.post.postId),
    text('lang', 'Language of the post.', (r) => r.post.lang),
    text('jurisdiction_id', 'Id of what the post is over.', (r) => r.post.jurisdiction?.id ?? null),
    text('jurisdiction', 'Name of what the post is over.', (r) => r.post.jurisdiction?.name ?? null),
    list('role', 'acting, former, first, deputy.', (r) => r.post.role),
    list('may_be', 'Keys of others who may be the same person: only the names agree.', (r) => r.person.mayBe),
    integer('articles', 'Articles that name the person with the post.', (r) => r.post.articles),
    text('first_published', 'The first of them.', (r) => r.post.first),
    text('last_published', 'The last of them.', (r) => r.post.last),
  ],
  function* (store) {
    for (const person of store.officials()) for (const post of person.posts) yield { person, post };
  },
);
