import { type Element, isElement } from './html.ts';
import { articleData, type JsonLd } from './json-ld.ts';
import { textOf, tidy } from './text.ts';

/** What a page says of itself outside its text. */
export interface Meta {
  /** `<meta>` by property, name or itemprop, in small letters; the first of each. */
  readonly tags: ReadonlyMap<string, string>;
  /** `<title>` */
  readonly pageTitle: string | null;
  readonly canonical: string | null;
  readonly headings: readonly string[];
  readonly jsonLd: JsonLd | null;
  /** All schema.org types the page declares. */
  readonly types: ReadonlySet<string>;
  readonly scripts: number;
  readonly images: number;
}

/** Collects what the head (and misplaced tags of the body) declare. */
export function readMeta(root: Element): Meta {
  const tags = new Map<string, string>();
  const headings: string[] = [];
  const blocks: string[] = [];
  let pageTitle: string | null = null;
  let canonical: string | null = null;
  let scripts = 0;
  let images = 0;
  const walk = (e: Element): void => {
    const { attribs } = e;
    switch (e.name) {
      case 'meta': {
        const key = (attribs['property'] ?? attribs['name'] ?? attribs['itemprop'])?.toLowerCase();
        const content = attribs['content'];
        if (key && content && !tags.has(key)) tags.set(key, tidy(content.slice(0, 2_000)));
        break;
      }
      case 'title':
        pageTitle ??= rawText(e);
        break;
      case 'link':
        if (attribs['rel']?.toLowerCase() === 'canonical') canonical ??= attribs['href'] ?? null;
        break;
      case 'script':
        if (attribs['src'] !== undefined || e.children.length === 0) scripts++;
        if (/ld\+json/i.test(attribs['type'] ?? '')) blocks.push(jsonText(e));
        break;
      case 'img':
        images++;
        break;
      case 'h1':
        if (headings.length < 5) headings.push(textOf(e));
        break;
      default:
    }
    for (const child of e.children) if (isElement(child)) walk(child);
  };
  walk(root);
  const { article, types } = articleData(blocks);
  return { tags, pageTitle, canonical, headings, jsonLd: article, types, scripts, images };
}

const jsonText = (e: Element): string => e.children.map((c) => (isElement(c) ? '' : c.data)).join('');
const rawText = (e: Element): string | null => tidy(jsonText(e)) || null;
