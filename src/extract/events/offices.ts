import { nameCases } from '../../language/names.ts';
import { endingTags } from '../../language/packs/kk/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import type { PeriodMention } from '../dates.ts';
import type { Document, Sentence } from '../document.ts';
import type { Official } from '../people/index.ts';
import { type NameCandidate, namesAt } from '../people/names.ts';
import { nominativeOf } from '../people/nominative.ts';
import type { HeldPost } from '../people/posts.ts';
import type { Sequence } from '../sequence.ts';
import { type DeedMention, inSight } from './deeds.ts';

/** A phrase that gives somebody a post, «Ерлан Абаев назначен акимом Семея»: tokens `from` up to `to`. */
export interface Holding {
  readonly from: number;
  readonly to: number;
  readonly official: Official;
  readonly post: HeldPost;
}

/** Every such phrase of an article. */
export const holdingsOf = (officials: readonly Official[]): Holding[] =>
  officials.flatMap((official) =>
    official.held.map((post) => ({ from: post.from, to: post.to, official, post })),
  );

/**
 * Who got or left which post: told by the phrase that the verb stands in, or by the one before it, `… облысының әкімі болып
 * тағайындалды`, «аким района Ерлан Абаев ушёл в отставку», with the name in the case that the verb asks for.
 */
export function holdingOf(
  doc: Document,
  s: Sentence,
  deed: DeedMention,
  holdings: Sequence<Holding>,
  times: Sequence<PeriodMention>,
): Holding | undefined {
  const all = holdings.within(...inSight(s, deed));
  const around = all.find((h) => h.from <= deed.from && h.to > deed.from);
  if (around) return around;
  const before = all.findLast((h) => h.to <= deed.from && h.to > deed.clause.from);
  if (!before || !(casesOf(doc, before) & (deed.word.theme === 'does' ? Tag.acc : Tag.nom))) return undefined;
  // «Аким района Ерлан Абаев назначен 3 марта»: with more than times beside the verb he got another post.
  const plain = isTime(times, before.to, deed.from) && isTime(times, deed.to, deed.clause.to);
  return deed.word.kind === 'dismissal' || plain ? before : undefined;
}

/** Do tokens `from` up to `to` tell times and nothing else? */
const isTime = (times: Sequence<PeriodMention>, from: number, to: number): boolean =>
  times.within(from, to).reduce((n, p) => n + p.to - p.from, 0) === to - from;

/** Cases that the name in a phrase may be in. */
function casesOf(doc: Document, h: Holding): number {
  const name = nameIn(doc, h);
  if (!name) return 0;
  if (h.post.rule.startsWith('ru/')) return nameCases('ru', name.parts, doc.reading.givenNames);
  const nominative = nominativeOf(doc, name, false, 0);
  const written = name.parts.join(' ');
  return written === nominative ? Tag.nom : endingTags(written.toLowerCase()) & CASES;
}

function nameIn(doc: Document, { from, to }: Holding): NameCandidate | undefined {
  for (let i = from; i < to; i++) {
    const name = namesAt(doc, i, () => false).find((n) => n.full && n.to <= to);
    if (name) return name;
  }
  return undefined;
}
