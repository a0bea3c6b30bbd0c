import { isMoment } from './moment.ts';

const LEADING_DATE = /^\s*date (\d{4}-\d{2}-\d{2})(?=\s|$)/;
/** The longest headline we have met on these sites is under 200 characters. */
const LONGEST_HEADLINE = 250;

/**
 * What a plain text file says about itself (CONTRACT section 3): a leading ` date YYYY-MM-DD ` is the publication date,
 * a first line that is a headline (short, no full stop, more text below) is the title. The text itself stays as it is.
 */
export function describeText(text: string): { readonly title?: string; readonly published?: string } {
  const date = LEADING_DATE.exec(text);
  const published = date?.[1] !== undefined && isMoment(date[1]) ? date[1] : undefined;
  const story = published === undefined ? text : text.slice(date?.[0].length ?? 0);
  const [first = '', ...rest] = story.trimStart().split(/\r?\n/, 2);
  const line = first.trim();
  const more = rest.length > 0 && story.trim().length > line.length;
  const headline = more && line.length <= LONGEST_HEADLINE && /[^.;:,]$/u.test(line);
  return { ...(headline && { title: line }), ...(published !== undefined && { published }) };
}
