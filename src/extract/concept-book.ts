import type { WordClass } from '../catalog/grammar.ts';
import type { Concept } from '../catalog/indicators.ts';
import type { Thing } from '../catalog/things.ts';
import type { ReadLang } from '../core/article.ts';
import type { IndicatorFact, UnitClass } from '../core/facts.ts';
import { ClassTable } from '../language/class-table.ts';
import { keep, newSlot, recall, type WordType } from '../language/words.ts';
import type { Way } from './indicators/origin.ts';

/** What is asked of a figure before it may be about a concept. */
export interface Measured extends Pick<IndicatorFact, 'unit' | 'unitClass' | 'measure' | 'value'> {
  /** A count of nothing that the text names: «туристер саны 2 миллионға жетті». */
  readonly bare: boolean;
  /** How its unit is known: a part of an earlier figure («из них 30») has the unit lent. */
  readonly way: Way;
}

/** What one of a population gets or pays by a rule is less than so much, in any currency; more is what all of them do. */
const MOST_EACH = 100_000_000;

const SLOTS: Record<ReadLang, number> = { kk: newSlot(), ru: newSlot() };

/** Which concepts a unit can measure. */
export class ConceptBook {
  readonly #kinds: ReadonlyMap<string, string | null>;
  readonly #classes: ReadonlyMap<string, UnitClass>;
  readonly #byId: ReadonlyMap<string, Concept>;
  readonly #words: Record<ReadLang, ClassTable> = { kk: new ClassTable(), ru: new ClassTable() };
  readonly #byUnit = new Map<string, Concept[]>();

  constructor(concepts: readonly Concept[], things: readonly Thing[], acts: readonly WordClass[]) {
    for (const { cls, words } of acts)
      for (const lang of ['kk', 'ru'] as const) for (const w of words[lang]) this.#words[lang].add(cls, w);
    this.#kinds = new Map(things.map((t) => [t.unit, t.kind]));
    this.#byId = new Map(concepts.map((c) => [c.id, c]));
    this.#classes = new Map(things.map((t) => [t.unit, t.class]));
    for (const c of concepts)
      if (c.acts.length > 0)
        for (const unit of c.units) {
          const list = this.#byUnit.get(unit);
          if (list) list.push(c);
          else this.#byUnit.set(unit, [c]);
        }
  }

  /** Can a concept that is named beside a figure be told in its unit? Whatever grows, grows by percent and times. */
  fits(
    { units, also, time, population }: Concept,
    { unit, unitClass, measure, bare, value }: Measured,
  ): boolean {
    if (time === 'rule' && population !== null && unitClass === 'money' && (value ?? 0) > MOST_EACH)
      return false;
    const general = this.#general(unit, unitClass);
    const share = unitClass === 'percent' || unitClass === 'percentage_point';
    const named = (list: readonly string[]): boolean =>
      list.includes(unit) || list.includes(general) || (share && list.includes('percent'));
    const grows = measure !== 'level' && (unitClass === 'percent' || unitClass === 'times');
    const counts = bare && units.some((u) => this.#classes.get(u) === 'count');
    return grows || counts || named(units) || named(also);
  }

  /** What a word says is done, and what it says a measure is of: classes of `data/indicators/acts.yaml`. */
  actsOf(type: WordType, lang: ReadLang): ReadonlySet<string> {
    const known = recall(type, SLOTS[lang]) as ReadonlySet<string> | undefined;
    return known ?? keep(type, SLOTS[lang], this.#words[lang].of(type).names);
  }

  byId(id: string): Concept | undefined {
    return this.#byId.get(id);
  }

  /** Concepts that something done with a thing of this unit may be. */
  counted({ unit, unitClass }: Measured): readonly Concept[] {
    return this.#byUnit.get(unit) ?? this.#byUnit.get(this.#general(unit, unitClass)) ?? NONE;
  }

  /** `money` for any currency, `person` and `child` for people of any sort. */
  #general(unit: string, unitClass: Measured['unitClass']): string {
    const kind = this.#kinds.get(unit) ?? null;
    if (unitClass === 'money') return kind === 'currency' ? 'money' : unit;
    return kind === 'person' || kind === 'child' ? kind : unit;
  }
}

const NONE: readonly Concept[] = [];
