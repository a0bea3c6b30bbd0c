import * as cheerio from 'cheerio/slim';

/**
 * Pages are hostile: this parser is linear in the size of the page whatever is in it, and no tree is deeper than
 * `MAX_DEPTH`, so that everything built on it may recurse. (General parsers search their stack of open elements for every
 * closing tag, which a few megabytes of unclosed tags turn into hours.) The nodes have the shape cheerio selects on.
 */
export interface TextNode {
  readonly type: 'text';
  data: string;
  readonly parent: Element;
  readonly prev: Node | null;
  next: Node | null;
}
export interface Element {
  readonly type: 'tag' | 'script' | 'style';
  readonly name: string;
  readonly attribs: Record<string, string>;
  readonly children: Node[];
  readonly parent: Element | null;
  readonly prev: Node | null;
  next: Node | null;
}
export type Node = TextNode | Element;

export const isElement = (node: Node): node is Element => node.type !== 'text';

const MAX_DEPTH = 256;
/** No article needs more elements; a page that has more is cut there. */
const MAX_ELEMENTS = 100_000;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const VOID = words(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);
/** Elements whose content is text up to their own closing tag. */
const RAW = words('script style textarea title xmp iframe noembed noframes');
/** Elements that make no line of their own. */
export const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const CLOSES_P = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary table ul',
);
/** Opening the key closes these, when they are open with nothing but the third list's barriers between. */
const CLOSES: Readonly<
  Record<string, { readonly open: ReadonlySet<string>; readonly until: ReadonlySet<string> }>
> = {
  li: { open: words('li'), until: words('ul ol menu') },
  dt: { open: words('dt dd'), until: words('dl') },
  dd: { open: words('dt dd'), until: words('dl') },
  tr: { open: words('tr'), until: words('table') },
  td: { open: words('td th'), until: words('tr table') },
  th: { open: words('td th'), until: words('tr table') },
  tbody: { open: words('thead tbody'), until: words('table') },
  tfoot: { open: words('thead tbody'), until: words('table') },
  option: { open: words('option'), until: words('select') },
  body: { open: words('head'), until: words('html') },
};
/** A closing tag reaches no further up than these. */
const BARRIER = words('td th table caption template');
const TABLE = words('table tr td th tbody thead tfoot caption body html');

/** The tree of a page; never throws, never deeper than `MAX_DEPTH`, of no more than `MAX_ELEMENTS` elements. */
export function parseHtml(html: string): Element {
  const root: Element = {
    type: 'tag',
    name: 'root',
    attribs: {},
    children: [],
    parent: null,
    prev: null,
    next: null,
  };
  const open: Element[] = [];
  /** Elements left out or closed early for depth: their closing tags must close nothing else. */
  const lost = new Map<string, number>();
  const top = (): Element => open.at(-1) ?? root;

  const text = (data: string): void => {
    if (data === '') return;
    const parent = top();
    const last = parent.children.at(-1);
    const decoded = data.includes('&') ? decodeEntities(data) : data;
    if (last?.type === 'text') last.data += decoded;
    else append({ type: 'text', data: decoded, parent, prev: last ?? null, next: null });
  };
  const push = (name: string, attribs: Record<string, string>, stays: boolean): Element => {
    const parent = top();
    const type = name === 'script' || name === 'style' ? name : 'tag';
    const prev = parent.children.at(-1) ?? null;
    const element: Element = { type, name, attribs, children: [], parent, prev, next: null };
    append(element);
    if (stays) open.push(element);
    return element;
  };
  const opened = (name: string, attribs: Record<string, string>): void => {
    if (CLOSES_P.has(name)) closeParagraph();
    const rule = Object.hasOwn(CLOSES, name) ? CLOSES[name] : undefined;
    if (rule)
      for (let i = open.length - 1; i >= 0; i--) {
        const at = open[i];
        if (!at || rule.until.has(at.name)) break;
        if (rule.open.has(at.name)) {
          open.length = i;
          break;
        }
      }
    if (open.length >= MAX_DEPTH && !VOID.has(name)) {
      if (INLINE.has(name)) {
        lost.set(name, (lost.get(name) ?? 0) + 1);
        return;
      }
      const early = open.pop();
      if (early) lost.set(early.name, (lost.get(early.name) ?? 0) + 1);
    }
    push(name, attribs, !VOID.has(name));
  };
  const closeParagraph = (): void => {
    for (let i = open.length - 1; i >= 0; i--) {
      const name = open[i]?.name ?? '';
      if (name === 'p') open.length = i;
      if (!INLINE.has(name)) return;
    }
  };
  const closed = (name: string): void => {
    const missing = lost.get(name) ?? 0;
    if (missing > 0) {
      lost.set(name, missing - 1);
      return;
    }
    for (let i = open.length - 1; i >= 0; i--) {
      const at = open[i]?.name ?? '';
      if (at === name) {
        open.length = i;
        return;
      }
      if (BARRIER.has(at) && !TABLE.has(name)) return;
    }
    // A stray </p> still ends a line; a stray </br> is one.
    if (name === 'p' || name === 'br') push(name, {}, false);
  };

  let i = 0;
  let elements = 0;
  while (i < html.length && elements < MAX_ELEMENTS) {
    const lt = html.indexOf('<', i);
    if (lt < 0) {
      text(html.slice(i));
      break;
    }
    text(html.slice(i, lt));
    const next = html.charCodeAt(lt + 1);
    if (isLetter(next)) {
      elements++;
      const tag = readTag(html, lt + 1);
      i = tag.end;
      if (RAW.has(tag.name)) {
        const end = endOfRaw(html, i, tag.name);
        const element = push(tag.name, tag.attribs, false);
        const content = html.slice(i, end);
        const kept = keepsContent(element) ? content : tag.name === 'title' ? decodeEntities(content) : '';
        if (kept !== '') append({ type: 'text', data: kept, parent: element, prev: null, next: null });
        i = html.indexOf('>', end) + 1 || html.length;
      } else opened(tag.name, tag.attribs);
    } else if (next === 47) {
      const gt = html.indexOf('>', lt);
      const end = gt < 0 ? html.length : gt;
      const name = /^[a-z][^\s/>]*/i.exec(html.slice(lt + 2, Math.min(end, lt + 40)))?.[0];
      if (name) closed(name.toLowerCase());
      i = end + 1;
    } else if (next === 33 || next === 63) {
      const comment = html.startsWith('!--', lt + 1);
      const end = comment ? endOfComment(html, lt + 4) : html.indexOf('>', lt);
      i = end < 0 ? html.length : end + 1;
    } else {
      text('<');
      i = lt + 1;
    }
  }
  return root;
}

function append(node: Node): void {
  if (node.prev) node.prev.next = node;
  node.parent?.children.push(node);
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Scripts are dropped unread but for the data ones. */
const keepsContent = (element: Element): boolean =>
  element.name === 'textarea' || (element.name === 'script' && /json/i.test(element.attribs['type'] ?? ''));

/** The `>` that ends a comment; `<!-->` is a comment too. */
function endOfComment(html: string, from: number): number {
  if (html[from] === '>') return from;
  const end = html.indexOf('-->', from);
  return end < 0 ? -1 : end + 2;
}

function endOfRaw(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** One opening tag; `from` is the first letter of its name, `end` the place after its `>`. */
function readTag(html: string, from: number): { name: string; attribs: Record<string, string>; end: number } {
  const attribs: Record<string, string> = {};
  let i = from;
  const word = (stops: string): string => {
    const start = i;
    while (i < html.length && !isSpace(html.charCodeAt(i)) && !stops.includes(html.charAt(i))) i++;
    return html.slice(start, i);
  };
  const spaces = (): void => {
    while (i < html.length && isSpace(html.charCodeAt(i))) i++;
  };
  const name = word('/>').slice(0, 32).toLowerCase();
  for (;;) {
    while (i < html.length && (isSpace(html.charCodeAt(i)) || html[i] === '/')) i++;
    if (i >= html.length || html[i] === '>') return { name, attribs, end: i + 1 };
    const start = i++;
    while (i < html.length && !isSpace(html.charCodeAt(i)) && !'/>='.includes(html.charAt(i))) i++;
    const key = html.slice(start, i).toLowerCase();
    spaces();
    let value = '';
    if (html[i] === '=') {
      i++;
      spaces();
      const quote = html[i];
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, i + 1);
        const end = close < 0 ? html.length : close;
        value = html.slice(i + 1, end);
        i = end + 1;
      } else value = word('>');
    }
    if (key.length <= 64 && !Object.hasOwn(attribs, key))
      Object.defineProperty(attribs, key, {
        value: value.includes('&') ? decodeEntities(value) : value,
        enumerable: true,
      });
  }
}

const COMMON = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['mdash', '—'],
  ['ndash', '–'],
]);

/** What a numeric reference in the range of C1 controls means on the web: windows-1252. */
const C1 = new TextDecoder('windows-1252');

/** Character references resolved; what is none stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));?/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return COMMON.get(name) ?? named(whole, name);
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '0', 16);
      if (code >= 0x80 && code <= 0x9f) return C1.decode(Uint8Array.of(code));
      const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return valid ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

const rare = new Map<string, string>();

/** The 2,231 rarer names are cheerio's business; each is asked for once. */
function named(whole: string, name: string): string {
  const known = rare.get(whole);
  if (known !== undefined) return known;
  const decoded = name.length > 1 ? cheerio.load(whole).text() : whole;
  if (rare.size < 4_000) rare.set(whole, decoded);
  return decoded;
}
