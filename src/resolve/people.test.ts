import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Holder, resolvePeople, surnameBlock } from './people.ts';

let article = 0;
/** `kk Берік Уәли; akim; KZ-10; s1`: language, name, post, seat and story; an article of its own tells its own story. */
function holder(said: string): Holder {
  const [name = '', post = '', seat = '', story = ''] = said
    .slice(3)
    .split(';')
    .map((part) => part.trim());
  return {
    name,
    lang: said.startsWith('kk') ? 'kk' : 'ru',
    postId: post || null,
    seat: seat === '' ? null : { id: seat.startsWith('KZ') ? seat : null, name: seat },
    story: story || `article ${article++}`,
  };
}

/** People as sets of the names given, and their keys. */
const peopleOf = (said: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    resolvePeople(said.map(holder)).map(({ key, holders }) => [
      key,
      holders.map((one) => one.holder.name).sort(),
    ]),
  );

const cases: [what: string, said: string[], people: Record<string, string[]>][] = [
  [
    'both languages and initials in one post',
    [
      'kk Нұрлан Омаров; akim; KZ-43/aral',
      'ru Нурлан Омаров; akim; KZ-43/aral',
      'ru Н. Омаров; akim; KZ-43/aral',
    ],
    { '~нурлан-омаров': ['Н. Омаров', 'Нурлан Омаров', 'Нұрлан Омаров'] },
  ],
  [
    'namesakes in two places are two, each told by the post',
    ['ru Асхат Ахметов; director; KZ-59', 'kk Асхат Ахметов; rector; KZ-79'],
    { '~асхат-ахметов.director@KZ-59': ['Асхат Ахметов'], '~асхат-ахметов.rector@KZ-79': ['Асхат Ахметов'] },
  ],
  [
    'initials that fit two people are neither',
    ['ru Нурлан Есенов; head; KZ-27', 'ru Нариман Есенов; head; KZ-27', 'ru Н. Есенов; head; KZ-27'],
    {
      '~нурлан-есенов': ['Нурлан Есенов'],
      '~нариман-есенов': ['Нариман Есенов'],
      '~н-есенов': ['Н. Есенов'],
    },
  ],
  [
    'a name without patronymic that fits two fathers is neither',
    [
      'ru Серик Болатович Омаров; director; KZ-35',
      'ru Серик Маратович Омаров; head; KZ-35',
      'kk Серік Омаров; chief; KZ-35',
    ],
    {
      '~серик-омаров.болат': ['Серик Болатович Омаров'],
      '~серик-омаров.марат': ['Серик Маратович Омаров'],
      '~серик-омаров.chief@KZ-35': ['Серік Омаров'],
    },
  ],
  [
    'a post without its place goes to the only one who holds such a post',
    ['ru Берик Уали; akim; KZ-10', 'ru Берик Уали; akim'],
    { '~берик-уали': ['Берик Уали', 'Берик Уали'] },
  ],
  [
    'and to nobody when there are two',
    ['ru Ержан Алиев; head; KZ-10', 'ru Ержан Алиев; head; KZ-15', 'ru Ержан Алиев; head'],
    {
      '~ержан-алиев.head@KZ-10': ['Ержан Алиев'],
      '~ержан-алиев.head@KZ-15': ['Ержан Алиев'],
      '~ержан-алиев.head': ['Ержан Алиев'],
    },
  ],
  [
    'one story tells of one person, whatever the post',
    ['kk Сәкен Оразов; head; ; s', 'ru Сакен Оразов; deputy-head; KZ-15; s'],
    { '~сакен-оразов': ['Сакен Оразов', 'Сәкен Оразов'] },
  ],
  ['a word alone names nobody', ['ru Оразов; akim; KZ-10'], {}],
];
for (const [what, said, people] of cases) test(what, () => expect(peopleOf(said)).toEqual(people));

test('namesakes are shown as such', () => {
  const [a, b] = resolvePeople(cases[1]?.[1].map(holder) ?? []);
  expect([a?.doubts, b?.doubts]).toEqual([[b?.key], [a?.key]]);
});

test('each link says how the names compare and what else agrees', () => {
  const [person] = resolvePeople([
    holder('kk Өмірзақ Шөкеев; akim; KZ-61; x'),
    holder('ru Умирзак Шукеев; akim; KZ-61; y'),
  ]);
  expect(person?.holders.map(({ reason }) => reason)).toContainEqual({
    level: 'similar',
    shared: ['post:akim@KZ-61'],
  });
});

test('the order of the mentions decides nothing', () => {
  const said = cases.flatMap(([, all]) => all).map(holder);
  const blocks = [...new Set(said.map(({ name }) => surnameBlock(name)))];
  const answer = (all: readonly Holder[]) =>
    blocks.flatMap((block) =>
      resolvePeople(all.filter(({ name }) => surnameBlock(name) === block))
        .map(({ key, holders, doubts }) => ({
          key,
          doubts,
          holders: holders.map((one) => JSON.stringify(one)).sort(),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  const expected = answer(said);
  fc.assert(
    fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (mixed) => {
      expect(answer(mixed)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
