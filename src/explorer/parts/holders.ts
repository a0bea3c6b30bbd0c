import { html } from 'hono/html';
import type { HolderRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { Html } from './html.ts';
import { dayHtml, entityLink, nameHtml } from './source.ts';
import type { Column, Table } from './table.ts';
import { tableOf } from './table.ts';

/** The post in the words of the reader's language where an article has them, and whether it is held in full. */
export const postHtml = ({ post, role }: Pick<HolderRow, 'post' | 'role'>, ctx: Context): Html =>
  html`${nameHtml(post, ctx)}${role.map((each) => html` <span class="badge">${ctx.words.label('role', each)}</span>`)}`;

/** Who is named with which post over a region, from when to when. */
export const holdersTable = (rows: readonly HolderRow[]): Table =>
  tableOf<HolderRow>('holders', [...POST, ...PERSON, ...TIMES], rows);

/** The posts of one person: the page says whose they are, the CSV in every row. */
export const postsTable = (rows: readonly HolderRow[]): Table =>
  tableOf<HolderRow>(
    'holders',
    [...POST, ...PERSON.map(({ key, head, raw }) => ({ key, head, raw })), ...TIMES],
    rows,
  );

const POST: readonly Column<HolderRow>[] = [
  { key: 'post_id', head: 'post', raw: (r) => r.postId },
  { key: 'post_kk', head: 'post', raw: (r) => r.post.kk },
  { key: 'post_ru', head: 'post', raw: (r) => r.post.ru ?? r.post.kk, cell: (r, ctx) => postHtml(r, ctx) },
  { key: 'roles', head: 'kind', raw: (r) => r.role.join(' ') },
];
const PERSON: readonly Column<HolderRow>[] = [
  { key: 'person', head: 'official', raw: (r) => r.person },
  { key: 'name_kk', head: 'nameKk', raw: (r) => r.name.kk },
  {
    key: 'name_ru',
    head: 'official',
    raw: (r) => r.name.ru ?? r.name.kk,
    cell: (r, ctx) => entityLink('officials', r.person, r.name, ctx),
  },
];
const TIMES: readonly Column<HolderRow>[] = [
  { key: 'first', head: 'firstNamed', raw: (r) => r.first, cell: (r, ctx) => dayHtml(r.first, ctx) },
  { key: 'last', head: 'lastNamed', raw: (r) => r.last, cell: (r, ctx) => dayHtml(r.last, ctx) },
  {
    key: 'articles',
    head: 'articles',
    raw: (r) => r.articles,
    cell: (r, ctx) => html`${ctx.format.number(r.articles)}`,
    numeric: true,
  },
];
