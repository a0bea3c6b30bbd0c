import { scaleUtc } from 'd3-scale';
import { html } from 'hono/html';
import type { HolderRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../order.ts';
import { postHtml } from './holders.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

const MOST_POSTS = 12;
const DAY = 86_400_000;

/** Posts as bars from the first mention to the last; nothing for a person whom one day alone knows. */
export function postsChart(posts: readonly HolderRow[], ctx: Context): Html {
  const rows = [...groupBy(posts, (post) => JSON.stringify([post.postId ?? post.post, post.role])).values()]
    .flatMap((group) => {
      const [post] = group;
      const [first, last] = [
        group.map(({ first }) => first).sort()[0],
        group
          .map(({ last }) => last)
          .sort()
          .at(-1),
      ];
      return post === undefined || first === undefined || last === undefined ? [] : [{ post, first, last }];
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .slice(0, MOST_POSTS);
  const days = rows.flatMap(({ first, last }) => [Date.parse(first), Date.parse(last)]);
  if (new Set(days).size < 2) return nothing;
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const room = Math.max((to - from) * 0.03, 10 * DAY);
  const x = scaleUtc()
    .domain([new Date(from - room), new Date(to + room)])
    .range([0, 100]);
  const at = (day: string): number => Math.round(x(new Date(day)) * 10) / 10;
  return html`<figure class="posts-chart"><figcaption class="note">${ctx.words.t('postsChart')}</figcaption><ol>${rows.map(
    ({ post, first, last }) =>
      html`<li><span>${postHtml(post, ctx)}</span><svg width="100%" height="18" role="img" aria-label="${ctx.format.date(first)} – ${ctx.format.date(last)}"><line class="held" x1="${at(first)}%" x2="${at(last)}%" y1="9" y2="9"></line><circle cx="${at(first)}%" cy="9" r="4"></circle><circle cx="${at(last)}%" cy="9" r="4"></circle></svg></li>`,
  )}</ol></figure>`;
}
