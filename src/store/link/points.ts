import type { Database } from 'better-sqlite3';

/** A value of an article of a story, as far as it can be the same as another's. */
export interface StoryValue {
  /** Row number, and public id. */
  readonly observation: number;
  readonly id: string;
  readonly article: number;
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly unit_class: string;
  readonly region_id: string | null;
}

/** Joins the values that several articles of one story state, so that a press release in ten outlets counts once. */
export function pointLinks(db: Database): (articles: readonly number[]) => void {
  const clear = db.prepare(
    `DELETE FROM points WHERE observation IN (SELECT o.id FROM observations o JOIN extractions x ON x.id = o.extraction
       JOIN article_versions v ON v.id = x.version WHERE v.article = ?)`,
  );
  const story = db.prepare<[number], number>('SELECT story FROM story_members WHERE article = ?').pluck();
  const values = db.prepare<[number], StoryValue>(
    `SELECT o.id AS observation, a.id || '#' || o.tag AS id, m.article, o.value, o.high, o.unit, o.unit_class, o.region_id
     FROM story_members m JOIN articles a ON a.key = m.article JOIN observations o ON o.extraction = a.current
       JOIN spans s ON s.id = o.span
     WHERE m.story = ? AND o.value IS NOT NULL
     ORDER BY m.role <> 'origin', substr(coalesce(a.published, a.first_seen), 1, 10), a.id, s.start, o.tag`,
  );
  const add = db.prepare('INSERT INTO points VALUES (?, ?)');

  return (articles) => {
    for (const article of articles) clear.run(article);
    const stories = new Set(
      articles.map((article) => story.get(article)).filter((found) => found !== undefined),
    );
    for (const one of stories)
      for (const [first, ...others] of samePoints(values.all(one))) {
        if (first === undefined || others.length === 0) continue;
        for (const row of [first, ...others]) add.run(row.observation, first.id);
      }
  };
}

/** Small counts are said of many things; they are one point only when the same thing is counted. */
const TELLING = 10;

/**
 * Values of one story in groups of one point each: the same number in the same class of unit, at most one an article.
 * Where an article says it several times, that of the same unit and region comes first.
 */
export function samePoints(rows: readonly StoryValue[]): StoryValue[][] {
  const points = new Map<string, StoryValue[][]>();
  for (const row of rows) {
    const list = points.get(numberOf(row)) ?? [];
    points.set(numberOf(row), list);
    const free = list.filter((point) =>
      point.every((other) => other.article !== row.article && fits(row, other)),
    );
    const best = free.sort((a, b) => likeness(b[0], row) - likeness(a[0], row))[0];
    if (best === undefined) list.push([row]);
    else best.push(row);
  }
  return [...points.values()].flat();
}

const numberOf = (row: StoryValue): string => {
  const kind = row.unit_class;
  return `${kind === 'percent' || kind === 'money' ? kind : 'n'} ${row.value} ${row.high}`;
};

const fits = (a: StoryValue, b: StoryValue): boolean =>
  a.unit === b.unit || a.unit === 'item' || b.unit === 'item' || a.value >= TELLING;

const likeness = (a: StoryValue | undefined, b: StoryValue): number =>
  (a?.unit === b.unit ? 1 : 0) + (a?.region_id === b.region_id ? 1 : 0);
