import type { IndicatorFact } from '../core/facts.ts';

/** Why a value is no longer the one that holds. */
export type SupersededHow = 'progress' | 'revision' | 'rule_change';
export interface Superseded {
  /** Id of the value that took its place. */
  readonly by: string;
  readonly how: SupersededHow;
}

/** A value as an article states it: what makes it comparable with others, and when it was said. */
export interface Stated
  extends Pick<
    IndicatorFact,
    'id' | 'measure' | 'value' | 'unit' | 'unitClass' | 'per' | 'status' | 'period' | 'region' | 'inferred'
  > {
  readonly articleId: string;
  /** The concept, or what stands for it: values of different indicators are never compared. */
  readonly indicator: string;
  readonly program: { readonly key: string } | null;
  /** The day from which the article is known. */
  readonly known: string;
}

const COUNTRY = 'KZ';

/**
 * What each value of a timeline was overtaken by, by id; values that still hold are not in the map.
 * - progress: the same thing counted again at a later moment, or since the same beginning;
 * - revision: another value for the very same period, said later by another article;
 * - rule_change: an amount in force gives way to a later one.
 * Years and months stand beside each other: what was paid in 2024 is not overtaken by what was paid in 2025.
 */
export function supersessions(stated: readonly Stated[]): ReadonlyMap<string, Superseded> {
  const series = new Map<string, Stated[]>();
  for (const one of stated) {
    if (one.value === null || one.measure !== 'level' || one.status === 'denied') continue;
    const key = seriesOf(one);
    const list = series.get(key);
    if (list === undefined) series.set(key, [one]);
    else list.push(one);
  }
  const out = new Map<string, Superseded>();
  for (const list of series.values()) {
    list.sort(
      (a, b) => compare(momentOf(a), momentOf(b)) || compare(a.known, b.known) || compare(a.id, b.id),
    );
    for (const [at, old] of list.entries()) {
      const next = list.slice(at + 1).find((later) => overtakes(later, old));
      if (next !== undefined) out.set(old.id, { by: next.id, how: howOf(old) });
    }
  }
  return out;
}

/** Values of one series: the same indicator, place, unit and kind of period; plans apart from what was done. */
const seriesOf = (one: Stated): string =>
  JSON.stringify([
    one.indicator,
    one.region?.id ?? COUNTRY,
    one.unitClass === 'count' ? 'count' : one.unit,
    one.per,
    one.status,
    slotOf(one),
  ]);

type Kind = 'moment' | 'since' | 'period';

function kindOf({ period, inferred, status }: Stated): Kind {
  if (status === 'rule' || period === null || inferred.includes('period')) return 'moment';
  const { from, to } = period;
  if (from !== null && from === to) return from.length === DAY ? 'moment' : 'period';
  return from === null ? 'period' : 'since';
}
const DAY = 'YYYY-MM-DD'.length;

function slotOf(one: Stated): string {
  const kind = kindOf(one);
  if (kind === 'moment') return kind;
  return kind === 'since' ? `since ${one.period?.from}` : `${one.period?.from}/${one.period?.to}`;
}

/** When a value held: as said, else when its article appeared. */
function momentOf(one: Stated): string {
  switch (kindOf(one)) {
    case 'moment':
      return one.inferred.includes('period') ? one.known : (one.period?.from ?? one.known);
    case 'since':
      return one.period?.to ?? one.known;
    case 'period':
      return one.known;
  }
}

function overtakes(later: Stated, old: Stated): boolean {
  if (later.value === old.value || later.articleId === old.articleId) return false;
  if (later.program !== null && old.program !== null && later.program.key !== old.program.key) return false;
  return momentOf(later) > momentOf(old);
}

const howOf = (old: Stated): SupersededHow =>
  old.status === 'rule' ? 'rule_change' : kindOf(old) === 'period' ? 'revision' : 'progress';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
