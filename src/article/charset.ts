import iconv from 'iconv-lite';
import type { Issue } from '../core/issue.ts';

export interface Decoded {
  readonly text: string;
  /** The name of the encoding that was used. */
  readonly charset: string;
  readonly issues: readonly Issue[];
}

/** Names the web uses for what the platform or iconv-lite knows under another one. */
const ALIASES = new Map([
  ['utf8', 'utf-8'],
  ['unicode-1-1-utf-8', 'utf-8'],
  ['cp1251', 'windows-1251'],
  ['win-1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['x-cp1251', 'windows-1251'],
  ['kz-1048', 'rk1048'],
  ['kz1048', 'rk1048'],
  ['strk1048-2002', 'rk1048'],
  ['strk-1048', 'rk1048'],
  ['ptcp154', 'pt154'],
  ['cp154', 'pt154'],
  ['cyrillic-asian', 'pt154'],
]);

/** The start of a page that is looked through for a declaration. */
const PRESCAN = 1_024;

/**
 * Bytes of a page as text. The order is that of CRAWL section 3 (byte order mark, HTTP header, `<meta>` in the first
 * 1,024 bytes, UTF-8 if valid, else windows-1251), but what is declared must fit the bytes: valid UTF-8 stays UTF-8
 * whatever a header says.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): Decoded {
  const mark = byBom(bytes);
  if (mark) return { text: decode(bytes, mark), charset: mark, issues: [] };
  const header = known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const meta = declared(bytes);
  const wanted = header ?? meta;
  const utf8 = asUtf8(bytes);
  if (utf8.valid) {
    const lies = wanted !== undefined && wanted !== 'utf-8' && utf8.text.length < bytes.length;
    if (wanted === undefined || wanted === 'utf-8' || lies)
      return {
        text: utf8.text,
        charset: 'utf-8',
        issues: lies ? [wrong(wanted, 'utf-8')] : mojibake(utf8.text),
      };
    return legacy(bytes, wanted, []);
  }
  if (wanted === 'utf-8' || wanted === undefined) {
    const other = meta !== undefined && meta !== 'utf-8' ? meta : 'windows-1251';
    // A few broken sequences are an accident of cutting; many mean that it never was UTF-8.
    if (utf8.broken * 20 < utf8.high) {
      const detail = `${utf8.broken} broken sequences read as U+FFFD`;
      return { text: utf8.text, charset: 'utf-8', issues: [{ code: 'page/invalid-utf8', detail }] };
    }
    return legacy(bytes, other, wanted ? [wrong(wanted, other)] : []);
  }
  return legacy(bytes, wanted, []);
}

function legacy(bytes: Uint8Array, charset: string, issues: readonly Issue[]): Decoded {
  const text = decode(bytes, charset);
  if (charset === 'windows-1251' && isKazakhReadAsRussian(text))
    return {
      text: decode(bytes, 'rk1048'),
      charset: 'rk1048',
      issues: [...issues, wrong(charset, 'kz-1048')],
    };
  return { text, charset, issues: [...issues, ...mojibake(text)] };
}

const wrong = (said: string, is: string): Issue => ({
  code: 'page/charset',
  detail: `declared ${said}, read as ${is}, which fits the bytes`,
});

function byBom(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const found =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+)/i.exec(
      head,
    );
  const name = known(found?.[1] ?? found?.[2]);
  // A page whose declaration could be read byte by byte is not in a two-byte encoding.
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function known(label: string | undefined): string | undefined {
  const name = label?.toLowerCase();
  if (!name) return undefined;
  const canonical = ALIASES.get(name) ?? name;
  return isPlatform(canonical) || iconv.encodingExists(canonical) ? canonical : undefined;
}

function isPlatform(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

const decode = (bytes: Uint8Array, charset: string): string =>
  isPlatform(charset) ? new TextDecoder(charset).decode(bytes) : iconv.decode(Buffer.from(bytes), charset);

interface Utf8 {
  readonly valid: boolean;
  readonly text: string;
  /** U+FFFD put in by decoding. */
  readonly broken: number;
  /** Bytes outside ASCII. */
  readonly high: number;
}

function asUtf8(bytes: Uint8Array): Utf8 {
  try {
    return { valid: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), broken: 0, high: 0 };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let high = 0;
    for (const byte of bytes) if (byte > 127) high++;
    return { valid: false, text, broken: text.split('\ufffd').length - 1, high };
  }
}

/** қ ә ң ө ғ of kz-1048 come out as ќ ј ѕ ґ є when read as windows-1251: letters that no Russian text has. */
function isKazakhReadAsRussian(text: string): boolean {
  const strange = text.match(/[ќјѕґєЌЈЅҐЄ]/g)?.length ?? 0;
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  return strange >= 5 && strange * 50 > cyrillic;
}

/** Text that was decoded with the wrong table somewhere before it reached us. */
function mojibake(text: string): readonly Issue[] {
  const sample = text.slice(0, 200_000);
  const runs =
    (sample.match(/(?:[ÐÑ][\u0080-\u00bf\u2010-\u203a\u0152-\u0192€™°±²³´µ¶·¸¹º»¼½¾¿]){3}/g)?.length ?? 0) +
    (sample.match(/(?:[РС][°±µ¶·ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ№»јЅѕїІґ‚]){3}/g)?.length ?? 0);
  const lost = sample.split('\ufffd').length - 1;
  if (runs < 3 && lost < 10) return [];
  return [{ code: 'page/mojibake', detail: `${runs} garbled runs and ${lost} lost characters` }];
}
