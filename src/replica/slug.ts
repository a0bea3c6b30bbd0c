/** `а:a б:b` as a table of letters. */
const letters = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((p) => [p.slice(0, 1), p.slice(2)]));

const RUSSIAN = letters(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya',
);

const BAQ_KAZAKH = new Map([...RUSSIAN, ...letters('ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h х:h і:i')]);

/** Kazinform's Kazakh table loses letters: «і» is dropped, «ы» becomes `i` (`kuntzbes`, `zhilnama`). */
const KAZINFORM_KAZAKH = new Map([...RUSSIAN, ...letters('ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h х:h ы:i')]);

/** How an outlet writes Cyrillic titles in its URLs. Letters that a table lacks are dropped. */
const TABLES = { russian: RUSSIAN, baq: BAQ_KAZAKH, kazinform: KAZINFORM_KAZAKH } as const;

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
