import { expect, test } from 'vitest';
import { atWords } from './source.ts';

const PAGE = 'https://baq.kz/news/1/';
const LONG =
  'Биыл облыс бойынша барлығы отыз жеті мектептің құрылысы аяқталып, алғашқы қоңырау он екі мың балаға соғылады';

const CASES: readonly (readonly [of: string, address: string, quote: string, fragment: string])[] = [
  ['a short quote stands in full', PAGE, '12 кредитов', '#:~:text=12 кредитов'],
  ['what parts the pieces of a directive is escaped', PAGE, 'a-b, c & d', '#:~:text=a%2Db%2C c %26 d'],
  [
    'of a long quote the beginning and the end',
    PAGE,
    LONG,
    '#:~:text=Биыл облыс бойынша барлығы,екі мың балаға соғылады',
  ],
  ['an address that leads to a place already', `${PAGE}#p2`, '7 школ', ':~:text=7 школ'],
  ['no quote can end the address', PAGE, '"><script>', '#:~:text="><script>'],
];
test.each(CASES)('%s', (_of, address, quote, fragment) => {
  const found = atWords(address, quote);
  expect(found.startsWith(address)).toBe(true);
  expect(found).not.toMatch(/["<> ]/);
  // Escaped signs stay as they are, letters are shown.
  expect(decodeURIComponent(found.slice(address.length).replace(/%(2D|2C|26)/g, '%25$1'))).toBe(fragment);
});
