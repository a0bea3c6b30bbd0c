import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readYaml } from '../catalog/yaml.ts';
import { BadData } from '../core/errors.ts';

/** The folder of written pages; `src` and `dist` lie equally deep, so one path serves both. */
export const SAMPLES_DIR = fileURLToPath(new URL('../../samples/', import.meta.url));

export const OUTLET_KEYS = ['baq-kk', 'baq-ru', 'kazinform-kk', 'kazinform-ru', 'liter'] as const;
export type OutletKey = (typeof OUTLET_KEYS)[number];

const text = z.string('a line of text').trim().min(1, 'a line of text');
const time = z
  .string('a time such as 2025-12-21T14:05:00+05:00')
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:00$/, 'a time such as 2025-12-21T14:05:00+05:00');

/** One block of a story, in page order. A plain line is a paragraph. */
const block = z.union(
  [
    text,
    z.strictObject({ heading: text }),
    z.strictObject({ quote: text }),
    z.strictObject({ list: z.array(text).min(1) }),
    /** The line under a picture. */
    z.strictObject({ caption: text }),
    /** A link to another article of the outlet, by its key, in the middle of the story. */
    z.strictObject({ teaser: text }),
    /** An invitation to the outlet's channels. */
    z.strictObject({ promo: text }),
  ],
  'a paragraph, or one of heading, quote, list, caption, teaser, promo',
);
export type Block = z.infer<typeof block>;

const article = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/, 'lower-case Latin letters, digits and hyphens'),
  publisher: z.enum(OUTLET_KEYS, `one of ${OUTLET_KEYS.join(', ')}`),
  lang: z.enum(['kk', 'ru'], 'kk or ru'),
  /** `gallery`: pictures with captions and no story; `gone`: still listed, its page is a 404. */
  kind: z.enum(['story', 'gallery', 'gone']).default('story'),
  /** The same name on both members of a kk/ru pair that report one event. */
  pair: text.optional(),
  title: text,
  published: time,
  modified: time.optional(),
  author: text.optional(),
  lead: text.optional(),
  body: z.array(block),
  tags: z.array(text).default([]),
});
export type SampleArticle = z.infer<typeof article>;

const outlet = z.strictObject({
  key: z.enum(OUTLET_KEYS, `one of ${OUTLET_KEYS.join(', ')}`),
  host: z.string().regex(/^[a-z.]+$/, 'a host name'),
  lang: z.enum(['kk', 'ru'], 'kk or ru'),
  name: text,
  slogan: text,
  /** The rubric that every article is listed under. */
  rubric: text,
  menu: z.array(text),
  readAlso: text,
  popular: text,
  partners: z.strictObject({ title: text, items: z.array(text) }),
  promo: z.array(text),
  footer: z.array(text),
});
export type Outlet = z.infer<typeof outlet>;

/** Everything under `samples/`: the five outlets and what they have published, newest first. */
export interface Samples {
  readonly outlets: readonly Outlet[];
  readonly articles: readonly SampleArticle[];
}

/** Reads and checks `samples/`. Throws `BadData` with file and line when a file cannot be used. */
export function loadSamples(dir = SAMPLES_DIR): Samples {
  const outlets = yamlFiles(dir, 'outlets').map((f) => readYaml(f, outlet));
  const articles = yamlFiles(dir, 'articles').map((f) => readYaml(f, article));
  checkReferences(articles);
  return { outlets, articles: newestFirst(articles) };
}

export const newestFirst = (articles: readonly SampleArticle[]): SampleArticle[] =>
  [...articles].sort((a, b) => Date.parse(b.published) - Date.parse(a.published));

/** The stories only: what a reader should come back with. */
export const stories = (samples: Samples): readonly SampleArticle[] =>
  samples.articles.filter((a) => a.kind === 'story');

const yamlFiles = (dir: string, folder: string): string[] =>
  readdirSync(`${dir}${folder}`)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => `${dir}${folder}/${f}`);

function checkReferences(articles: readonly SampleArticle[]): void {
  const byKey = new Map<string, SampleArticle>();
  for (const a of articles) {
    if (byKey.has(a.key)) throw new BadData('samples/articles', 'key', 'a key used once', a.key);
    byKey.set(a.key, a);
  }
  for (const a of articles)
    for (const b of a.body)
      if (typeof b === 'object' && 'teaser' in b && byKey.get(b.teaser)?.publisher !== a.publisher)
        throw new BadData(
          `samples/articles/${a.key}.yaml`,
          'teaser',
          'the key of an article of the same outlet',
          b.teaser,
        );
}
