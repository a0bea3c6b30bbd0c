import type { Thing } from '../../catalog/things.ts';
import type { ReadLang } from '../../core/article.ts';
import type { UnitClass } from '../../core/facts.ts';
import { Tag } from '../../language/tags.ts';
import type { Document, Sentence } from '../document.ts';
import { type Quantity, unitName } from '../numbers/index.ts';
import { has, isClauseEdge, LIST_LENGTH } from './clause.ts';

/** «40, 50 и 60 процентов», «94 из 100 услуг»: figures of one list share the unit behind the last. */
export function unitToTheRight(
  doc: Document,
  list: readonly Quantity[],
  at: number,
): { unit: string; unitClass: UnitClass } | undefined {
  for (let k = at; k < at + LIST_LENGTH; k++) {
    const [a, b] = [list[k], list[k + 1]];
    if (!a || !b || doc.sentenceOf[a.group.from] !== doc.sentenceOf[b.group.from]) return undefined;
    for (let i = a.to; i < b.from; i++)
      if (doc.tokens[i]?.mark !== ',' && !has(doc, i, 'and') && !has(doc, i, 'prep.outof')) return undefined;
    if (b.from === a.to) return undefined;
    if (b.unit !== undefined && b.unit !== 'item') return { unit: b.unit, unitClass: b.unitClass };
  }
  return undefined;
}

/** «сеть центров выросла с 33 до 131», «Пенсионеров – 2,5 млн», «туристер саны»: the counted thing stands before its figure. */
export function countedThing(
  doc: Document,
  q: Quantity,
  s: Sentence,
  lang: ReadLang,
): { unit: string; unitClass: UnitClass } | undefined {
  for (let i = q.from - 1, n = 0; i >= s.from && n < 12 && !isClauseEdge(doc, i); i--, n++) {
    const sense = (doc.senses[i] ?? []).find(
      (x) => x.entry.cls === 'thing' && x.to <= q.from && (lang === 'kk' || (x.tags & Tag.genPl) !== 0),
    );
    if (!sense) continue;
    const thing = sense.entry.data as Thing;
    if (thing.class !== 'count') continue;
    const named =
      lang === 'kk'
        ? has(doc, sense.to, 'counted')
        : has(doc, i - 1, 'counted') ||
          has(doc, i - 2, 'counted') ||
          i === s.from ||
          isClauseEdge(doc, i - 1);
    if (named) return { unit: unitName(thing), unitClass: 'count' };
  }
  // «Число школ, работающих в три смены, сократилось с 27 до 4»: the counted noun opens the sentence.
  if (lang === 'ru' && q.previous !== null && has(doc, s.from, 'counted')) {
    const sense = (doc.senses[s.from + 1] ?? []).find((x) => x.entry.cls === 'thing' && x.tags & Tag.gen);
    if (sense) return { unit: unitName(sense.entry.data as Thing), unitClass: 'count' };
  }
  return undefined;
}

interface Measured {
  readonly unit: string;
  readonly unitClass: UnitClass;
  readonly subject: string;
  readonly sentence: number;
}

const RATIOS: ReadonlySet<UnitClass> = new Set(['percent', 'percentage_point', 'times']);

/** A figure lends its unit and subject this many sentences on. */
const REACH = 2;

/** What was measured so far, for figures that leave their unit or subject unsaid: «… 7 654; … 7 478». */
export class Said {
  #list: Measured[] = [];

  push(m: Measured): void {
    this.#list.push(m);
  }

  /** The last counted or paid thing nearby; a share is lent only to a decimal that follows a share at once («44,5 % …, 44,1»). */
  unitFor(doc: Document, q: Quantity, sentence: number): Measured | undefined {
    const near = this.#list.slice(-20).filter((m) => sentence - m.sentence <= REACH);
    const last = near.at(-1);
    const decimal = (doc.tokens[q.group.from]?.decimals ?? 0) > 0 && q.group.multiplier === 1;
    if (last?.unitClass === 'percent' && last.sentence === sentence && decimal) return last;
    // Money stays within its sentence, and with figures of its size: «7,4 млрд тенге, из них 4,2 млрд».
    const large = q.group.multiplier >= 1_000_000 || decimal;
    return near.findLast(
      (m) =>
        !RATIOS.has(m.unitClass) &&
        (m.unitClass !== 'money' || (large && (m.sentence === sentence || q.group.multiplier >= 1_000_000))),
    );
  }

  subjectNear(sentence: number): string {
    const last = this.#list.at(-1);
    return last && sentence - last.sentence <= REACH ? last.subject : '';
  }
}
