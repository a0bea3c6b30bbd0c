import type { Refusal } from '../core/article.ts';
import type { Meta } from './meta.ts';

/** What is known of a page when its story has been looked for. */
export interface Looked {
  readonly meta: Meta;
  readonly html: string;
  /** Characters of the story, and how many of the block it stood in are inside links. */
  readonly chars: number;
  readonly linkShare: number;
  /** Characters of text on the whole page. */
  readonly visible: number;
  /** Does the address have the form of an article of its publisher? Undefined when nobody knows the outlet. */
  readonly articleUrl: boolean | undefined;
  readonly url: string | null;
}

const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|ddos-guard|access denied|доступ (?:ограничен|запрещ[её]н)|проверка браузера|подтвердите, что вы|one more step|are you a robot|captcha)/i;
const CHALLENGE_MARK =
  /cf-browser-verification|cf-chl-|challenge-platform|_cf_chl_opt|ddos-guard\.net|g-recaptcha|h-captcha|smartcaptcha|data-sitekey/i;
const SHELL_ROOT =
  /<div[^>]{0,80}\bid=["']?(?:root|app|__next|__nuxt|q-app|main-app)["']?[^>]{0,80}>\s*(?:<\/div>|<noscript)/i;
const NEEDS_JS =
  /enable javascript|javascript (?:is )?(?:required|disabled)|включите javascript|javascript-?ті қос/i;
const PAYWALL =
  /только для подписчиков|доступно? (?:только )?по подписке|оформите подписку,? чтобы|тек жазылушыларға|subscribe to (?:continue|read)/i;
const GALLERY_URL = /\/(?:photo|foto|gallery|galereya|fotoreportazh|photos|video)(?:[/-]|$)/i;
const LIST_TYPES = ['CollectionPage', 'SearchResultsPage'];

/** What stands before a paywall is shorter than this. */
const WHOLE = 1_500;

/** A story longer than a novel is a file of something else, and would cost the time of a thousand articles. */
const LONGEST = 500_000;

/** The start of a page in which marks of its kind are looked for. */
const HEAD = 300_000;

/** Why a page is no article; undefined for an article. */
export function refusalOf(page: Looked): Refusal | undefined {
  const { meta, chars } = page;
  const html = page.html.slice(0, HEAD);
  if (page.visible === 0 && meta.scripts === 0) return 'empty';
  if (chars > LONGEST) return 'too-large';
  if (page.visible < 3_000 && CHALLENGE_TITLE.test(meta.pageTitle ?? meta.headings[0] ?? ''))
    return 'challenge';
  if (chars < 250 && page.visible < 1_500 && CHALLENGE_MARK.test(html)) return 'challenge';
  if (page.visible < 300 && chars < 150 && (SHELL_ROOT.test(html) || (meta.scripts > 0 && needsJs(html))))
    return 'shell';
  if (meta.jsonLd?.type === 'LiveBlogPosting' || meta.types.has('LiveBlogPosting')) return 'live';
  // Some outlets count their readers and still send the whole text: only what is short is a part.
  const metered =
    meta.jsonLd?.free === false || /^(?:locked|metered)$/i.test(meta.tags.get('article:content_tier') ?? '');
  if (chars < WHOLE && (metered || PAYWALL.test(html))) return 'paywall';
  const isGallery =
    meta.types.has('ImageGallery') || meta.types.has('MediaGallery') || GALLERY_URL.test(page.url ?? '');
  if (isGallery && chars < 400 && meta.images >= 3) return 'gallery';
  if (meta.images >= 8 && chars < 250 && meta.images * 60 > chars)
    return page.articleUrl === false ? 'listing' : 'gallery';
  if (isListing(page)) return 'listing';
  if (chars < (declaresArticle(meta) || page.articleUrl ? 60 : 140)) return 'no-article';
  return undefined;
}

const needsJs = (html: string): boolean => NEEDS_JS.test(html) || !/<p[\s>]/i.test(html);

const declaresArticle = (meta: Meta): boolean =>
  meta.jsonLd !== null || meta.tags.get('og:type')?.toLowerCase() === 'article';

function isListing({ meta, chars, linkShare, articleUrl }: Looked): boolean {
  if (declaresArticle(meta) || articleUrl) return false;
  if (LIST_TYPES.some((type) => meta.types.has(type))) return true;
  if (linkShare > 0.4) return true;
  return articleUrl === false && (chars < 600 || meta.tags.get('og:type')?.toLowerCase() === 'website');
}
