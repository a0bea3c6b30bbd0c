/** What the first bytes of a file that is no text look like, and what a person calls it. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['52494646', 'a RIFF (WebP, sound or video) file'],
  ['25504446', 'a PDF'],
  ['504b0304', 'a ZIP or Office file'],
  ['1f8b', 'gzip data'],
  ['7f454c46', 'a program'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
];

const LOOK_AT = 4096;

/** Says what a file is when it is not text at all; undefined for text, however badly encoded. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, LOOK_AT);
  const hex = Buffer.from(head.subarray(0, 16)).toString('hex');
  const magic = MAGIC.find(([start]) => hex.startsWith(start));
  if (magic !== undefined) return magic[1];
  if (utf16(head) !== undefined) return undefined;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  // A stray NUL is damage that the extraction reports; one control in twenty bytes is no text.
  return controls * 20 > head.length ? 'binary data' : undefined;
}

/** UTF-16 is told by its mark only: Windows editors write one. */
export const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

export type Decoded = { readonly text: string } | { readonly line: number };

/** The text of bytes that are UTF-8 without their mark, or undefined. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of UTF-8 or marked UTF-16 bytes; else the first line that is neither, counted from 1. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly line: number } {
  const wide = utf16(bytes);
  const text = wide === undefined ? decodeUtf8(bytes) : new TextDecoder(wide).decode(bytes);
  return text === undefined ? { line: firstInvalidLine(bytes) } : { text };
}

/** A line end is never part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstInvalidLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; ; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (decodeUtf8(bytes.subarray(start, end)) === undefined || newline === -1) return line;
    start = newline + 1;
  }
}
