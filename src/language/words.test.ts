import { expect, test } from 'vitest';
import { tokenize } from './tokens.ts';
import { Fact, Look, RECORD, Words } from './words.ts';

/** So many different words, some of them with a capital. */
const many = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${i % 3 === 0 ? 'С' : 'с'}өз${i.toString(2).replace(/0/g, 'а').replace(/1/g, 'ы')}`,
  );

test('a spelling keeps its entry, its number and its record while the table grows', () => {
  const words = new Words();
  const spellings = many(9_000);
  const text = spellings.join(' ');
  const numbers = new Int32Array(text.length);
  const tokens = tokenize(text, words, numbers);
  for (const [i, spelling] of spellings.entries()) {
    const number = numbers[i] ?? 0;
    expect(words.entry(number)?.raw).toBe(spelling);
    expect(words.entry(number)).toBe(tokens[i]?.form);
    expect(words.form(spelling)).toBe(tokens[i]?.form);
    const look = words.records[number * RECORD + Fact.look] ?? 0;
    expect((look & Look.capital) !== 0).toBe(i % 3 === 0);
  }
  // Each capitalised one brought its small form along.
  expect(words.size).toBe(9_000 + 3_000);
});

test.each([
  ['a capital', 'Мектеп', 'мектеп'],
  ['capitals', 'МЕКТЕП', 'мектеп'],
  ['a Latin look-alike', 'мeктеп', 'мектеп'],
  ['a soft hyphen', 'мек\u00ADтеп', 'мектеп'],
])('%s shares the type of the plain spelling', (_, raw, norm) => {
  const words = new Words();
  expect(words.form(raw).type).toBe(words.type(norm));
  expect(words.form(raw)).not.toBe(words.form(norm));
});

test('what is no word has the number 0, which is no entry', () => {
  const words = new Words();
  const numbers = new Int32Array(40).fill(-1);
  const tokens = tokenize('Биыл 33-тен 40-қа өсті: 24.kz,\n«жаңа» 5 %-ы.', words, numbers);
  for (const [i, t] of tokens.entries()) expect(words.entry(numbers[i] ?? -1)).toBe(t.form);
  expect(words.entry(0)).toBe(null);
});
