import type { SectionKind } from '../core/article.ts';
import type { Element } from './html.ts';

/** `outside`: neither story nor anything that belongs to one (comments, bread crumbs). */
export type Mark = SectionKind | 'outside';

/** A whole word of a class name, between hyphens, underscores and spaces. */
const word = (body: string): string => `(?:^|[-_ ])(?:${body})(?:[-_ ]|$)`;

/** What web designers everywhere call the things that are not the story. */
const SIGNS: readonly (readonly [Mark, RegExp])[] = [
  [
    'outside',
    new RegExp(
      `${word('comments?|disqus|breadcrumbs?|pagination|sr-only|cookies?|tags?|views?')}|visually-?hidden|print-?only|d-print-`,
    ),
  ],
  [
    'caption',
    new RegExp(
      `caption|gallery|slideshow|carousel|${word('image|photo|picture|img')}|(?:photo|image|img)[-_]?(?:text|desc|info|title)`,
    ),
  ],
  ['credit', /credit|copyright|(?:photo|image)[-_]?(?:source|author)/],
  [
    'dateline',
    new RegExp(
      `byline|dateline|time-?stamp|publish|post[-_]?(?:date|meta|info)|article[-_]{1,2}(?:date|meta|info|time|author)|entry[-_]meta|${word('authors?|dates?|time|meta|updated|datetime')}`,
    ),
  ],
  ['partner', /partner|sponsor|outbrain|taboola|mgid|paid-?content/],
  [
    'teaser',
    /related|read[-_]?(?:more|also|next|on)|recommend|more[-_](?:stories|news|on|from)|also[-_]|[-_]also|teaser|trending|popular|most[-_]|latest|similar/,
  ],
  [
    'promo',
    new RegExp(
      `newsletter|subscri|promo|advert|adfox|banner|share|sharing|social|sign-?up|follow|donat|telegram|widget|tooltip|app-?store|${word('ads?')}|(?:^|[-_ ])ad[-_]`,
    ),
  ],
];

/** What an element says of itself by its name or class, if it says that it is not the story. */
export function markOf(e: Element): Mark | undefined {
  if (e.name === 'figcaption') return 'caption';
  const name = `${e.attribs['class'] ?? ''} ${e.attribs['id'] ?? ''}`.toLowerCase();
  return name.length < 3 ? undefined : SIGNS.find(([, sign]) => sign.test(name))?.[0];
}
