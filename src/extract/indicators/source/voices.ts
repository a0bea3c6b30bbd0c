import type { Span } from '../../../core/span.ts';
import type { Sense } from '../../../language/lexicon.ts';
import { withoutCase } from '../../../language/packs/kk/shape.ts';
import { Tag } from '../../../language/tags.ts';
import { Shape } from '../../../language/words.ts';
import {
  type Document,
  firstFrom,
  langAt,
  opening,
  Starts,
  sensesAt,
  startsAt,
  textOf,
} from '../../document.ts';
import { isComplement } from '../../pattern/match.ts';
import type { RegionMention } from '../../regions.ts';
import { Sequence } from '../../sequence.ts';

/** An office holder: tokens `from` up to `to` hold name and post where the article names both. */
export interface Speaker {
  readonly name: string;
  readonly post: string;
  readonly from: number;
  readonly to: number;
  /** Every place that names the holder, and those that speak of him or her by the post alone. */
  readonly mentions: readonly Span[];
  readonly later: readonly Span[];
}

/** A post that the text speaks of: tokens `from` up to `to`. */
export interface Office {
  readonly from: number;
  readonly to: number;
  readonly post: { readonly scope: 'place' | 'body' | 'country' };
}

/** Whoever may state something: tokens `from` up to `to` name a person, an office without its holder, or a body. */
export interface Voice {
  readonly kind: 'person' | 'office' | 'body';
  /** As it is told to people: «Ерлан Оспанов, аким области», «Министерство труда», «глава государства». */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Tags of the readings of its head; 0 of persons. */
  readonly tags: number;
}

/** Everybody who may state something, in text order; what lies inside another is left out. */
export function voicesOf(
  doc: Document,
  speakers: readonly Speaker[],
  offices: readonly Office[],
  regions: Sequence<RegionMention>,
): Sequence<Voice> {
  const all = [
    ...speakers.flatMap((s) => placesOf(doc, s)),
    ...officesOf(doc, offices),
    ...bodiesOf(doc, regions),
  ];
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  const out: Voice[] = [];
  let end = 0;
  for (const v of all) {
    if (v.from < end) continue;
    out.push(v);
    end = v.to;
  }
  return new Sequence(out);
}

/** The places that name an office holder: the whole phrase first, then by surname or post alone. */
function placesOf(doc: Document, { name, post, from, to, mentions, later }: Speaker): Voice[] {
  const told = `${name}, ${post}`;
  const out: Voice[] = [{ kind: 'person', name: told, from, to, tags: 0 }];
  for (const spans of [mentions, later])
    for (const { start, end } of spans) {
      const [a, b] = [firstFrom(doc.tokens, start), firstFrom(doc.tokens, end)];
      if (a >= to || b <= from) out.push({ kind: 'person', name: told, from: a, to: b, tags: 0 });
    }
  return out;
}

/** Offices of which there is one in the country; which minister or akim is meant without a name, nobody can tell. */
function officesOf(doc: Document, offices: readonly Office[]): Voice[] {
  const out: Voice[] = [];
  for (const { from, to, post } of offices) {
    if (post.scope !== 'country') continue;
    const sense = sensesAt(doc, from, Starts.post).find((s) => s.entry.cls === 'post' && s.to === to);
    if (sense?.entry.written)
      out.push({ kind: 'office', name: sense.entry.written, from, to, tags: sense.tags });
  }
  return out;
}

/** Bodies of the lists, and those of a place: «акимат Павлодарской области», `Павлодар облысының білім басқармасы`. */
function bodiesOf(doc: Document, regions: Sequence<RegionMention>): Voice[] {
  const out: Voice[] = [];
  for (const i of opening(doc, Starts.body | Starts.orghead)) {
    const senses = sensesAt(doc, i, Starts.body | Starts.orghead);
    const listed = senses.find((s) => s.entry.cls === 'body');
    if (listed?.entry.written)
      out.push({ kind: 'body', name: listed.entry.written, from: i, to: listed.to, tags: listed.tags });
    const head = listed ? undefined : senses.find((s) => s.entry.cls === 'orghead');
    const body = head && (SOLE.has(head.entry.id) ? soleBody(head) : localBody(doc, head, regions));
    if (body) out.push(body);
  }
  return out;
}

/** Kinds of `data/lexicon/organisations/heads.txt` of which there is one in the country: `Үкімет`, «правительство». */
const SOLE: ReadonlySet<string> = new Set(['government', 'parliament']);

const soleBody = ({ entry, from, to, tags }: Sense): Voice | undefined =>
  entry.written ? { kind: 'body', name: entry.written, from, to, tags } : undefined;

/** Kinds that a place has one of, or that a field of work between tells apart. */
const LOCAL: ReadonlySet<string> = new Set([
  'akimat',
  'maslikhat',
  'department',
  'office',
  'inspectorate',
  'prosecution',
  'police',
  'administration',
]);

const isNameOrPost = (doc: Document, i: number): boolean =>
  doc.tokens[i]?.form?.shape !== Shape.lower || startsAt(doc, i, Starts.post | Starts.orghead);

/** Words between the head of a local body and its place: «управление здравоохранения … области». */
const FIELD = 5;

function localBody(doc: Document, head: Sense, regions: Sequence<RegionMention>): Voice | undefined {
  const { from, to, tags, entry } = head;
  if (!entry.written || !LOCAL.has(entry.id)) return undefined;
  const russian = langAt(doc, from) === 'ru';
  const place = russian
    ? regions.within(to, to + 2 * FIELD)[0]
    : regions.within(Math.max(0, from - 2 * FIELD), from).at(-1);
  if (!place) return undefined;
  const [a, b] = russian ? [to, place.from] : [place.to, from];
  if (b - a > FIELD) return undefined;
  for (let i = a; i < b; i++) if (!isComplement(doc, i) || isNameOrPost(doc, i)) return undefined;
  return russian
    ? { kind: 'body', name: `${entry.written} ${textOf(doc, to, place.to)}`, from, to: place.to, tags }
    : {
        kind: 'body',
        name: tags & Tag.nom ? textOf(doc, place.from, to) : withoutCase(textOf(doc, place.from, to)),
        from: place.from,
        to,
        tags,
      };
}
