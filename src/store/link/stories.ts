import type { Database } from 'better-sqlite3';
import { isRare, marksOf, tie, WINDOW_DAYS } from '../../resolve/stories.ts';
import { column, type Raw } from '../queries/rows.ts';

import type { StoryRuling } from './decisions.ts';

const { text, maybe, number, maybeNumber } = column;

export interface StoryLinks {
  /**
   * Compares one article with all that may tell the same story, and files the stories that this changes.
   * Returns the articles whose story may be another now, itself included.
   */
  link(article: number, rulings: readonly StoryRuling[]): readonly number[];
}

const DAY_MS = 86_400_000;

/** Days since 1970, or 0 for a date that is not a full day. */
const dayOf = (published: string | null): number =>
  published === null || published.length < 10 ? 0 : Math.floor(Date.parse(published.slice(0, 10)) / DAY_MS);

/** Stories are what ties join; every tie depends on its two articles only, so that any order gives the same stories. */
export function storyLinks(db: Database): StoryLinks {
  const marks = markTable(db);
  const near = db
    .prepare<{ marks: string; from: number; to: number; article: number }, number>(
      `SELECT DISTINCT m.article FROM json_each(:marks) j JOIN story_marks m ON m.mark = j.value
       WHERE (m.day BETWEEN :from AND :to OR m.day = 0) AND m.article <> :article`,
    )
    .pluck();
  const untie = db.prepare('DELETE FROM story_ties WHERE a = ? OR b = ?');
  const addTie = db.prepare('INSERT INTO story_ties VALUES (?, ?, ?, ?, ?)');
  const retie = db.prepare('INSERT OR REPLACE INTO story_ties VALUES (?, ?, ?, ?, ?)');
  const file = storyTable(db);
  const neighbours = db
    .prepare<[number, number], number>(
      'SELECT b FROM story_ties WHERE a = ? UNION SELECT a FROM story_ties WHERE b = ?',
    )
    .pluck();

  return {
    link(article, rulings) {
      const alone = apartOf(rulings);
      const touched = new Set([article, ...neighbours.all(article, article)]);
      const { day, all } = marks.write(article);
      untie.run(article, article);
      const rare = JSON.stringify([...all].filter(isRare));
      const [from, to] = day === 0 ? [0, Number.MAX_SAFE_INTEGER] : [day - WINDOW_DAYS, day + WINDOW_DAYS];
      const candidates = alone.has(article) ? [] : near.all({ marks: rare, from, to, article });
      for (const other of candidates) {
        if (alone.has(other)) continue;
        const its = marks.read(other);
        const found = tie(all, its.all, day === 0 || its.day === 0 ? null : Math.abs(day - its.day));
        if (found === undefined) continue;
        const pair = [Math.min(article, other), Math.max(article, other)];
        addTie.run(...pair, found.score, found.reprint ? 1 : 0, JSON.stringify(found.shared));
        touched.add(other);
      }
      for (const { articles, because } of rulings)
        if (articles.includes(article))
          for (const other of articles) {
            if (other === article) continue;
            retie.run(Math.min(article, other), Math.max(article, other), 1, 0, JSON.stringify([because]));
            touched.add(other);
          }
      return file([...touched], (of) => neighbours.all(of, of));
    },
  };
}

/** Articles that were decided to tell no story that the rules find. */
const apartOf = (rulings: readonly StoryRuling[]): ReadonlySet<number> =>
  new Set(rulings.filter(({ says }) => says === 'apart').flatMap(({ articles }) => articles));

interface Marks {
  readonly day: number;
  readonly all: ReadonlySet<string>;
}

/** Articles whose marks are held: those of a few days, which are compared with each other again and again. */
const HELD = 5_000;

function markTable(db: Database) {
  const story = db.prepare<[number], Raw>(
    `SELECT a.published, v.text, a.extraction FROM current_articles a JOIN article_versions v ON v.id = a.version
     WHERE a.article = ?`,
  );
  const values = db.prepare<[number], Raw>(
    `SELECT value, high, previous, unit_class, period_from, period_to FROM observations WHERE extraction = ?`,
  );
  const list = (sql: string) => db.prepare<[number], string>(sql).pluck();
  const people = list('SELECT name FROM article_officials WHERE extraction = ?');
  const programs = list('SELECT key FROM article_programs WHERE extraction = ?');
  const regions = list('SELECT region_id FROM article_regions WHERE extraction = ?');
  const days = db
    .prepare<{ x: number }, string | null>(
      'SELECT date_from FROM events WHERE extraction = :x UNION SELECT date_to FROM events WHERE extraction = :x',
    )
    .pluck();
  const clear = db.prepare('DELETE FROM story_marks WHERE article = ?');
  const add = db.prepare('INSERT INTO story_marks VALUES (?, ?, ?)');
  const read = db.prepare<[number], Raw>('SELECT mark, day FROM story_marks WHERE article = ?');
  const held = new Map<number, Marks>();
  const hold = (article: number, marks: Marks): Marks => {
    if (held.size >= HELD) held.clear();
    held.set(article, marks);
    return marks;
  };

  return {
    /** Works out the marks of an article as it stands now. */
    write(article: number): Marks {
      clear.run(article);
      const row = story.get(article);
      if (row === undefined) return hold(article, { day: 0, all: new Set() });
      const extraction = number(row, 'extraction');
      const published = maybe(row, 'published');
      const said = values.all(extraction);
      const spoken = [
        ...said.flatMap((value) => [maybe(value, 'period_from'), maybe(value, 'period_to')]),
        ...days.all({ x: extraction }),
      ];
      const all = marksOf({
        text: text(row, 'text'),
        values: said.flatMap((value) =>
          ['value', 'high', 'previous']
            .map((slot) => maybeNumber(value, slot))
            .filter((found) => found !== null)
            .map((found) => ({ value: found, unitClass: text(value, 'unit_class') })),
        ),
        people: people.all(extraction),
        programs: programs.all(extraction),
        regions: regions.all(extraction),
        // The day of publication is every article's.
        days: spoken.filter((d): d is string => d?.length === 10 && d !== published?.slice(0, 10)),
      });
      const day = dayOf(published);
      for (const mark of all) add.run(mark, day, article);
      return hold(article, { day, all: new Set(all) });
    },
    read(article: number): Marks {
      const known = held.get(article);
      if (known !== undefined) return known;
      const rows = read.all(article);
      const all = new Set(rows.map((row) => text(row, 'mark')));
      return hold(article, { day: Number(rows[0]?.['day'] ?? 0), all });
    },
  };
}

/** Files articles under the story that their ties make. */
function storyTable(db: Database) {
  const members = db
    .prepare<[number], number>(
      'SELECT article FROM story_members WHERE story = (SELECT story FROM story_members WHERE article = ?)',
    )
    .pluck();
  const about = db.prepare<[number], Raw>(
    'SELECT article, article_id, lang, known FROM current_articles WHERE article = ?',
  );
  const leave = db.prepare('DELETE FROM story_members WHERE article = ?');
  const enter = db.prepare('INSERT INTO story_members VALUES (?, ?, ?)');
  const reprinted = db
    .prepare<[number, number], number>('SELECT max(reprint) FROM story_ties WHERE a = ? OR b = ?')
    .pluck();

  return (touched: readonly number[], neighbours: (article: number) => number[]): number[] => {
    const affected = new Set(touched.flatMap((article) => [article, ...members.all(article)]));
    const left = new Set(affected);
    const filed: number[] = [];
    for (const seed of affected) {
      if (!left.has(seed)) continue;
      const component = connected(seed, neighbours);
      for (const article of component) {
        left.delete(article);
        leave.run(article);
        filed.push(article);
      }
      if (component.length === 1) continue;
      const rows = component.map((article) => about.get(article)).filter((row) => row !== undefined);
      rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      const origin = rows[0] ?? {};
      for (const row of rows) {
        const article = number(row, 'article');
        enter.run(
          article,
          number(origin, 'article'),
          roleOf(row, origin, () => reprinted.get(article, article) === 1),
        );
      }
    }
    return filed;
  };
}

const order = (row: Raw): string => `${text(row, 'known')} ${text(row, 'article_id')}`;

function roleOf(row: Raw, origin: Raw, reprinted: () => boolean): string {
  if (row === origin) return 'origin';
  if (text(row, 'lang') !== text(origin, 'lang')) return 'translation';
  return reprinted() ? 'reprint' : 'rewrite';
}

function connected(seed: number, neighbours: (article: number) => number[]): number[] {
  const found = new Set([seed]);
  for (const article of found) for (const next of neighbours(article)) found.add(next);
  return [...found];
}
