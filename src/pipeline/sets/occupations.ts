import type { ArticleInput, ReadLang } from '../../core/article.ts';
import type { Facts, OfficialFact } from '../../core/facts.ts';
import { type Fault, type Figure, found, judged, noCounts } from '../figures.ts';
import { fold } from '../likeness.ts';

/** A place of a text, [start, end) in UTF-16. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Somebody's occupation as a set tells it: who, what and where. */
export interface Occupation {
  readonly who: readonly Place[];
  readonly post: readonly Place[];
  /** Names of the employer; empty when none is told. */
  readonly where: readonly string[];
}

/** A text with the occupations that stand in it. */
export interface OccupationRow {
  readonly text: string;
  readonly occupations: readonly Occupation[];
  /** Are these all there are? Where not, what else comes out is no error. */
  readonly all: boolean;
}

/** Letters between a person and the post, and around a fault. */
const NEAR = 40;

/**
 * Scores office holders against occupations: one is found when an official is named where the set names the person, has
 * a word of the post, and is held over nothing else. Occupations that are no posts (singers, soldiers) are counted apart:
 * `posts known` is the share that Derek lists at all, `posts tied to people` the share of these that has its holder.
 */
export function evaluateOccupations(
  rows: readonly OccupationRow[],
  lang: ReadLang,
  extractor: { extract(article: ArticleInput): Facts },
): { figures: Figure[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const counts = noCounts();
  let [pairs, known, tied, placed, told] = [0, 0, 0, 0, 0];
  for (const [at, { text, occupations, all }] of rows.entries()) {
    const { officials, mentions } = extractor.extract({ id: `${at}`, text });
    const used = new Set<OfficialFact>();
    for (const gold of occupations) {
      const post = gold.post.map((p) => text.slice(p.start, p.end)).join(' ');
      const hit = officials.find((o) => !(all && used.has(o)) && holds(o, gold, post));
      if (hit) {
        used.add(hit);
        counts.right++;
        if (gold.where.length > 0) {
          told++;
          if (isOver(hit, gold.where)) placed++;
        }
      } else {
        counts.missed++;
        faults.push(fault(at, 'missed', `${post}, ${nameOf(text, gold)}`));
      }
      if (!isBeside(text, gold)) continue;
      pairs++;
      if (!mentions.some((m) => m.type === 'post' && gold.post.some((p) => overlap(m, p)))) continue;
      known++;
      if (hit) tied++;
    }
    for (const o of officials)
      if (!used.has(o)) {
        counts.extra++;
        if (all) faults.push(fault(at, 'extra', `${o.post}, ${o.name}`));
      }
  }
  const figures = all(rows)
    ? [found(lang, 'occupations', counts), judged(lang, 'occupations, where', placed, told)]
    : [];
  return {
    figures: [
      ...figures,
      judged(lang, 'posts known', known, pairs),
      judged(lang, 'posts tied to people', tied, known),
    ],
    faults,
  };
}

const all = (rows: readonly OccupationRow[]): boolean => rows.every((r) => r.all);

const holds = (o: OfficialFact, { who, where }: Occupation, post: string): boolean =>
  o.mentions.some((m) => who.some((w) => overlap(m, w))) &&
  (post === '' || shareWord(o.post, post)) &&
  (where.length === 0 || o.jurisdiction === null || isOver(o, where));

/** Does an official's post or jurisdiction name one of these employers? */
const isOver = (o: OfficialFact, where: readonly string[]): boolean =>
  where.some((w) => shareWord(`${o.post} ${o.jurisdiction?.name ?? ''}`, w));

/** Do two phrases have a word in common, whatever its ending: «мэр» and «мэра», «Украины» and «Украина»? */
const shareWord = (a: string, b: string): boolean =>
  wordsOf(a).some((x) => wordsOf(b).some((y) => sameBeginning(x, y)));

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 1);

/** Seven tenths of the longer word, or all of the shorter one; the longer has three letters more at most. */
function sameBeginning(a: string, b: string): boolean {
  const length = Math.min(Math.ceil(Math.max(a.length, b.length) * 0.7), a.length, b.length);
  return Math.abs(a.length - b.length) <= 3 && a.slice(0, length) === b.slice(0, length);
}

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/** Do person and post stand in one sentence, at most forty letters apart? */
function isBeside(text: string, { who, post }: Occupation): boolean {
  return who.some((w) =>
    post.some((p) => {
      const between = text.slice(Math.min(w.end, p.end), Math.max(w.start, p.start));
      return between.length <= NEAR && !/\n|[.!?]\s+\p{Lu}/u.test(between);
    }),
  );
}

const nameOf = (text: string, { who }: Occupation): string => {
  const [first] = who;
  return first
    ? `${text.slice(Math.max(0, first.start - NEAR), first.start)}[${text.slice(first.start, first.end)}]`
    : '';
};

const fault = (at: number, what: Fault['what'], detail: string): Fault => ({
  id: `line ${at + 1}`,
  kind: 'occupations',
  what,
  detail: detail.replaceAll('\n', ' '),
});
