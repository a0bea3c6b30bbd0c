import type { Lang } from '../../core/article.ts';
import { type Holder, resolvePeople, surnameBlock } from '../../resolve/people.ts';
import { type Fault, type Figure, found, judged, noCounts } from '../figures.ts';
import type { PeopleRow } from './load.ts';

type Named = PeopleRow['a'];

/** Are two holders of posts taken for one person when they are one, and only then? */
export function evaluatePeople(rows: readonly PeopleRow[]): { figures: Figure[]; faults: Fault[] } {
  const counts = noCounts();
  const kinds = new Map<string, { right: number; all: number }>();
  const faults: Fault[] = [];
  for (const [at, { a, b, same, kind }] of rows.entries()) {
    const joined = takenForOne(a, b, at);
    const tally = kinds.get(kind) ?? { right: 0, all: 0 };
    tally.all++;
    kinds.set(kind, tally);
    if (joined === same) tally.right++;
    if (same && joined) counts.right++;
    else if (same) counts.missed++;
    else if (joined) counts.extra++;
    if (joined !== same)
      faults.push({
        id: `line ${at + 1}`,
        kind,
        what: joined ? 'extra' : 'missed',
        detail: `${a.name}, ${b.name}`,
      });
  }
  const figures = [...kinds].map(([kind, { right, all }]) => judged(BOTH, kind, right, all));
  return { figures: [found(BOTH, 'same person', counts), ...figures], faults };
}

const BOTH: Lang = 'mixed';

/** Articles that name no common story are of stories of their own. */
function takenForOne(a: Named, b: Named, at: number): boolean {
  if (surnameBlock(a.name) !== surnameBlock(b.name)) return false;
  return resolvePeople([holderOf(a, `${at}a`), holderOf(b, `${at}b`)]).length === 1;
}

const holderOf = ({ name, lang, postId, seat, story }: Named, own: string): Holder => ({
  name,
  lang,
  postId: postId ?? null,
  seat: seat ?? null,
  story: story ?? own,
});
