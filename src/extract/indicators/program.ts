import type { ReadLang } from '../../core/article.ts';
import type { BilingualName, IndicatorFact } from '../../core/facts.ts';
import { type Document, hasWithin, type Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { IN_PASSING, type Program } from '../programs.ts';
import type { RegionMention } from '../regions.ts';
import { Sequence } from '../sequence.ts';
import { isListed } from './clause.ts';
import { type Filled, filled } from './origin.ts';
import { isLocative } from './place-role.ts';

/** Mentions of programs in text order; `count` is how many programs they are. */
export interface ProgramSequence {
  readonly mentions: Sequence<{ readonly from: number; readonly to: number; readonly p: Program }>;
  readonly count: number;
}

export function programSequence(programs: readonly Program[]): ProgramSequence {
  const named = programs.filter((p) => p.kind !== 'event');
  const mentions = named.flatMap((p) => p.mentions.map(({ from, to }) => ({ from, to, p })));
  return { mentions: new Sequence(mentions), count: named.length };
}

/**
 * The program said in the sentence, else the last of its paragraph, else the one something points back to («проект», «жоба»),
 * else the only one an article opens with.
 */
export function programOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  programs: ProgramSequence,
  regions: Sequence<RegionMention>,
): Filled<IndicatorFact['program']> {
  const lang = s.lang ?? 'ru';
  const own = programs.mentions.within(s.from, s.to);
  const best = own.filter((m) => m.to <= q.from).at(-1) ?? own[0];
  const tied = own.some(
    (m) => m.p !== best?.p && best && (isListed(doc, m.to, best.from) || isListed(doc, best.to, m.from)),
  );
  if (best && tied) return filled(null, 'shared', best.from, best.to);
  if (best) return filled(asProgram(best.p, lang), 'sentence', best.from, best.to);
  const last = programs.mentions.before(q.from, 1)[0];
  if (!last) return filled(null, 'none');
  const near = doc.sentences[doc.sentenceOf[last.from] ?? 0]?.paragraph === s.paragraph;
  const opens =
    programs.count === 1 &&
    last.p.rule !== IN_PASSING &&
    (doc.sentenceOf[last.p.mentions[0]?.from ?? 0] ?? 0) < LEAD;
  const way = near
    ? 'paragraph'
    : hasWithin(doc, s.from, s.to, 'anaphor.program')
      ? 'back'
      : opens && !hasScene(doc, regions, s)
        ? 'opening'
        : null;
  if (way === null) return filled(null, 'none');
  return filled(asProgram(last.p, lang), way, last.from, last.to);
}

/** A program named later than in the first sentences is not what the article is about. */
const LEAD = 3;

/** What has a scene of its own («в Акмолинской области посеяли …»), to the end of its paragraph, is not about the program an article opens with. */
function hasScene(doc: Document, regions: Sequence<RegionMention>, s: Sentence): boolean {
  let first = doc.sentenceOf[s.from] ?? 0;
  while (doc.sentences[first - 1]?.paragraph === s.paragraph) first--;
  return regions.within(doc.sentences[first]?.from ?? s.from, s.to).some((r) => isLocative(doc, r));
}

/** Both names of a listed program; in the article's language the one the article uses. */
function asProgram(p: Program, lang: ReadLang): { id: string | null; name: BilingualName } {
  const name = p.listed ? { kk: p.listed.kk, ru: p.listed.ru } : { kk: p.name, ru: p.name };
  return { id: p.listed?.id ?? null, name: { ...name, [lang]: p.name } };
}
