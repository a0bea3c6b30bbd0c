import type { Post } from '../../catalog/posts.ts';
import { type Span, spanOf } from '../../core/span.ts';
import type { Sense } from '../../language/lexicon.ts';
import { looksGenitive } from '../../language/packs/ru/shape.ts';
import { FUNCTION_WORDS as RU_WORDS } from '../../language/packs/ru/words.ts';
import { Tag } from '../../language/tags.ts';
import { Shape } from '../../language/words.ts';
import { type Document, has, langAt, opening, Starts, sensesAt, tokenAt } from '../document.ts';
import { isComplement } from '../pattern/match.ts';
import type { Official } from './officials.ts';
import { leftEdge, type Nearby } from './posts.ts';

/** A post that the text speaks of, with its holder's name beside it or without. */
export interface PostMention {
  readonly from: number;
  readonly to: number;
  readonly post: Post;
}

/**
 * The posts of a text, and whose they are: «облыс әкімі» after «Павлодар облысының әкімі Асайын Байханов» is a further
 * place that speaks of him. A post of nobody and of nothing («басшылар», «бір директор») is a common noun.
 */
export function findPosts(doc: Document, officials: readonly Official[], found: Nearby): PostMention[] {
  const phrases = officials.toSorted((a, b) => a.from - b.from);
  const out: PostMention[] = [];
  let next = 0;
  let behind = 0;
  for (const i of opening(doc, Starts.post)) {
    const sense = i < behind ? undefined : postAt(doc, i);
    if (!sense) continue;
    while ((phrases[next]?.to ?? Number.POSITIVE_INFINITY) <= i) next++;
    const held = (phrases[next]?.from ?? Number.POSITIVE_INFINITY) <= i;
    const mention: PostMention = { from: i, to: sense.to, post: sense.entry.data as Post };
    const holder = held ? undefined : holderOf(doc, mention, officials, found);
    holder?.later.push(spanAt(doc, mention));
    if (held || holder || isOffice(doc, mention, sense, found)) out.push(mention);
    behind = sense.to;
  }
  return out;
}

const spanAt = (doc: Document, { from, to }: PostMention): Span =>
  spanOf(doc.text, doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0);

/** The longest wording of a post of one person that begins at a token; «во главе», «депутаттар» are none. */
function postAt(doc: Document, i: number): Sense | undefined {
  const sense = sensesAt(doc, i, Starts.post).find((s) => s.entry.cls === 'post');
  if (!sense || (sense.tags & (Tag.pl | Tag.sg)) === Tag.pl) return undefined;
  return sense.tags & Tag.loc && has(doc, i - 1, 'prep.in') ? undefined : sense;
}

/** Is it an office, and not what anybody may be: one of the state, or of something with a name? */
function isOffice(doc: Document, m: PostMention, sense: Sense, found: Nearby): boolean {
  if (m.post.scope === 'country') return !(sense.tags & Tag.nom && namesBody(doc, m.to));
  // In Russian the post stands in small letters whatever it is held over.
  if (langAt(doc, m.from) === 'ru') return true;
  const from = leftEdge(doc, m.from, found, 0);
  for (let i = from; i < m.to; i++)
    if (doc.tokens[i]?.form?.shape !== Shape.lower && (i > from || i < m.from)) return true;
  return false;
}

/** «Президент телерадиокешені», «Тұңғыш Президент қоры»: the post is part of a body's name. */
const namesBody = (doc: Document, i: number): boolean =>
  langAt(doc, i) === 'kk' &&
  sensesAt(doc, i, Starts.orghead).some((s) => s.entry.cls === 'orghead' && s.tags & Tag.p3);

/** The one office holder named before whom a post without a name means; nobody where two could be meant. */
function holderOf(
  doc: Document,
  m: PostMention,
  officials: readonly Official[],
  found: Nearby,
): Official | undefined {
  const id = m.post.standsFor ?? m.post.id;
  const fits = officials.filter(
    (o) =>
      o.postId === id &&
      o.to <= m.from &&
      !o.role.includes('former') &&
      o.role.includes('deputy') === (m.post.deputyOf !== null) &&
      (!m.post.level || !o.level || o.level === m.post.level),
  );
  // Most posts are of nobody named: only of others it is asked what they are over.
  if (fits.length === 0 || isQualified(doc, m)) return undefined;
  const own = scopeOf(doc, m, found);
  if (own === null) return undefined;
  const held = fits.filter((o) => own === undefined || o.jurisdiction?.id === own);
  return held.length === 1 ? held[0] : undefined;
}

/** «бұрынғы әкім», «орынбасары», «новый министр»: another person than the holder. */
function isQualified(doc: Document, m: PostMention): boolean {
  const before = [m.from - 1, m.from - 2].some((i) =>
    sensesAt(doc, i, Starts.postmod).some((s) => s.to === m.from),
  );
  return before || sensesAt(doc, m.to, Starts.postmod).some((s) => STAND_INS.has(s.entry.id));
}

/** Modifiers behind a Kazakh post that make it that of another person; `жаңа` there belongs to the next noun. */
const STAND_INS: ReadonlySet<string> = new Set(['deputy', 'acting']);

/** The id of the place a post is held over; undefined when it names nothing, null when it names something else. */
function scopeOf(doc: Document, m: PostMention, found: Nearby): string | null | undefined {
  if (langAt(doc, m.from) === 'ru') {
    const region = found.regions.within(m.to, m.to + 4)[0];
    if (region?.from === m.to) return region.id;
    const next = doc.tokens[m.to]?.form;
    const belongs = next && (next.shape !== Shape.lower || looksGenitive(next.type.norm));
    return belongs && isComplement(doc, m.to) && !RU_WORDS.has(next.type.norm) ? null : undefined;
  }
  const from = leftEdge(doc, m.from, found, 0);
  if (from === m.from) return undefined;
  return found.regions.within(from, m.from).at(-1)?.id ?? null;
}
