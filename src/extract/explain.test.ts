import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadRuleNotes, loadRules } from '../catalog/rules.ts';
import { loadSamples, stories } from '../replica/index.ts';
import { caseFiles, loadCases, PUBLISHED } from '../testing/cases.ts';
import type { ExplainedSlot } from './explain.ts';
import { loadExtractor } from './index.ts';
import { WAYS, type Way } from './indicators/origin.ts';

const extractor = loadExtractor();

interface Case {
  readonly title?: string;
  readonly text: string;
  readonly published?: string | null;
  /** The figure asked about. */
  readonly at: string;
  /** By slot: the way it is filled, and the words; no words where none are. */
  readonly slots: Readonly<Partial<Record<ExplainedSlot, readonly [Way, string?]>>>;
}

/** What a slot tells must hold together: words stand at their offsets, and `inferred` is what the fact says. */
function check({ title, text, published = PUBLISHED, at, slots }: Case): void {
  const article = { id: 'a', title, text, published: published ?? undefined };
  const explained = extractor.explain(article);
  expect(explained.map(({ fact }) => fact)).toEqual(extractor.extract(article).indicators);
  const one = explained.find(({ fact }) => fact.quote === at);
  expect(one, explained.map(({ fact }) => fact.quote).join(' | ')).toBeDefined();
  if (!one) return;
  const told = Object.fromEntries(
    one.slots.map((s) => [s.slot, s.words === null ? [s.way] : [s.way, s.words.text]]),
  );
  expect(told).toMatchObject(slots);
  for (const { words, sentence } of one.slots) {
    if (words) expect(text.slice(words.start, words.end)).toBe(words.text);
    expect(sentence === null).toBe(words === null);
  }
  const inferred = one.slots.filter((s) => s.inferred).map((s) => s.slot);
  expect(inferred.toSorted()).toEqual(one.fact.inferred.toSorted());
  expect(text.slice(one.sentence.start, one.sentence.end)).toBe(one.sentence.text);
  expect(one.sentence.text).toContain(at);
  expect(one.rule?.id).toBe(one.fact.rule);
}

const cases: readonly Case[] = [
  {
    text: 'Биыл Таразда «Жасыл ел» жобасымен 2,5 мыңнан астам отбасы пәтер алды.',
    at: '2,5 мыңнан астам отбасы',
    slots: {
      value: ['figure', '2,5 мыңнан'],
      comparator: ['figure', 'астам'],
      unit: ['figure', 'отбасы'],
      measure: ['default'],
      direction: ['none'],
      region: ['clause', 'Таразда'],
      program: ['sentence', '«Жасыл ел»'],
      period: ['clause', 'Биыл'],
      status: ['default'],
      source: ['none'],
    },
  },
  {
    text: 'В Таразе построили 12 школ.',
    published: null,
    at: '12 школ',
    slots: {
      value: ['figure', '12'],
      comparator: ['default'],
      subject: ['clause', 'В Таразе построили 12 школ'],
      program: ['none'],
      period: ['none'],
    },
  },
  {
    text: 'В 2025 году, как сообщили в акимате, построили 12 школ.',
    at: '12 школ',
    slots: { period: ['sentence', '2025 году'], region: ['unsaid'] },
  },
  {
    text: 'Сейчас в Таразе работают 40 врачей.',
    at: '40 врачей',
    slots: { period: ['now', 'Сейчас'] },
  },
  {
    text: 'По стране построили 300 школ.',
    at: '300 школ',
    slots: { region: ['country', 'стране'], period: ['published'] },
  },
  {
    text: 'Больше всего школ построили в городах: Тараз (12 школ), Семей (8 школ).',
    at: '8 школ',
    slots: { region: ['beside', 'Семей'] },
  },
  {
    text: 'Актау и Таразу передали 6 и 4 автобуса.',
    at: '4 автобуса',
    slots: { region: ['paired', 'Таразу'] },
  },
  {
    text: 'В Актау и Таразе построили 12 школ.',
    at: '12 школ',
    slots: { region: ['shared', 'Таразе'] },
  },
  {
    text: 'Число школ в Таразе выросло на 12 процентов.',
    at: '12 процентов',
    slots: { direction: ['verb', 'выросло'], measure: ['verb', 'выросло'] },
  },
  {
    text: 'Биыл мектептер 12 пайызға көп салынды.',
    at: '12 пайызға',
    slots: { direction: ['comparative', 'көп'] },
  },
  {
    text: 'Бюджет Тараза увеличен в 3 раза.',
    at: '3 раза',
    slots: { measure: ['figure', '3 раза'], direction: ['verb', 'увеличен'] },
  },
  {
    text: 'Разница цен в Таразе – 3 раза.',
    at: '3 раза',
    slots: { direction: ['none'] },
  },
  {
    text: 'В Таразе выявили 18,9 случая на 100 тысяч жителей.',
    at: '18,9 случая',
    slots: { per: ['base', '100 тысяч жителей'] },
  },
  {
    text: 'Помощь покрывает 40, 50 и 60 процентов цены.',
    at: '40',
    slots: { unit: ['list', '60 процентов'] },
  },
  {
    text: 'Число школ в Таразе – 45.',
    at: '45',
    slots: { unit: ['counted', 'школ'] },
  },
  {
    text: 'В Таразе помощь получили 7 654 семьи. В Актау 7 478.',
    at: '7 478',
    slots: { unit: ['lent', '7 654 семьи'] },
  },
  {
    text: 'В Таразе отремонтировали 36 объектов, 12 из них – школы.',
    at: '12',
    slots: { unit: ['kind', 'школы'] },
  },
  {
    text: 'В 2024 году в Таразе по проекту «Сад» посадили 500 деревьев. Открыли 12 школ.',
    at: '12 школ',
    slots: {
      region: ['paragraph', 'Таразе'],
      program: ['paragraph', '«Сад»'],
      period: ['paragraph', '2024 году'],
    },
  },
  {
    text: 'В 2024 году в Таразе начали проект «Сад».\nОткрыли 12 школ.',
    at: '12 школ',
    slots: { region: ['opening', 'Таразе'], program: ['opening', '«Сад»'], period: ['frame', '2024 году'] },
  },
  {
    text: 'В Таразе начали проект «Сад».\nВ городе по проекту открыли 12 школ.',
    at: '12 школ',
    slots: { region: ['back', 'Таразе'], program: ['back', '«Сад»'] },
  },
  {
    text: 'Гостей встретили в Актау и Таразе. Открыли 12 школ.',
    at: '12 школ',
    slots: { region: ['manyEarlier', 'Таразе'] },
  },
  {
    text: 'Облыс аумағында 9 бекет ашылды. Құрылысты Павлодар облысының кәсіпорны жүргізді.',
    at: '9 бекет',
    slots: { region: ['sole', 'Павлодар облысының'] },
  },
  {
    text: '2029 жылы Таразда 12 мектеп есік ашады.',
    at: '12 мектеп',
    slots: { status: ['ahead', '2029 жылы'] },
  },
  {
    title: 'В Таразе открылись новые школы',
    text: 'Строительство завершено. Открыли 12 школ.',
    at: '12 школ',
    slots: { region: ['title'] },
  },
  {
    text: 'ТАРАЗ. Жаңа оқу жылында 12 мектеп ашылды.',
    at: '12 мектеп',
    slots: { region: ['dateline', 'ТАРАЗ'] },
  },
  {
    text: 'Жоспар бойынша 2030 жылға дейін Таразда 40 мектеп салынады.',
    at: '40 мектеп',
    slots: { status: ['clause', 'салынады'] },
  },
  {
    text: 'Bıyl Taraz qalasynda «Jasyl el» jobasy aıasynda 12 mektep salyndy, oqýshylar qýanyshty.',
    at: '12 mektep',
    slots: {
      value: ['figure', '12'],
      unit: ['figure', 'mektep'],
      region: ['clause', 'Taraz qalasynda'],
      program: ['sentence', '«Jasyl el»'],
      period: ['clause', 'Bıyl'],
    },
  },
  {
    text: 'Открыли 12 школ. Об этом сообщил министр труда Ерлан Оспанов.',
    at: '12 школ',
    slots: { source: ['speech', 'министр труда Ерлан Оспанов'] },
  },
  {
    text: 'Аурулар саны 800-дей болды.',
    at: '800-дей',
    slots: { comparator: ['figure', '800-дей'] },
  },
  {
    text: 'На школу выделили от 5 до 10 млн тенге.',
    at: 'от 5 до 10 млн тенге',
    slots: { value: ['figure', 'от 5 до 10 млн тенге'], high: ['figure', 'от 5 до 10 млн тенге'] },
  },
];

for (const c of cases) test(`${c.at} in ${c.text}`, () => check(c));

test('every way of filling a slot has a case', () => {
  const met = new Set(cases.flatMap(({ slots }) => Object.values(slots).map(([way]) => way)));
  expect(Object.keys(WAYS).filter((way) => !met.has(way as Way))).toEqual([]);
});

test('the rule of a pattern and of a place stands beside the slot it filled', () => {
  const [one] = extractor.explain({
    id: 'a',
    text: 'Семей қаласында «Жасыл ел» жобасымен 12 мектеп ашылды.',
  });
  const rule = (slot: ExplainedSlot) => one?.slots.find((s) => s.slot === slot)?.rule;
  expect(rule('region')).toMatchObject({ id: 'kk/place/head-after', code: 'src/extract/regions.ts' });
  expect(rule('program')).toMatchObject({
    id: 'kk/program/quoted',
    file: 'data/rules/patterns/programs.yaml',
    code: null,
  });
  expect(rule('value')).toBeNull();
});

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('every rule that a fact names is told of, with a file that is there', () => {
  const notes = loadRuleNotes(loadRules());
  const texts = [
    ...caseFiles().flatMap(loadCases),
    ...stories(loadSamples()).map(({ key, body, published }) => ({
      id: key,
      published,
      text: body.filter((block) => typeof block === 'string').join('\n'),
    })),
  ];
  const named = new Set<string>();
  for (const { id, text, published } of texts) {
    const { mentions, programs, regions, officials, indicators, events } = extractor.extract({
      id,
      text,
      published,
    });
    for (const list of [mentions, programs, regions, officials, indicators, events])
      for (const { rule } of list) named.add(rule);
  }
  expect(named.size).toBeGreaterThan(40);
  expect([...named].filter((id) => notes(id) === undefined)).toEqual([]);
  for (const id of named) expect(existsSync(ROOT + (notes(id)?.code ?? notes(id)?.file)), id).toBe(true);
});
