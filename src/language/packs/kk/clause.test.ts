import { expect, test } from 'vitest';
import {
  genitive,
  locativeAttribute,
  owner,
  participle,
  plural,
  reported,
  within,
  withoutAccusative,
} from './clause.ts';

/** Words apart by spaces, and what becomes of each; `-` for nothing. */
function check(make: (word: string) => string | null, words: string, want: string): void {
  expect(words.split(' ').map((w) => make(w) ?? '-')).toEqual(want.split(' '));
}

test.each([
  ['салынды бөлінді көшті тапты', 'салынған бөлінген көшкен тапқан'],
  ['алады береді оқиды салынбақ', 'алатын беретін оқитын салынатын'],
  ['анықтады жинады тексеріп жинап', 'анықтаған жинаған тексерген жинаған'],
  ['бөлініпті алыпты төлепті айтты', 'бөлінген алған төлеген айтқан'],
  ['қояды азаяды азаймақ қоймайды салмақ', 'қоятын азаятын азаятын қоймайтын салатын'],
  ['берген тұр үй', 'берген тұрған -'],
])('the participle of %s', (words, want) => check(participle, words, want));

test.each([
  ['салынатынын қоятынын жөнделгенін сөйлейтінін балаларын', 'салынатын қоятын жөнделген сөйлейтін -'],
])('what %s reports', (words, want) => check(reported, words, want));

test.each([
  [
    'мектеп бала үй тұрғын кездесу банк турист',
    'мектептер балалар үйлер тұрғындар кездесулер банктер туристер',
  ],
])('%s in the plural', (words, want) => check(plural, words, want));

test.each([['ауылда мектепте мектеп', 'ауылдағы мектептегі -']])('%s as an attribute', (words, want) =>
  check(locativeAttribute, words, want),
);

test.each([['мектептер балалар', 'мектептердегі балалардағы']])('what is in %s', (words, want) =>
  check(within, words, want),
);

test.each([['жерін жолды', 'жері жол']])('%s without its case', (words, want) =>
  check(withoutAccusative, words, want),
);

test.each([['Ресейдікі Моңғолиянікі', 'Ресейдің Моңғолияның']])('whose %s is', (words, want) =>
  check(owner, words, want),
);

test.each([
  [
    'тариф тарих баға қоңырау халық шығын мамандар мектепке',
    'тарифтің тарихтың бағаның қоңыраудың халықтың шығынның мамандардың -',
  ],
])('of %s', (words, want) => check(genitive, words, want));
