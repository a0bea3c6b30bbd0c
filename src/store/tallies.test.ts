import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { fillRecord } from '../testing/record.ts';
import { articleIdOf, openStore, type Store, type ValueFilter } from './index.ts';
import { tallies } from './migrations/007-tallies.ts';
import { standing } from './migrations/011-standing.ts';
import { lighter } from './migrations/012-lighter.ts';
import { numberedSeries } from './migrations/014-numbered-series.ts';
import { byDay } from './migrations/016-by-day.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');
let number = 0;

const URL = 'https://baq.kz/news/kopir';
const BRIDGES: FactsSketch & { id: string } = {
  id: articleIdOf(URL),
  url: URL,
  publisher: 'baq',
  lang: 'kk',
  published: '2026-03-01',
  text: 'Абай облысында «Жаңа көпір» жобасымен 7 көпір салынды, тағы 3 көпір жоспарланған, деді әкім Айдос Нұрлан.',
  programs: [{ quote: 'Жаңа көпір', kind: 'project' }],
  officials: [{ quote: 'Айдос Нұрлан', post: 'әкім', postId: 'akim' }],
  indicators: [
    {
      quote: '7 көпір',
      value: 7,
      unit: 'bridge',
      subject: 'көпір',
      region: { id: 'KZ-10', name: { kk: 'Абай облысы', ru: 'область Абай' } },
    },
    { quote: '3 көпір', value: 3, unit: 'bridge', subject: 'көпір', status: 'planned' },
  ],
};

/** What the file counts, and what a count of all that stands now gives. */
function counts(file: string): { kept: unknown; counted: unknown } {
  const db = new Database(file, { readonly: true });
  const kept = [
    db
      .prepare("SELECT kind, key, day, articles, observations FROM tallies WHERE day <> '' ORDER BY 1, 2, 3")
      .raw()
      .all(),
    db
      .prepare("SELECT kind, key, articles, observations FROM tallies WHERE day = '' ORDER BY 1, 2")
      .raw()
      .all(),
    db
      .prepare(
        'SELECT indicator, unit, measure, per, program, region, observations FROM series ORDER BY 1, 2, 3, 4, 5, 6',
      )
      .raw()
      .all(),
    db
      .prepare(
        `SELECT s.observation, s.program, s.region, s.indicator, s.day, s.known,
           n.indicator, n.unit, n.measure, n.per, n.program, n.region
         FROM standing s LEFT JOIN series n ON n.id = s.series ORDER BY 1`,
      )
      .raw()
      .all(),
    db.prepare('SELECT person, mentions FROM persons ORDER BY 1').raw().all(),
    db.prepare('SELECT official, known FROM person_links ORDER BY 1').raw().all(),
    db.prepare('SELECT article FROM edited ORDER BY 1').raw().all(),
    db.prepare('SELECT * FROM totals ORDER BY 1, 2').raw().all(),
  ];
  const named = `SELECT 'outlet' AS kind, coalesce(publisher, '') AS key, extraction, known,
      (SELECT count(*) FROM observations o WHERE o.extraction = a.extraction) AS n FROM current_articles a
    UNION ALL SELECT 'program', k.key, a.extraction, a.known,
      (SELECT count(*) FROM observations o WHERE o.extraction = a.extraction AND o.program_key = k.key)
      FROM current_articles a JOIN (SELECT extraction, key FROM article_programs
        UNION SELECT extraction, program_key FROM observations WHERE program_key IS NOT NULL) k ON k.extraction = a.extraction
    UNION ALL SELECT 'region', k.key, a.extraction, a.known,
      (SELECT count(*) FROM observations o WHERE o.extraction = a.extraction AND o.region_id = k.key)
      FROM current_articles a JOIN (SELECT extraction, region_id AS key FROM article_regions
        UNION SELECT extraction, region_id FROM observations WHERE region_id IS NOT NULL) k ON k.extraction = a.extraction`;
  const counted = [
    db
      .prepare(`SELECT kind, key, known, count(*), sum(n) FROM (${named}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)
      .raw()
      .all(),
    db.prepare(`SELECT kind, key, count(*), sum(n) FROM (${named}) GROUP BY 1, 2 ORDER BY 1, 2`).raw().all(),
    db
      .prepare(
        `SELECT indicator, CASE unit_class WHEN 'count' THEN 'count' ELSE unit END, measure, coalesce(per, ''),
           coalesce(program_key, ''), coalesce(region_id, ''), count(*)
         FROM current_observations GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`,
      )
      .raw()
      .all(),
    db
      .prepare(
        `SELECT observation, program_key, region_id, indicator,
           coalesce(period_to, period_from, substr(published, 1, 10), ''), known,
           indicator, CASE unit_class WHEN 'count' THEN 'count' ELSE unit END, measure, coalesce(per, ''),
           coalesce(program_key, ''), coalesce(region_id, '') FROM current_observations ORDER BY 1`,
      )
      .raw()
      .all(),
    db.prepare('SELECT person, count(*) FROM person_links GROUP BY 1 ORDER BY 1').raw().all(),
    db
      .prepare(
        `SELECT l.official, substr(coalesce(a.published, a.first_seen), 1, 10)
         FROM person_links l JOIN article_officials o ON o.id = l.official JOIN extractions x ON x.id = o.extraction
           JOIN article_versions v ON v.id = x.version JOIN articles a ON a.key = v.article ORDER BY 1`,
      )
      .raw()
      .all(),
    db.prepare('SELECT article FROM article_versions GROUP BY 1 HAVING count(*) > 1 ORDER BY 1').raw().all(),
    db
      .prepare(
        `SELECT coalesce(publisher, ''), lang, count(*), ${[
          'article_programs',
          'article_regions',
          'article_officials',
          'observations',
          'events',
        ]
          .map((table) => `sum((SELECT count(*) FROM ${table} f WHERE f.extraction = a.extraction))`)
          .join(', ')}
         FROM current_articles a GROUP BY 1, 2 ORDER BY 1, 2`,
      )
      .raw()
      .all(),
  ];
  db.close();
  return { kept, counted };
}

describe('what the store counts while it is written is what stands in it', () => {
  const CASES: readonly [what: string, change: (store: Store) => void][] = [
    ['a small record', () => {}],
    ['one more article', (store) => store.saveArticle({}, sketch(BRIDGES), 'rules@1')],
    [
      'the same article again',
      (store) => {
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
      },
    ],
    [
      'an edited article',
      (store) => {
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
        const edited = {
          ...BRIDGES,
          text: 'Енді 9 көпір салынды.',
          programs: [],
          officials: [],
          indicators: [{ quote: '9 көпір', unit: 'bridge' }],
        };
        store.saveArticle({ fetchedAt: new Date('2026-08-19T10:00:00Z') }, sketch(edited), 'rules@1');
      },
    ],
    [
      'a text read by other rules',
      (store) => {
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
        store.reread(sketch({ ...BRIDGES, indicators: [] }), 'rules@2');
      },
    ],
    [
      'a day of publication that was learnt later',
      (store) => {
        store.saveArticle({}, sketch({ ...BRIDGES, published: null }), 'rules@1');
        store.link();
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
      },
    ],
    [
      'an article that was taken out',
      (store) => {
        store.saveArticle({}, sketch(BRIDGES), 'rules@1');
        store.redactions.redact({ articleId: articleIdOf(URL), url: URL }, 'a court said so', clock());
      },
    ],
  ];
  test.each(CASES)('%s', (_what, change) => {
    const file = at(`tallies-${number++}.db`);
    const store = openStore(file, { clock });
    fillRecord(store);
    change(store);
    store.close();
    const { kept, counted } = counts(file);
    expect(kept).toEqual(counted);
  });
});

test('the store of an older version is counted when it is opened', () => {
  const file = at('older.db');
  const store = openStore(file, { clock });
  fillRecord(store);
  store.close();
  const db = new Database(file);
  db.exec(`DROP TRIGGER articles_counted_out; DROP TRIGGER articles_counted_in; DROP TRIGGER article_versions_length;
    DROP TRIGGER person_links_counted_in; DROP TRIGGER person_links_counted_out; DROP INDEX observations_source;
    DROP VIEW tally_sums; DROP VIEW current_links; DROP TRIGGER articles_persons_known; DROP TRIGGER article_versions_edited; DROP TABLE edited;
    DROP INDEX person_links_person; ALTER TABLE person_links DROP COLUMN known;
    CREATE INDEX person_links_person ON person_links(person);
    DROP TABLE tallies; DROP TABLE series; DROP TABLE standing; DROP TABLE persons;
    CREATE VIEW current_links AS SELECT official, person FROM person_links`);
  for (const sql of [tallies, standing, lighter, numberedSeries, byDay]) db.exec(sql);
  db.close();
  const { kept, counted } = counts(file);
  expect(kept).toEqual(counted);
});

test('a listed program is called what most of its newest values call it, whatever came in last', () => {
  const store = openStore(at('called.db'), { clock });
  for (const [day, ru] of [
    ['2026-03-01', 'адресная социальная помощь'],
    ['2026-03-02', 'адресная социальная помощь'],
    ['2026-03-03', 'АСП'],
  ] as const) {
    const url = `https://liter.kz/asp-${day}/`;
    const program = { id: 'aid', name: { kk: 'атаулы әлеуметтік көмек', ru } };
    const value = { quote: '40 семей', value: 40, unit: 'family', subject: 'семьи', program };
    const text = `Помощь (${ru}) в марте назначили: 40 семей получили её ${day}.`;
    const facts = {
      id: articleIdOf(url),
      url,
      publisher: 'liter',
      lang: 'ru',
      published: day,
      text,
    } as const;
    store.saveArticle({}, sketch({ ...facts, indicators: [value] }), 'test@1');
  }
  expect(store.tallies.programs({ limit: 1 }).map(({ name }) => name)).toEqual([
    { kk: 'атаулы әлеуметтік көмек', ru: 'адресная социальная помощь' },
  ]);
  store.close();
});

test('lists, movement and days come from the counts', () => {
  const store = openStore(at('lists.db'), { clock });
  fillRecord(store);
  expect(store.tallies.whole()).toEqual({ articles: 3, observations: 6 });
  expect(
    store.tallies
      .programs({ limit: 9 })
      .map(({ key, name, articles, observations, first, last }) => [
        key,
        name.ru,
        articles,
        observations,
        first,
        last,
      ]),
  ).toEqual([
    ['happy-family', 'Бақытты отбасы', 2, 3, '2026-02-04', '2026-02-05'],
    ['~мой-двор', 'Мой двор', 1, 1, '2025-11-20', '2025-11-20'],
  ]);
  expect(store.tallies.region('KZ-10')).toMatchObject({
    name: { kk: 'Абай облысы' },
    articles: 2,
    observations: 2,
  });
  expect(
    store.tallies
      .movement('2026-02-05', '2026-02-05', { limit: 5 })
      .map(({ key, recent, before }) => [key, recent, before]),
  ).toEqual([['happy-family', 2, 1]]);
  expect(store.tallies.days('2026-01-01')).toEqual([
    { day: '2026-02-04', articles: 1, observations: 3 },
    { day: '2026-02-05', articles: 1, observations: 2 },
  ]);
  store.close();
});

describe('values by filters, the newest first', () => {
  const CASES: readonly [filter: ValueFilter, quotes: readonly string[]][] = [
    [{ program: 'happy-family' }, ['300 многодетных семей', '2 650 семей', '2 400 отбасы']],
    [{ program: 'happy-family', lang: 'kk' }, ['2 400 отбасы']],
    [{ program: null, publisher: 'baq' }, ['45 мың теңге', '131']],
    [{ region: 'KZ-10', from: '2026-01-01' }, ['131']],
    [{ unit: 'KZT' }, ['45 мың теңге']],
    [{ unit: 'count', to: '2024-12-31' }, ['2 400 отбасы']],
    [{ publisher: 'nobody' }, []],
  ];
  test.each(CASES)('%j', (filter, quotes) => {
    const store = openStore(at(`values-${number++}.db`), { clock });
    fillRecord(store);
    expect(store.values.rows(store.values.ids(filter, { limit: 9 })).map(({ quote }) => quote)).toEqual(
      quotes,
    );
    store.close();
  });
});
