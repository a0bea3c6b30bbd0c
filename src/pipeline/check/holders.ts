import type { OfficialFact, Period } from '../../core/facts.ts';
import { nameLevel, surnameBlock } from '../../resolve/people.ts';
import type { Store, TenureRow } from '../../store/index.ts';
import {
  decideHolder,
  type EvidenceRow,
  type HolderDecision,
  type KnownTenure,
} from '../../verdict/index.ts';
import { type Checked, NO_NUMBER } from './checked.ts';
import { quotedRow } from './evidence.ts';
import type { Wording } from './wording.ts';

/** Holds a person in a post against everybody whom the record names in that post. */
export function holderChecker(
  store: Store,
  wording: Wording,
): (official: OfficialFact, period: Period | null, lang: 'kk' | 'ru', asOf: string) => Checked {
  return (named, period, lang, asOf) => {
    const official = { ...named, postId: wording.plainPost(named.postId) };
    const surname = surnameBlock(official.name);
    const place = official.jurisdiction?.id ?? null;
    const rows = store.tenures({ postId: official.postId, place: place === COUNTRY ? null : place, surname });
    const known = rows.map((row) => tenureOf(row, official.name, lang, wording));
    const seat = seatOf(official.postId, official.jurisdiction, wording);
    const claim = { postId: official.postId, seat, roles: official.role, period };
    const now = decideHolder(claim, known, asOf);
    return {
      part: { ...shownPart(official, period), verdict: now.verdict, reason: now.reason },
      evidence: evidenceRows(now, rows),
    };
  };
}

function tenureOf(row: TenureRow, name: string, lang: 'kk' | 'ru', wording: Wording): KnownTenure {
  const level = nameLevel(name, row.name, row.lang !== lang);
  return {
    id: row.id,
    postId: row.postId,
    seat: seatOf(row.postId, row.jurisdiction, wording),
    roles: row.role,
    known: (row.published ?? row.seen).slice(0, 10),
    samePerson: level === undefined ? 'no' : level === 'initials' ? 'maybe' : 'yes',
  };
}

/** The country itself, as the gazetteer names it: what national posts are over. */
const COUNTRY = 'KZ';

/** A place by its id; a body by the meanings of its words, which both languages share where the pairs know them. */
function seatOf(
  postId: string | null,
  jurisdiction: OfficialFact['jurisdiction'],
  wording: Wording,
): readonly string[] {
  if (wording.isNational(postId)) return [COUNTRY];
  if (jurisdiction === null) return [];
  if (jurisdiction.id !== null) return [jurisdiction.id];
  return [...new Set(wording.terms(jurisdiction.name).map(([first = '']) => first))];
}

const shownPart = (official: OfficialFact, period: Period | null) => ({
  quote: official.mentions[0]?.text ?? official.name,
  ...NO_NUMBER,
  subject: `${official.post}, ${official.name}`,
  region: null,
  period,
});

/** So many articles are shown. */
const SHOWN = 5;

function evidenceRows(decision: HolderDecision, rows: readonly TenureRow[]): EvidenceRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return decision.cited.slice(0, SHOWN).flatMap(({ role, tenure }) => {
    const row = byId.get(tenure.id);
    return row === undefined ? [] : [quotedRow(role, row)];
  });
}
