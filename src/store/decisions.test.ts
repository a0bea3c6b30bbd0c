import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore, type Store } from './index.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');
let number = 0;

const AKIM = { post: 'аким', postId: 'akim', jurisdiction: { id: 'KZ-61/sozak', name: 'Созак' } };
const HEAD = { post: 'руководитель управления', postId: 'department-head' };
const TAX = { id: null, name: 'управление образования' };
const article = (id: string, text: string, more: Partial<FactsSketch> = {}) =>
  sketch({ id, lang: 'ru', text, published: '2026-02-06', ...more });
const ARTICLES = [
  article('before', 'Аким Созака Айгуль Серикова открыла школу.', {
    officials: [{ quote: 'Айгуль Серикова', ...AKIM }],
  }),
  article('wedding', 'Руководитель управления Айгуль Ахметова выступила.', {
    officials: [{ quote: 'Айгуль Ахметова', ...HEAD, jurisdiction: TAX }],
  }),
  article('later', 'Айгуль Ахметова, аким Созака, приняла жителей.', {
    officials: [{ quote: 'Айгуль Ахметова', ...AKIM }],
  }),
  article('namesake', 'Аким Созака Айгуль Ахметова построила 1274 колодца.', {
    officials: [{ quote: 'Айгуль Ахметова', ...AKIM }],
    indicators: [{ quote: '1274 колодца', value: 1274, unit: 'well' }],
  }),
  article('wells', 'В районе теперь 1274 колодца, и этого мало.', {
    indicators: [{ quote: '1274 колодца', value: 1274, unit: 'well' }],
  }),
];

/** A store of the articles above, and the file of decisions beside it. */
function fresh(): { store: Store; decide: (yaml: string) => void } {
  const name = `decided-${number++}`;
  const store = openStore(at(`${name}.db`), { clock });
  for (const facts of ARTICLES) store.saveArticle({}, facts, 'rules@1');
  store.link();
  return { store, decide: (yaml) => writeFileSync(at(`${name}.decisions.yaml`), yaml) };
}

/** Who is who: the articles of each person; and which articles are one story. */
const told = (store: Store) => ({
  people: [...store.all.links()]
    .filter(({ kind }) => kind === 'person')
    .reduce<Record<string, string[]>>((of, { target, article }) => {
      of[target] = [...(of[target] ?? []), article];
      return of;
    }, {}),
  stories: [...store.stories()].map(({ articles }) => articles.map(({ articleId }) => articleId).sort()),
});

const BY_RULES = {
  people: {
    '~айгуль-ахметова.akim@KZ-61-sozak': ['later', 'namesake'],
    '~айгуль-ахметова.department-head@ru-управление-образованиа': ['wedding'],
    '~айгуль-серикова': ['before'],
  },
  stories: [],
};

const MARRIED = `
- same person:
    - { article: before, name: Айгуль Серикова }
    - { article: later, name: Айгуль Ахметова }
  because: вышла замуж в марте 2026 года
`;
const PARTED = `
- apart person:
    - { article: namesake, name: Айгуль Ахметова }
  because: это её тёзка, аким до 2020 года
`;
const STORY = `
- same story: [namesake, wells]
  because: один и тот же пресс-релиз
`;

const decisions: [string, string, Partial<ReturnType<typeof told>>][] = [
  ['nothing', '# nothing yet\n', {}],
  [
    'a woman who married is one person under both names',
    MARRIED,
    {
      people: {
        '~айгуль-ахметова.akim@KZ-61-sozak': ['before', 'later', 'namesake'],
        '~айгуль-ахметова.department-head@ru-управление-образованиа': ['wedding'],
      },
    },
  ],
  [
    'a namesake is set apart',
    PARTED,
    {
      people: {
        '~айгуль-ахметова.akim@KZ-61-sozak': ['later'],
        '~айгуль-ахметова.akim@KZ-61-sozak.namesake': ['namesake'],
        '~айгуль-ахметова.department-head@ru-управление-образованиа': ['wedding'],
        '~айгуль-серикова': ['before'],
      },
    },
  ],
  ['two articles tell one story', STORY, { stories: [['namesake', 'wells']] }],
];
for (const [name, yaml, expected] of decisions)
  test(`decided by hand: ${name}; new rules, other links and a taken-back decision leave it right`, () => {
    const { store, decide } = fresh();
    const rules = told(store);
    expect(rules).toEqual(BY_RULES);
    decide(yaml);
    store.link();
    const after = told(store);
    expect(after).toEqual({ ...rules, ...expected });
    for (const facts of ARTICLES) store.reread(facts, 'rules@2');
    store.link();
    expect(told(store)).toEqual(after);
    decide('');
    store.link();
    expect(told(store)).toEqual(rules);
    store.close();
  });

test('a decision is the reason of its links, in the words of who decided', () => {
  const { store, decide } = fresh();
  decide(MARRIED + STORY);
  store.link();
  const links = [...store.all.links()];
  expect(links.find(({ article }) => article === 'before')).toMatchObject({
    level: 'decided',
    shared: ['вышла замуж в марте 2026 года'],
  });
  expect(links.find(({ kind }) => kind === 'story')).toMatchObject({ shared: ['один и тот же пресс-релиз'] });
  store.close();
});

const wrong: [string, string, RegExp][] = [
  [
    'an unknown article',
    '\n- same story: [wells, wels]\n  because: x\n',
    /decisions\.yaml, line 2: expected the id of an article .*"wels"/u,
  ],
  [
    'a name that the article does not give',
    '- apart person:\n    - { article: later, name: Айгуль Серикова }\n  because: x\n',
    /decisions\.yaml, line 2: expected an official as an article .* names one/u,
  ],
  ['no reason', '- same story: [wells, later]\n', /line 1 .*because/u],
  ['one article alone', '- same story: [wells]\n  because: x\n', /line 1 .*two articles or more/u],
  [
    'two decisions in one',
    '- same story: [wells, later]\n  apart story: [later]\n  because: x\n',
    /one of same person/u,
  ],
  ['an unknown key', '- same stories: [wells, later]\n  because: x\n', /line 1 .*a key that is known here/u],
  ['no YAML', '- [', /valid YAML/u],
];
for (const [name, yaml, expected] of wrong)
  test(`a decision with ${name} stops with file and line, and nothing is linked anew`, () => {
    const { store, decide } = fresh();
    const before = told(store);
    decide(yaml);
    expect(() => store.link()).toThrow(expected);
    expect(told(store)).toEqual(before);
    store.close();
  });

test('a decision about an article that was taken out decides nothing', () => {
  const { store, decide } = fresh();
  decide(STORY);
  store.redactions.redact({ articleId: 'wells', url: null }, 'решение суда', clock());
  store.link();
  expect(told(store).stories).toEqual([]);
  store.close();
});
