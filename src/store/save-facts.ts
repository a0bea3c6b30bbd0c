import type { Database } from 'better-sqlite3';
import type { EventFact, Facts, IndicatorFact, ProgramFact } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import { surnameBlock } from '../resolve/people.ts';
import { folded, keyOf, sentenceAround, storable } from './text.ts';

export interface FactWriter {
  /** Writes all facts of one reading. They must have passed `admit`. */
  facts(extraction: number, version: number, facts: Facts, issues: readonly Issue[]): void;
}

type Place = (start: number, end: number) => number;

export function factWriter(db: Database): FactWriter {
  const spans = spanTable(db);
  const names = nameTables(db);
  const values = valueTables(db);
  const mention = db.prepare('INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)');
  const issue = db.prepare('INSERT INTO issues VALUES (?, ?, ?, ?, ?)');

  return {
    facts(extraction, version, facts, issues) {
      const place: Place = spans(version, facts.article.text);
      for (const m of facts.mentions)
        mention.run(
          extraction,
          place(m.start, m.end),
          m.type,
          m.rule,
          m.ref ?? null,
          m.value ?? null,
          m.kind ?? null,
        );
      names(extraction, facts, place);
      values(extraction, facts, place);
      issues.forEach((one, n) => {
        issue.run(extraction, n, one.code, one.at ?? null, storable(one.detail));
      });
    },
  };
}

/** Spans are shared by all facts of a text, and by all readings of it. */
function spanTable(db: Database) {
  const known = db
    .prepare<[number], [id: number, start: number, end: number]>(
      'SELECT id, start, "end" FROM spans WHERE version = ?',
    )
    .raw();
  const insert = db.prepare('INSERT INTO spans(version, start, "end", quote) VALUES (?, ?, ?, ?)');
  return (version: number, text: string): Place => {
    const ids = new Map(known.all(version).map(([id, start, end]) => [`${start}-${end}`, id]));
    return (start, end) => {
      const at = `${start}-${end}`;
      const id =
        ids.get(at) ?? Number(insert.run(version, start, end, text.slice(start, end)).lastInsertRowid);
      ids.set(at, id);
      return id;
    };
  };
}

/** Who and where: programs, regions, officials. */
function nameTables(db: Database) {
  const program = db.prepare(
    `INSERT INTO article_programs(extraction, key, catalogue_id, name, kind, rule) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT(extraction, key) DO UPDATE SET rule = rule RETURNING id`,
  );
  const programSpan = db.prepare('INSERT OR IGNORE INTO program_spans VALUES (?, ?)');
  const region = db.prepare(
    `INSERT INTO article_regions(extraction, region_id, name_kk, name_ru, level, rule) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT(extraction, region_id) DO UPDATE SET rule = rule RETURNING id`,
  );
  const regionSpan = db.prepare('INSERT OR IGNORE INTO region_spans VALUES (?, ?)');
  const official = db.prepare(
    `INSERT INTO article_officials(extraction, key, catalogue_id, name, post, post_id, jurisdiction_id, jurisdiction,
       roles, rule, surname) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  const officialSpan = db.prepare('INSERT OR IGNORE INTO official_spans VALUES (?, ?)');

  return (extraction: number, facts: Facts, place: Place): void => {
    for (const p of facts.programs) {
      const id = program.pluck().get(extraction, keyOf(p.id, p.name), p.id, p.name, p.kind, p.rule);
      for (const m of p.mentions) programSpan.run(id, place(m.start, m.end));
    }
    for (const r of facts.regions) {
      const id = region.pluck().get(extraction, r.id, r.name.kk, r.name.ru, r.level, r.rule);
      for (const m of r.mentions) regionSpan.run(id, place(m.start, m.end));
    }
    for (const o of facts.officials) {
      const roles = JSON.stringify(o.role);
      const seat = [o.jurisdiction?.id ?? null, o.jurisdiction?.name ?? null];
      const id = official
        .pluck()
        .get(
          extraction,
          keyOf(o.id, o.name),
          o.id,
          o.name,
          o.post,
          o.postId,
          ...seat,
          roles,
          o.rule,
          surnameBlock(o.name),
        );
      for (const m of o.mentions) officialSpan.run(id, place(m.start, m.end));
    }
  };
}

/** What is measured and what happens: observations and events. */
function valueTables(db: Database) {
  const observation = db.prepare(
    `INSERT INTO observations(extraction, tag, span, sentence, measure, value, high, previous, "order", comparator, hedge,
       per, unit, unit_class, subject, concept, indicator, direction, status, period_from, period_to, period_text,
       region_id, region_kk, region_ru, program_key, program_id, program_kk, program_ru, source, inferred, rule,
       confidence)
     VALUES (:extraction, :tag, :span, :sentence, :measure, :value, :high, :previous, :order, :comparator, :hedge,
       :per, :unit, :unitClass, :subject, :concept, :indicator, :direction, :status, :from, :to, :when,
       :regionId, :regionKk, :regionRu, :programKey, :programId, :programKk, :programRu, :source, :inferred, :rule,
       :confidence)`,
  );
  const event = db.prepare(
    `INSERT INTO events(extraction, tag, span, sentence, kind, status, date_from, date_to, date_text, program, program_key,
       official, official_key, post, organisation, region, region_id, rule)
     VALUES (:extraction, :tag, :span, :sentence, :kind, :status, :from, :to, :when, :program, :programKey,
       :official, :officialKey, :post, :organisation, :region, :regionId, :rule)`,
  );

  return (extraction: number, facts: Facts, place: Place): void => {
    const { text } = facts.article;
    const sentence = (fact: { start: number; end: number }): number =>
      place(...sentenceAround(text, fact.start, fact.end));
    const tagOf = tagger();
    for (const f of facts.indicators)
      observation.run({
        ...slotsOf(f, facts),
        extraction,
        tag: tagOf(tagPart(f)),
        span: place(f.start, f.end),
        sentence: sentence(f),
      });
    const eventTag = tagger();
    for (const f of facts.events)
      event.run({
        ...namesOf(f, facts),
        extraction,
        tag: eventTag(`${f.kind}@${f.start}-${f.end}`),
        span: place(f.start, f.end),
        sentence: sentence(f),
        kind: f.kind,
        status: f.status,
        post: f.post === null ? null : storable(f.post),
        from: f.date.from,
        to: f.date.to,
        when: f.date.text,
        organisation: f.organisation,
        rule: f.rule,
      });
  };
}

const tagPart = (fact: IndicatorFact): string => fact.id.slice(fact.id.lastIndexOf('#') + 1);

/** Two facts on the same words get `…`, `….2`: ids stay unique within an article, and the same at every reading. */
function tagger(): (tag: string) => string {
  const used = new Map<string, number>();
  return (tag) => {
    const times = (used.get(tag) ?? 0) + 1;
    used.set(tag, times);
    return times === 1 ? tag : `${tag}.${times}`;
  };
}

function slotsOf(f: IndicatorFact, facts: Facts): Record<string, string | number | null> {
  const program = f.program;
  return {
    measure: f.measure,
    value: f.value,
    high: f.high,
    previous: f.previous,
    order: f.order,
    comparator: f.comparator,
    hedge: f.hedge,
    per: f.per,
    unit: f.unit,
    unitClass: f.unitClass,
    subject: storable(f.subject),
    concept: f.concept,
    indicator: keyOf(f.concept, f.subject),
    direction: f.direction,
    status: f.status,
    from: f.period?.from ?? null,
    to: f.period?.to ?? null,
    when: f.period === null ? null : storable(f.period.text),
    regionId: f.region?.id ?? null,
    regionKk: f.region?.name.kk ?? null,
    regionRu: f.region?.name.ru ?? null,
    programKey:
      program === null ? null : programKey(program.id, [program.name.kk, program.name.ru], facts.programs),
    programId: program?.id ?? null,
    programKk: program?.name.kk ?? null,
    programRu: program?.name.ru ?? null,
    source: f.source === null ? null : storable(f.source),
    inferred: JSON.stringify(f.inferred),
    rule: f.rule,
    confidence: Math.min(1, Math.max(0, f.confidence)),
  };
}

/** A program without id is filed under the name that the article's list of programs has for it. */
function programKey(
  id: string | null,
  spellings: readonly string[],
  programs: readonly ProgramFact[],
): string {
  if (id !== null) return id;
  const keys = spellings.map(folded);
  const listed = programs.find((p) => keys.includes(folded(p.name)));
  return keyOf(listed?.id ?? null, listed?.name ?? spellings[0] ?? '');
}

/** Events name things by id or by name; both lead to the entry of the article. */
function namesOf(f: EventFact, facts: Facts): Record<string, string | null> {
  const same = (said: string | null, id: string | null, ...spellings: string[]): boolean =>
    said !== null && (said === id || spellings.some((name) => folded(name) === folded(said)));
  const program = facts.programs.find((p) => same(f.program, p.id, p.name));
  const official = facts.officials.find((o) => same(f.official, o.id, o.name));
  const region = facts.regions.find((r) => same(f.region, r.id, r.name.kk, r.name.ru));
  const key = (said: string | null, found: { id: string | null; name: string } | undefined): string | null =>
    said === null ? null : keyOf(found?.id ?? null, found?.name ?? said);
  return {
    program: program?.name ?? f.program,
    programKey: key(f.program, program),
    official: official?.name ?? f.official,
    officialKey: key(f.official, official),
    region: region === undefined ? f.region : facts.article.lang === 'kk' ? region.name.kk : region.name.ru,
    regionId: region?.id ?? null,
  };
}
