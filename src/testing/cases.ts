import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ArticleInput } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';

const DIR = fileURLToPath(new URL('../../samples/cases/', import.meta.url));

/** Slots by which a case may describe a fact; `at` is the part of the text that it covers at least. */
export interface Described {
  readonly at?: unknown;
  readonly [slot: string]: unknown;
}

/** What must come out of a text, by kind; a kind that is left out is not asked for. */
export interface Expected {
  readonly lang?: string;
  readonly numbers?: readonly Described[];
  readonly regions?: readonly Described[];
  readonly officials?: readonly Described[];
  /** Every place that names a person, office holder or not. */
  readonly people?: readonly Described[];
  /** Every place that names a post. */
  readonly posts?: readonly Described[];
  readonly programs?: readonly Described[];
  readonly sections?: readonly Described[];
}

/** A line of `samples/cases/*.jsonl`. */
export interface Case {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly published?: string;
  /** Its number among the 56 hard phenomena that the study of the two languages lists (LANGUAGE §8). */
  readonly phenomenon?: number;
  readonly expect: Expected;
  /** `expect` is today's wrong answer; `should` is the right one, and the note tells both in words. */
  readonly wrong?: true;
  readonly should?: Expected;
  readonly note?: string;
}

/** The day on which a case appeared that does not say. */
export const PUBLISHED = '2026-03-10';

/** The files of cases of extraction; those of verdicts have a form of their own. */
export const caseFiles = (): string[] =>
  readdirSync(DIR)
    .filter((f) => f.endsWith('.jsonl') && !f.startsWith('verdicts.'))
    .sort();

/** The article that a case is. */
export const articleOf = ({ id, title, text, published = PUBLISHED }: Case): ArticleInput => ({
  id,
  title,
  text,
  published,
});

export const loadCases = (file: string): Case[] =>
  readFileSync(DIR + file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Case => JSON.parse(line));

export const saveCases = (file: string, cases: readonly Case[]): void =>
  writeFileSync(DIR + file, cases.map((c) => `${JSON.stringify(c)}\n`).join(''));

/**
 * The answer of the extractor told in the slots that `like` speaks of, so that both can be compared as they are.
 * Where another number of facts came out, they are told in full.
 */
export function answerLike(facts: Facts, like: Expected): Expected {
  return {
    ...(like.lang !== undefined && { lang: facts.article.lang }),
    ...(like.numbers && { numbers: told(numbersOf(facts), like.numbers) }),
    ...(like.regions && { regions: told(regionsOf(facts), like.regions) }),
    ...(like.people && { people: told(mentionsOf(facts, 'person'), like.people) }),
    ...(like.posts && { posts: told(mentionsOf(facts, 'post'), like.posts) }),
    ...(like.officials && { officials: told(officialsOf(facts), like.officials) }),
    ...(like.programs && { programs: told(programsOf(facts), like.programs) }),
    ...(like.sections && { sections: like.sections.map((s) => sectionOf(facts, s)) }),
  };
}

/** An answer in words, for notes: `«5 школ» value 5 unit school; no regions`. */
export const inWords = (answer: Expected): string =>
  Object.entries(answer)
    .map(([kind, facts]: [string, unknown]) => {
      if (!Array.isArray(facts)) return String(facts);
      return facts.length === 0 ? `no ${kind}` : facts.map(factInWords).join('; ');
    })
    .join('; ');

const factInWords = (fact: Described): string =>
  Object.entries(fact)
    .map(([slot, value]) => {
      if (slot === 'at' || slot === 'name') return `«${String(value)}»`;
      const told = Array.isArray(value) ? value.join('+') : value;
      return `${slot} ${told === null || told === '' ? 'none' : String(told)}`;
    })
    .join(' ');

/** Slots that are told in any case, unless they hold what goes without saying. */
const ALWAYS: Readonly<Record<string, unknown>> = {
  at: '',
  value: undefined,
  high: null,
  previous: null,
  order: null,
  comparator: '=',
  name: undefined,
};
/** Told where a wrong answer is shown in full. */
const FULL = new Set(['unit', 'id', 'level', 'post', 'kind']);

function told(facts: readonly Described[], like: readonly Described[]): Described[] {
  return facts.map((fact, i) => {
    const model = facts.length === like.length ? like[i] : undefined;
    const out: { at?: unknown; [slot: string]: unknown } = {};
    for (const [slot, value] of Object.entries(fact)) {
      if (slot in ALWAYS ? value !== ALWAYS[slot] : model ? slot in model : FULL.has(slot)) out[slot] = value;
    }
    if (model && typeof model.at === 'string' && String(fact.at).includes(model.at)) out.at = model.at;
    return out;
  });
}

const numbersOf = (facts: Facts): Described[] =>
  facts.indicators
    .toSorted((a, b) => a.start - b.start)
    .map((i) => ({
      at: i.quote,
      value: i.value,
      high: i.high,
      previous: i.previous,
      order: i.order,
      comparator: i.comparator,
      unit: i.unit,
      per: i.per,
      measure: i.measure,
      direction: i.direction,
      status: i.status,
      hedge: i.hedge,
      subject: i.subject,
      concept: i.concept,
      from: i.period?.from ?? null,
      to: i.period?.to ?? null,
      region: i.region?.id ?? null,
      program: i.program?.name[facts.article.lang === 'kk' ? 'kk' : 'ru'] ?? null,
      source: i.source,
    }));

const regionsOf = (facts: Facts): Described[] =>
  facts.regions
    .flatMap((r) =>
      r.mentions.map((m) => ({ start: m.start, at: m.text, id: r.id, level: r.level, ru: r.name.ru })),
    )
    .sort((a, b) => a.start - b.start)
    .map(({ start: _, ...rest }) => rest);

const byPlace = <T extends { readonly mentions: readonly { readonly start: number }[] }>(
  list: readonly T[],
): T[] => list.toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));

const mentionsOf = (facts: Facts, type: string): Described[] =>
  facts.mentions.filter((m) => m.type === type).map((m) => ({ at: m.text, id: m.ref ?? null }));

const officialsOf = (facts: Facts): Described[] =>
  byPlace(facts.officials).map((o) => ({
    name: o.name,
    post: o.post,
    postId: o.postId,
    mentions: o.mentions.map((m) => m.text),
    jurisdiction: o.jurisdiction?.id ?? o.jurisdiction?.name ?? null,
    role: o.role,
  }));

const programsOf = (facts: Facts): Described[] =>
  byPlace(facts.programs.filter((p) => p.kind !== 'event')).map((p) => ({
    name: p.name,
    kind: p.kind,
    id: p.id,
  }));

function sectionOf(facts: Facts, asked: Described): Described {
  const at = facts.article.text.indexOf(String(asked.at));
  const found = facts.article.sections.find((s) => s.start <= at && at < s.end);
  return { at: asked.at, kind: found?.kind ?? null };
}
