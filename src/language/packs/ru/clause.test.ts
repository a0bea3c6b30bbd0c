import { expect, test } from 'vitest';
import {
  adjectivePlural,
  fullParticiple,
  nominativeOfGenitive,
  nominativePlural,
  pastParticiple,
  pluralVerb,
  wordClass,
} from './clause.ts';

/** Words apart by spaces, and what becomes of each. */
function check(make: (word: string) => unknown, words: string, want: string): void {
  expect(words.split(' ').map((w) => make(w))).toEqual(want.split(' '));
}

test.each([
  ['построили выросла вывез получат работает', 'finite finite finite finite finite'],
  ['построено введены открыта', 'short short short'],
  ['школа бюджета институты земли промышленности', 'noun noun noun noun noun'],
  ['новых сельского работающих', 'adjective adjective adjective'],
  ['закупить провести', 'infinitive infinitive'],
])('the class of %s', (words, want) => check(wordClass, words, want));

test.each([
  ['домов врачей заявок организаций яблок учреждений', 'дома врачи заявки организации яблоки учреждения'],
])('%s in the nominative plural', (words, want) => check(nominativePlural, words, want));

test.each([['новых сельского рабочие', 'новые сельские рабочие']])('%s in the plural', (words, want) =>
  check(adjectivePlural, words, want),
);

test.each([['мусора зерна муки продукции дорог', 'мусор зерно мука продукция дороги']])(
  '%s in the nominative',
  (words, want) => check((w) => nominativeOfGenitive(w).text, words, want),
);

test.each([['построено открыты введена', 'построенные открытые введенные']])(
  'the participle of %s',
  (words, want) => check((w) => fullParticiple(w, 'plural'), words, want),
);

test.each([['поступило вернулись пришло', 'поступившие вернувшиеся пришедшие']])(
  'the participle of the past of %s',
  (words, want) => check(pastParticiple, words, want),
);

test.each([['получило работает открылось живёт', 'получили работают открылись живут']])(
  '%s in the plural of the verb',
  (words, want) => check(pluralVerb, words, want),
);
