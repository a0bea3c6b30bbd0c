/** Markup that needs no more escaping. Made by `html` and, for fixed text only, by `raw`. */
export interface Safe {
  readonly safe: string;
}

type Piece = string | number | Safe | readonly Safe[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML and XML, in content as in quoted attributes. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

export const raw = (markup: string): Safe => ({ safe: markup });

/** Markup with every interpolated string escaped; `undefined` leaves nothing behind. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Safe {
  let out = strings[0] ?? '';
  for (const [i, piece] of pieces.entries()) out += written(piece) + (strings[i + 1] ?? '');
  return { safe: out };
}

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  if ('safe' in piece) return piece.safe;
  return piece.map((p) => p.safe).join('\n');
}

/** A value as JSON inside `<script>`: `<` is written as an escape, so that no text can close the element. */
export const jsonScript = (value: unknown): Safe =>
  raw(
    `<script type="application/ld+json">${JSON.stringify(value, null, 1).replaceAll('<', '\\u003c')}</script>`,
  );
