import { WrongUsage } from '../core/errors.ts';

/** The name that robots.txt groups are matched against (RFC 9309: the product token, without a version). */
export const ROBOTS_TOKEN = 'Derek';

const VERSION = '0.1';
const CONTACT = /^(?:https?:\/\/[^\s()<>]+\.[^\s()<>]+|(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+)$/u;

/** Who we say we are when we crawl our own replicas: nobody outside this machine sees it. */
export const SAMPLE_AGENT = `Derek/${VERSION} (+sample run)`;

/**
 * The `User-Agent` of a live crawl, with the way to reach its operator: `Derek/0.1 (+https://example.kz/bot)`.
 * Throws `WrongUsage` without a contact, or with one that is neither a web address nor a mail address:
 * an outlet that is troubled by us must be able to say so.
 */
export function userAgent(contact: string | undefined): string {
  if (contact === undefined || contact.trim() === '')
    throw new WrongUsage(
      'a live crawl needs a contact for its user agent: give --contact or set DEREK_CONTACT to a web or mail address',
    );
  const given = contact.trim();
  if (!CONTACT.test(given) || given.length > 200 || !isPlain(given))
    throw new WrongUsage(
      `the contact must be a web address or a mail address (https://… or name@host), got "${given.slice(0, 80)}"`,
    );
  return `Derek/${VERSION} (+${given})`;
}

/** A header value holds printable ASCII only; anything else would break the request or smuggle a header. */
const isPlain = (text: string): boolean => /^[\x21-\x7e]+$/u.test(text);
