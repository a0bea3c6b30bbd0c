/** A wording that stands for more than these is a rule rather than a wording. */
const MOST = 512;
const PART = /\[([^[\]{}]*)\]|\{([^[\]{}]*)\}/u;

/**
 * All wordings that one with variants stands for: what is in `[…]` may be left out, of `{a|b}` one is said. The press
 * words a benefit by its law, by its occasion or by who gets it, and with or without «мемлекеттік», «ежемесячное».
 * The string returned says what is wrong with it.
 */
export function variantsOf(text: string): readonly string[] | string {
  const out = new Set<string>();
  const open = [text];
  for (let t = open.pop(); t !== undefined; t = open.pop()) {
    const [part, left, choice] = PART.exec(t) ?? [];
    if (part === undefined) {
      if (/[[\]{}|]/u.test(t)) return 'brackets in pairs: [may be left out], {one|or another}';
      out.add(t.replace(/ {2,}/gu, ' ').trim());
      continue;
    }
    const said = left === undefined ? (choice ?? '').split('|') : [left, ''];
    if (left === '' || (left === undefined && (said.length < 2 || said.includes(''))))
      return 'words in [ ], and two or more parted by | in { }';
    for (const s of said.toReversed()) open.push(t.replace(part, () => s));
    if (out.size + open.length > MOST) return `at most ${MOST} variants of one wording`;
  }
  return [...out];
}
