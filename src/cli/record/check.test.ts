import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { runDerek } from '../../testing/derek.ts';
import { temporaryFolder } from '../../testing/folder.ts';

const at = temporaryFolder();
const DB = at('claims.db');

/** Articles of two outlets in two languages; each tells one thing that claims can be held against. */
const ARTICLES = [
  {
    id: 'centres-old',
    published: '2023-10-02',
    lang: 'ru',
    text: 'По данным министерства, в Казахстане работают 33 центра поддержки семьи.',
  },
  {
    id: 'centres-new',
    published: '2025-12-21',
    lang: 'kk',
    text: 'Министрліктің дерегінше, Қазақстанда 131 отбасын қолдау орталығы жұмыс істейді.',
  },
  {
    id: 'wells',
    published: '2025-09-10',
    lang: 'ru',
    text: 'В Жамбылской области за 2024 год отремонтировали 46 школ. На ремонт школ в 2024 году область выделила 12,5 млрд тенге.',
  },
  {
    id: 'plan',
    published: '2026-01-15',
    lang: 'ru',
    text: 'В Костанайской области в 2027 году планируется построить 19 поликлиник.',
  },
  {
    id: 'akim',
    published: '2026-01-20',
    lang: 'kk',
    text: 'Жамбыл облысының әкімі Ербол Қарашөкеев мектептерді аралап көрді.',
  },
];

beforeAll(async () => {
  const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
  const run = await runDerek(['ingest', '-', '--db', DB, '--quiet'], { stdin: lines });
  expect(run.code).toBe(0);
});

const CLAIMS: readonly (readonly [
  claim: string,
  verdict: string,
  articles: readonly string[],
  asOf?: string,
])[] = [
  ['В Казахстане работает 131 центр поддержки семьи.', 'SUPPORTED', ['centres-new']],
  ['Қазақстанда 131 отбасын қолдау орталығы бар.', 'SUPPORTED', ['centres-new']],
  ['В Казахстане более 130 центров поддержки семьи.', 'SUPPORTED', ['centres-new']],
  ['В Казахстане работают 200 центров поддержки семьи.', 'REFUTED', ['centres-new']],
  ['В Казахстане работают 33 центра поддержки семьи.', 'OUTDATED', ['centres-new', 'centres-old']],
  ['В Казахстане работают 33 центра поддержки семьи.', 'SUPPORTED', ['centres-old'], '2024-06-01'],
  ['В Казахстане работают 131 центр поддержки семьи.', 'NO_EVIDENCE', [], '2023-01-01'],
  ['2024 жылы Жамбыл облысында 46 мектеп жөнделді.', 'SUPPORTED', ['wells']],
  ['2024 жылы Жамбыл облысында 64 мектеп жөнделді.', 'REFUTED', ['wells']],
  ['В 2019 году в Жамбылской области отремонтировали 46 школ.', 'NO_EVIDENCE', []],
  ['В 2024 году в Павлодарской области отремонтировали 46 школ.', 'NO_EVIDENCE', []],
  ['В Костанайской области построили 19 поликлиник.', 'PARTLY', ['plan']],
  ['Аким Жамбылской области Ербол Карашукеев.', 'SUPPORTED', ['akim']],
  ['Аким Жамбылской области Нурлан Бекетов.', 'REFUTED', ['akim']],
  ['В январе 2026 года акимом Жамбылской области был Ербол Карашукеев.', 'SUPPORTED', ['akim']],
  ['Акимом Жамбылской области был Нурлан Бекетов.', 'REFUTED', ['akim']],
  ['Нұрлан Бекетов – Жамбыл облысының әкімі.', 'REFUTED', ['akim']],
  ['Глава Жамбылской области Ербол Карашукеев.', 'SUPPORTED', ['akim']],
  ['Аким Актюбинской области Ербол Карашукеев.', 'NO_EVIDENCE', []],
  ['Жаңа саябақ өте әдемі болды.', 'NO_EVIDENCE', []],
  ['The country has 131 family support centres.', 'NO_EVIDENCE', []],
];

test('claims get the verdict that the record gives, and the articles that decide', async () => {
  const lines = CLAIMS.map(([claim, , , asOf = '2026-03-01']) => JSON.stringify({ claim, asOf }));
  writeFileSync(at('all.jsonl'), lines.join('\n'));
  const run = await runDerek(['check', '--file', at('all.jsonl'), '--json', '--db', DB]);
  expect(run.code).toBe(0);
  const got = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(got.map(({ claim, verdict, evidence }) => [claim, verdict, decidingOf(evidence)])).toEqual(
    CLAIMS.map(([claim, verdict, articles]) => [claim, verdict, articles]),
  );
});

const decidingOf = (evidence: readonly { readonly role: string; readonly articleId: string }[]): string[] =>
  evidence.filter(({ role }) => role !== 'other_scope').map(({ articleId }) => articleId);

test('for people: the verdict in the language of the claim and in English, the quote, what was searched', async () => {
  const claim = 'В Казахстане работают 200 центров поддержки семьи.';
  const run = await runDerek(['check', claim, '--as-of', '2026-03-01', '--db', DB]);
  expect(run.stdout).toMatch(
    /^Записи этому противоречат: названо другое число\.\nThe record contradicts this/,
  );
  expect(run.stdout).toContain('131 отбасын қолдау орталығы');
  expect(run.stdout).toContain('the claim allows 190 – 210');
  expect(run.stdout).toContain('what the article says leaves 130.5 – 131.5');
  expect(run.stdout).toContain('Searched: 5 articles, 2023-10-02 – 2026-01-20');
});

test('many claims: a verdict each, in their order; a broken line is named', async () => {
  const file = at('claims.jsonl');
  const claims = [
    'В Казахстане работает 131 центр поддержки семьи.',
    '2024 жылы Жамбыл облысында 64 мектеп жөнделді.',
  ];
  writeFileSync(
    file,
    `${JSON.stringify({ claim: claims[0], asOf: '2026-03-01' })}\n{"claim": 5}\n${JSON.stringify({ claim: claims[1], lang: 'kk' })}\n`,
  );
  const run = await runDerek(['check', '--file', file, '--json', '--db', DB]);
  expect(run.code).toBe(3);
  expect(
    run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).verdict),
  ).toEqual(['SUPPORTED', 'REFUTED']);
  expect(run.stderr).toContain('claims.jsonl, line 2: expected {"claim"');
});

test('5,000 characters without a number: a plain answer, and no fault', async () => {
  const run = await runDerek([
    'check',
    'Отбасын қолдау орталығы тұрғындарға көмектеседі. '.repeat(100),
    '--json',
    '--db',
    DB,
  ]);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ verdict: 'NO_EVIDENCE', reason: 'NOTHING_TO_CHECK' });
});

test.each<[what: string, args: readonly string[], message: string]>([
  ['no claim', [], 'name one claim'],
  ['a claim and a file', ['x', '--file', 'y'], 'name one claim'],
  ['an empty claim', [' '], 'the claim is empty'],
  ['an article for a claim', ['а'.repeat(12_000)], 'at most 10000 characters'],
])('wrong usage: %s', async (_, args, message) => {
  expect(await runDerek(['check', ...args, '--db', DB])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message),
  });
});
