import type { Holder, Person } from './people.ts';

/** What was decided by hand of some holders: that they are one person, or (as one) nobody else's. */
export interface Ruling<H extends Holder> {
  readonly says: 'same' | 'apart';
  readonly holders: readonly H[];
  readonly because: string;
  /** Tells a person who was set apart from namesakes, fit for an address. */
  readonly mark: string;
}

/** People as the rules found them, put right by what was decided: first what is parted, then what is joined. */
export function decided<H extends Holder>(
  people: readonly Person<H>[],
  rulings: readonly Ruling<H>[],
): Person<H>[] {
  const parted = rulings.filter(({ says }) => says === 'apart').reduce(setApart, people);
  return [...rulings.filter(({ says }) => says === 'same').reduce(join, parted)];
}

function setApart<H extends Holder>(people: readonly Person<H>[], ruling: Ruling<H>): Person<H>[] {
  const { holders, mark } = ruling;
  const from = people.find((person) => person.holders.some(({ holder }) => holders.includes(holder)));
  if (from === undefined) return [...people];
  const left = people
    .map((person) => ({
      ...person,
      holders: person.holders.filter(({ holder }) => !holders.includes(holder)),
    }))
    .filter((person) => person.holders.length > 0);
  return [...left, { key: `${from.key}.${mark}`, holders: ruled(ruling), doubts: [] }];
}

function join<H extends Holder>(people: readonly Person<H>[], ruling: Ruling<H>): Person<H>[] {
  const isMeant = (person: Person<H>): boolean =>
    person.holders.some(({ holder }) => ruling.holders.includes(holder));
  const one = people.filter(isMeant);
  const keys = one.map(({ key }) => key).sort();
  const [key] = keys;
  if (key === undefined) return [...people];
  const renamed = (doubts: readonly string[], own: string): string[] =>
    [...new Set(doubts.map((other) => (keys.includes(other) ? key : other)))]
      .filter((other) => other !== own)
      .sort();
  const kept = one.flatMap((person) =>
    person.holders.filter(({ holder }) => !ruling.holders.includes(holder)),
  );
  return [
    ...people
      .filter((person) => !isMeant(person))
      .map((person) => ({ ...person, doubts: renamed(person.doubts, person.key) })),
    {
      key,
      holders: [...kept, ...ruled(ruling)],
      doubts: renamed(
        one.flatMap(({ doubts }) => doubts),
        key,
      ),
    },
  ];
}

const ruled = <H extends Holder>({ holders, because }: Ruling<H>): Person<H>['holders'] =>
  holders.map((holder) => ({ holder, reason: { level: 'decided', shared: [because] } }));
