import type { ReadLang } from '../../core/article.ts';
import type { BilingualName, IndicatorFact, Slot } from '../../core/facts.ts';
import type { Document, Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { Program } from '../programs.ts';
import { Sequence } from '../sequence.ts';
import { has, isListed, OPENING } from './clause.ts';

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
  inferred: Slot[],
): IndicatorFact['program'] {
  const lang = s.lang ?? 'ru';
  const own = programs.mentions.within(s.from, s.to);
  const best = own.filter((m) => m.to <= q.from).at(-1) ?? own[0];
  const tied = own.some(
    (m) => m.p !== best?.p && best && (isListed(doc, m.to, best.from) || isListed(doc, best.to, m.from)),
  );
  if (tied) return null;
  if (best) return asProgram(best.p, lang);
  const last = programs.mentions.before(q.from, 1)[0];
  if (!last) return null;
  const near = doc.sentences[doc.sentenceOf[last.from] ?? 0]?.paragraph === s.paragraph;
  const opens = programs.count === 1 && (doc.sentenceOf[last.p.mentions[0]?.from ?? 0] ?? 0) <= OPENING;
  if (!near && !opens && !pointsBack(doc, s)) return null;
  inferred.push('program');
  return asProgram(last.p, lang);
}

const pointsBack = (doc: Document, s: Sentence): boolean => {
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'anaphor.program')) return true;
  return false;
};

/** Both names of a listed program; in the article's language the one the article uses. */
function asProgram(p: Program, lang: ReadLang): { id: string | null; name: BilingualName } {
  const name = p.listed ? { kk: p.listed.kk, ru: p.listed.ru } : { kk: p.name, ru: p.name };
  return { id: p.listed?.id ?? null, name: { ...name, [lang]: p.name } };
}
