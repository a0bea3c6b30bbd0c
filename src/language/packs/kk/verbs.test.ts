import { expect, test } from 'vitest';
import { verbForms } from './verbs.ts';

/** Forms of a tense, participles among them, that a stem must have. */
test.each<[stem: string, tense: string, expected: string]>([
  ['ашыл', 'past', 'ашылды ашылып ашылыпты ашылған ашылғаннан'],
  ['ашыл', 'future', 'ашылады ашылмақ ашылатын'],
  ['ашыл', 'infinitive', 'ашылу ашылуы ашылуын'],
  ['баста', 'past', 'бастады бастап бастаған'],
  ['баста', 'future', 'бастайды бастамақ бастайтын'],
  ['беріл', 'past', 'берілді беріліп берілген'],
  ['беріл', 'future', 'беріледі берілмек берілетін'],
  ['аш', 'past', 'ашты ашып ашқан'],
  ['аш', 'future', 'ашады ашпақ ашатын'],
  ['кет', 'past', 'кетті кетіп кеткен'],
  ['қой', 'past', 'қойды қойып қойған'],
  ['қой', 'future', 'қояды қоймақ қоятын'],
  ['қой', 'infinitive', 'қою қоюы'],
])('%s, %s', (stem, tense, expected) => {
  const forms = verbForms({ before: ['іске'], stem }).filter((f) => f.tense === tense);
  const found = forms.map(({ words }) => words.join(' '));
  expect(found).toEqual(expect.arrayContaining(expected.split(' ').map((form) => `іске ${form}`)));
});

test('nothing denied or supposed is among the forms', () => {
  const words = verbForms({ before: [], stem: 'ашыл' }).flatMap((f) => f.words);
  for (const form of ['ашылмады', 'ашылмайды', 'ашылмаған', 'ашылса']) expect(words).not.toContain(form);
});
