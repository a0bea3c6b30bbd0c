import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodePage } from './charset.ts';

const KAZAKH = 'Қазақстанда биыл 45 мыңнан астам отбасына көмек көрсетілді, деп хабарлады өңірлік әкімдік.';
const RUSSIAN = 'В этом году помощь получили более 45 тысяч семей, сообщили в областном акимате.';
const page = (text: string, meta = ''): string =>
  `<html><head>${meta}</head><body><p>${text}</p></body></html>`;
const meta = (name: string): string => `<meta charset="${name}">`;

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly header?: string;
  readonly text: string;
  readonly charset: string;
  readonly issues?: readonly string[];
}
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const as = (charset: string, text: string): Uint8Array => iconv.encode(text, charset);

const cases: readonly Case[] = [
  { name: 'nothing declared, UTF-8', bytes: utf8(page(KAZAKH)), text: KAZAKH, charset: 'utf-8' },
  {
    name: 'byte order mark beats the header',
    bytes: utf8(`\ufeff${page(KAZAKH)}`),
    header: 'text/html; charset=windows-1251',
    text: KAZAKH,
    charset: 'utf-8',
  },
  { name: 'UTF-16 with its mark', bytes: as('utf-16', page(KAZAKH)), text: KAZAKH, charset: 'utf-16le' },
  {
    name: 'header windows-1251',
    bytes: as('win1251', page(RUSSIAN)),
    header: 'text/html; charset=windows-1251',
    text: RUSSIAN,
    charset: 'windows-1251',
  },
  {
    name: 'header cp1251 in quotes',
    bytes: as('win1251', page(RUSSIAN)),
    header: 'text/html; charset="CP1251"',
    text: RUSSIAN,
    charset: 'windows-1251',
  },
  {
    name: 'meta windows-1251',
    bytes: as('win1251', page(RUSSIAN, meta('windows-1251'))),
    text: RUSSIAN,
    charset: 'windows-1251',
  },
  {
    name: 'meta http-equiv',
    bytes: as(
      'win1251',
      page(RUSSIAN, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
    ),
    text: RUSSIAN,
    charset: 'windows-1251',
  },
  {
    name: 'nothing declared, windows-1251',
    bytes: as('win1251', page(RUSSIAN)),
    text: RUSSIAN,
    charset: 'windows-1251',
  },
  {
    name: 'meta koi8-r',
    bytes: as('koi8-r', page(RUSSIAN, meta('koi8-r'))),
    text: RUSSIAN,
    charset: 'koi8-r',
  },
  {
    name: 'header kz-1048',
    bytes: as('rk1048', page(KAZAKH)),
    header: 'text/html; charset=KZ-1048',
    text: KAZAKH,
    charset: 'rk1048',
  },
  {
    name: 'meta kz-1048',
    bytes: as('rk1048', page(KAZAKH, meta('kz-1048'))),
    text: KAZAKH,
    charset: 'rk1048',
  },
  { name: 'meta ptcp154', bytes: as('pt154', page(KAZAKH, meta('ptcp154'))), text: KAZAKH, charset: 'pt154' },
  {
    name: 'kz-1048 that says windows-1251',
    bytes: as('rk1048', page(KAZAKH, meta('windows-1251'))),
    text: KAZAKH,
    charset: 'rk1048',
    issues: ['page/charset'],
  },
  {
    name: 'UTF-8 that says windows-1251',
    bytes: utf8(page(KAZAKH)),
    header: 'text/html; charset=windows-1251',
    text: KAZAKH,
    charset: 'utf-8',
    issues: ['page/charset'],
  },
  {
    name: 'windows-1251 that says UTF-8',
    bytes: as('win1251', page(RUSSIAN)),
    header: 'text/html; charset=utf-8',
    text: RUSSIAN,
    charset: 'windows-1251',
    issues: ['page/charset'],
  },
  {
    name: 'a header nobody knows',
    bytes: utf8(page(KAZAKH)),
    header: 'text/html; charset=klingon',
    text: KAZAKH,
    charset: 'utf-8',
  },
  {
    name: 'a few broken bytes',
    bytes: Buffer.concat([utf8(page(KAZAKH)), Buffer.from([0xd0])]),
    text: KAZAKH,
    charset: 'utf-8',
    issues: ['page/invalid-utf8'],
  },
  {
    name: 'garbled before it came',
    bytes: utf8(page(new TextDecoder('windows-1251').decode(utf8(RUSSIAN)))),
    text: 'РїРѕР',
    charset: 'utf-8',
    issues: ['page/mojibake'],
  },
  {
    name: 'a declaration after the first kilobyte',
    bytes: as('win1251', page(RUSSIAN, `<!--${' '.repeat(1_100)}-->${meta('koi8-r')}`)),
    text: RUSSIAN,
    charset: 'windows-1251',
  },
];

test.each(cases)('$name', ({ bytes, header, text, charset, issues }) => {
  const decoded = decodePage(bytes, header);
  expect(decoded.charset).toBe(charset);
  expect(decoded.text).toContain(text);
  expect(decoded.issues.map((i) => i.code)).toEqual(issues ?? []);
});
