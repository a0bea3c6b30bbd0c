import { decodeEntities } from './html.ts';
import { tidy } from './text.ts';

/** The NewsArticle a page describes in schema.org's JSON. */
export interface JsonLd {
  readonly type: string;
  readonly headline: string | null;
  readonly body: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly free: boolean | null;
}

const ARTICLE = /^(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;
/** A larger block is no description of an article. */
const MAX_BLOCK = 2_000_000;
const MAX_DEPTH = 8;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first article among the JSON-LD blocks of a page, and every type they name. Broken blocks are passed over. */
export function articleData(blocks: readonly string[]): {
  article: JsonLd | null;
  types: ReadonlySet<string>;
} {
  const types = new Set<string>();
  const found: Json[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 500)) visit(item, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    const own = list(value['@type']).filter((t) => typeof t === 'string');
    for (const type of own) if (types.size < 100) types.add(type);
    if (own.some((type) => ARTICLE.test(type))) found.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
      if (key in value) visit(value[key], depth + 1);
  };
  for (const block of blocks) visit(parse(block), 0);
  const best = found.find((a) => typeof a['articleBody'] === 'string') ?? found[0];
  return { article: best ? describe(best) : null, types };
}

function parse(block: string): unknown {
  if (block.length > MAX_BLOCK) return undefined;
  const bare = block.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '');
  for (const text of [bare, bare.replace(/\s+/g, ' '), bare.replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(text);
    } catch {
      // Line breaks inside strings and a closing semicolon are common; the next attempt is without them.
    }
  }
  return undefined;
}

function describe(article: Json): JsonLd {
  const text = (key: string): string | null => {
    const value = article[key];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const one = (key: string): string | null => {
    const value = text(key);
    return value === null ? null : tidy(decodeEntities(value.slice(0, 1_000))) || null;
  };
  const free = article['isAccessibleForFree'];
  return {
    type: String(list(article['@type']).find((t) => typeof t === 'string' && ARTICLE.test(t)) ?? 'Article'),
    headline: one('headline') ?? one('name'),
    body: text('articleBody'),
    published: one('datePublished') ?? one('dateCreated'),
    modified: one('dateModified'),
    authors: list(article['author']).slice(0, 20).flatMap(nameOf),
    free: typeof free === 'boolean' ? free : typeof free === 'string' ? !/^false$/i.test(free) : null,
  };
}

function nameOf(author: unknown): string[] {
  const name = isObject(author) ? list(author['name'])[0] : author;
  return typeof name === 'string' && tidy(name) !== '' ? [tidy(decodeEntities(name.slice(0, 200)))] : [];
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
