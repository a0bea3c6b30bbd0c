import { expect, test } from 'vitest';
import { normalForm } from './chars.ts';
import { Shape, Words } from './words.ts';

test.each<[string, string, string]>([
  ['Latin a in a Kazakh word', 'Aстана', 'астана'],
  ['Latin i', 'мемлекеттiк', 'мемлекеттік'],
  ['Latin i at the end', 'қызметi', 'қызметі'],
  ['Latin o, e, c', 'облыcы', 'облысы'],
  ['schwa of another alphabet', 'əкім', 'әкім'],
  ['ң of another alphabet', 'жаӊа', 'жаңа'],
  // today: the Ukrainian letter stays, as no Latin letter stands beside it; should be кіші
  ['ї for і', 'кїші', 'кїші'],
  ['a Latin word stays Latin', 'Green', 'green'],
  ['a mixed word that no look-alike explains stays', 'IT-мамандар', 'it-мамандар'],
  ['part by part', 'Aлматы-Green', 'алматы-green'],
  ['soft hyphen', 'со\u00adвет', 'совет'],
  ['stray accent', 'замо\u0301к', 'замок'],
  ['й in two pieces', 'ай\u043c'.normalize('NFD'), 'айм'],
  ['zero width', 'ауыл\u200b', 'ауыл'],
  ['long hyphens', 'нан‑су', 'нан-су'],
  ['capitals', 'ҚАЗАҚСТАН', 'қазақстан'],
])('%s', (_, raw, want) => {
  expect(normalForm(raw)).toBe(want);
});

test('a word of mixed letters meets its clean twin, and keeps its own spelling', () => {
  const words = new Words();
  const mixed = words.form('Aстана');
  expect(mixed.type).toBe(words.form('Астана').type);
  expect(mixed.raw).toBe('Aстана');
});

test.each<[string, number]>([
  ['ауыл', Shape.lower],
  ['Ауыл', Shape.capital],
  ['АУЫЛ', Shape.caps],
  ['Қ', Shape.capital],
  ['Касым-Жомарт', Shape.capital],
  ['eGov', Shape.mixed],
  ['ЖШС-ға', Shape.mixed],
])('the shape of %s', (raw, shape) => {
  expect(new Words().form(raw).shape).toBe(shape);
});
