import { LATIN } from '../resolve/transliterate.ts';

/** `а:a б:b` as a table of letters. */
const letters = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((p) => [p.slice(0, 1), p.slice(2)]));

const BAQ_KAZAKH = new Map([...LATIN, ...letters('ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h х:h і:i')]);

/** Kazinform's Kazakh table loses letters: «і» is dropped, «ы» becomes `i` (`kuntzbes`, `zhilnama`). */
const KAZINFORM_KAZAKH = new Map([...LATIN, ...letters('ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h х:h ы:i')]);

/** How an outlet writes Cyrillic titles in its URLs. Letters that a table lacks are dropped. */
const TABLES = { russian: LATIN, baq: BAQ_KAZAKH, kazinform: KAZINFORM_KAZAKH } as const;

/** A title as the path of a URL: lower-case Latin letters, digits and single hyphens. */
export function slug(title: string, style: keyof typeof TABLES): string {
  const table = TABLES[style];
  let out = '';
  for (const c of title.toLowerCase()) {
    if (/[a-z0-9]/.test(c)) out += c;
    else if (/\p{L}/u.test(c)) out += table.get(c) ?? '';
    else if (!out.endsWith('-')) out += '-';
  }
  return out.replace(/^-+|-+$/g, '');
}
