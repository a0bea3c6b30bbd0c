/** Longer addresses are machine-made loops, not articles. */
const LONGEST_URL = 2048;

/**
 * A link as an absolute http(s) address without its fragment; undefined for everything that we never follow:
 * other schemes, addresses with a password in them, broken or endless ones.
 */
export function absoluteUrl(raw: string, base?: string): string | undefined {
  const link = raw.trim();
  if (link === '' || link.length > LONGEST_URL || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href.length <= LONGEST_URL ? url.href : undefined;
}
