import type { Span } from '../../../core/span.ts';
import type { Sense } from '../../../language/lexicon.ts';
import { withoutCase } from '../../../language/packs/kk/shape.ts';
import { Tag } from '../../../language/tags.ts';
import { Shape } from '../../../language/words.ts';
import {
  type Document,
  firstFrom,
  langAt,
  type Sentence,
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

/** Those of an article who may state something. */
export interface Crowd {
  /** Persons and offices, wherever they are named. */
  readonly named: Sequence<Voice>;
  /** The places by which bodies are told apart. */
  readonly regions: Sequence<RegionMention>;
}

export function crowdOf(
  doc: Document,
  speakers: readonly Speaker[],
  offices: readonly Office[],
  regions: Sequence<RegionMention>,
): Crowd {
  const named: Voice[] = [];
  for (const s of speakers) addPlaces(doc, s, named);
  for (const o of offices) addOffice(doc, o, named);
  return { named: new Sequence(named), regions };
}

/** Everybody in a sentence who may state something, in text order; what lies inside another is left out. */
export function voicesIn(doc: Document, s: Sentence, { named, regions }: Crowd): readonly Voice[] {
  const said = named.within(s.from, s.to);
  if ((s.starts & BODIES) === 0 && said.length < 2) return said;
  const all = said.concat(bodiesIn(doc, s, regions));
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return all.filter(({ from, to }) => {
    if (from < Math.max(end, s.from) || to > s.to) return false;
    end = to;
    return true;
  });
}
const BODIES = Starts.body | Starts.orghead;

/** The places that name an office holder: the whole phrase first, then by surname or post alone. */
function addPlaces(doc: Document, { name, post, from, to, mentions, later }: Speaker, out: Voice[]): void {
  const told = `${name}, ${post}`;
  out.push({ kind: 'person', name: told, from, to, tags: 0 });
  for (const spans of [mentions, later])
    for (const { start, end } of spans) {
      const [a, b] = [firstFrom(doc.tokens, start), firstFrom(doc.tokens, end)];
      if (a >= to || b <= from) out.push({ kind: 'person', name: told, from: a, to: b, tags: 0 });
    }
}

/** Offices of which there is one in the country; which minister or akim is meant without a name, nobody can tell. */
function addOffice(doc: Document, { from, to, post }: Office, out: Voice[]): void {
  if (post.scope !== 'country') return;
  const sense = sensesAt(doc, from, Starts.post).find((s) => s.entry.cls === 'post' && s.to === to);
  if (sense?.entry.written)
    out.push({ kind: 'office', name: sense.entry.written, from, to, tags: sense.tags });
}

/** Bodies of the lists, and those of a place: «акимат Павлодарской области», `Павлодар облысының білім басқармасы`. */
function bodiesIn(doc: Document, s: Sentence, regions: Sequence<RegionMention>): Voice[] {
  const out: Voice[] = [];
  for (let i = s.from; i < s.to; i++) {
    if (!startsAt(doc, i, BODIES)) continue;
    const senses = sensesAt(doc, i, BODIES);
    const listed = senses.find((x) => x.entry.cls === 'body');
    if (listed?.entry.written)
      out.push({ kind: 'body', name: listed.entry.written, from: i, to: listed.to, tags: listed.tags });
    const head = listed ? undefined : senses.find((x) => x.entry.cls === 'orghead');
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
