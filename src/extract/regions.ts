import type { Place } from '../catalog/places.ts';
import type { BilingualName, RegionLevel } from '../core/facts.ts';
import type { Sense } from '../language/lexicon.ts';
import { looksSurname } from '../language/names.ts';
import { looksSingularVerb } from '../language/packs/ru/shape.ts';
import { Tag } from '../language/tags.ts';
import { Kind } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { kkToRu } from '../resolve/transliterate.ts';
import { type Document, Starts, startsAt } from './document.ts';
import type { HeadWord, PlaceWord } from './place-words.ts';

/** A place named in the text: tokens `from` up to `to`. */
export interface RegionMention {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  readonly level: RegionLevel;
  readonly name: BilingualName;
  /** Null for a village that only its head noun shows. */
  readonly place: Place | null;
  readonly rule: string;
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly options: readonly PlaceWord[];
  readonly level: RegionLevel | null;
  readonly rule: string;
}

const word = (doc: Document, i: number): string => doc.tokens[i]?.form?.type.norm ?? '';
const mark = (doc: Document, i: number): string => doc.tokens[i]?.mark ?? '';
const capital = (doc: Document, i: number): boolean => {
  const shape = doc.tokens[i]?.form?.shape;
  return shape === Shape.capital || shape === Shape.caps || shape === Shape.mixed;
};
const isAnd = (doc: Document, i: number): boolean => doc.classes[i]?.has('and') ?? false;
const isNow = (doc: Document, i: number): boolean => doc.classes[i]?.has('now') ?? false;
const langAt = (doc: Document, i: number): 'kk' | 'ru' | null =>
  doc.sentences[doc.sentenceOf[i] ?? 0]?.lang ?? null;

function headAt(doc: Document, i: number): { head: HeadWord; tags: number; to: number } | undefined {
  if (!startsAt(doc, i, Starts.placehead)) return undefined;
  const senses = (doc.senses[i] ?? []).filter((x) => x.entry.cls === 'placehead');
  const s = senses[0];
  if (!s) return undefined;
  const head = s.entry.data as HeadWord;
  // «области» is one or many: all readings count.
  const tags = senses.reduce((t, x) => (x.to === s.to ? t | x.tags : t), 0);
  // «С. Аширметов» is an initial, «с. Жалаңаш» a village.
  if (head.form === 'short' && doc.tokens[i]?.form?.shape !== Shape.lower) return undefined;
  if (head.form === 'short')
    return mark(doc, s.to) === '.' || word(doc, i).includes('-')
      ? { head, tags, to: mark(doc, s.to) === '.' ? s.to + 1 : s.to }
      : undefined;
  return { head, tags, to: s.to };
}

const placeSenses = (doc: Document, i: number): readonly Sense[] =>
  startsAt(doc, i, Starts.place) ? (doc.senses[i] ?? NONE).filter((s) => s.entry.cls === 'place') : NONE;
const NONE: readonly Sense[] = [];
const wordOf = (s: Sense): PlaceWord => s.entry.data as PlaceWord;

/** Finds every place of the gazetteer and every village that its head noun shows. */
export function findRegions(doc: Document, insideName: (token: number) => boolean): RegionMention[] {
  const candidates: Candidate[] = [];
  const taken = new Uint8Array(doc.tokens.length);
  const add = (c: Candidate): void => {
    for (let k = c.from; k < c.to; k++) if (taken[k]) return;
    taken.fill(1, c.from, c.to);
    candidates.push(c);
  };
  for (const c of lists(doc)) add(c);
  const each = (kind: number, find: (doc: Document, i: number) => Candidate[]): void => {
    for (let i = 0; i < doc.tokens.length; i++)
      if (startsAt(doc, i, kind) && !taken[i]) for (const c of find(doc, i)) add(c);
  };
  each(Starts.place, fullNames);
  each(Starts.placehead, headed);
  each(Starts.place, (_, i) => (insideName(i) ? [] : bare(doc, i)));
  candidates.sort((a, b) => a.from - b.from);
  return resolve(doc, candidates);
}

/** Names with their head noun: `Ақмола облысы`, «Акмолинская область», «область Абай», and abbreviations (`БҚО`, «ЗКО»). */
function fullNames(doc: Document, i: number): Candidate[] {
  const senses = placeSenses(doc, i).filter((s) => {
    const form = wordOf(s).form;
    if (form === 'abbr')
      return (
        inForce(doc, wordOf(s)) &&
        (doc.tokens[i]?.form?.shape === Shape.caps || /^\p{Lu}{2,}-/u.test(doc.tokens[i]?.form?.raw ?? ''))
      );
    return form === 'full' && anyCapital(doc, s.from, s.to);
  });
  return longest(senses, 'place/full');
}

const anyCapital = (doc: Document, from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (capital(doc, k)) return true;
  return false;
};

/** A former abbreviation counts only in articles of its time: ОҚО has been other things since. */
function inForce(doc: Document, w: PlaceWord): boolean {
  const published = doc.article.published?.slice(0, 10);
  return w.was === null || (published !== undefined && validOn(w.was, published));
}

function longest(senses: readonly Sense[], rule: string, level: RegionLevel | null = null): Candidate[] {
  const best = senses[0];
  if (!best) return [];
  const options = senses.filter((s) => s.to === best.to).map(wordOf);
  return [{ from: best.from, to: best.to, options, level, rule }];
}

/** A bare name beside a head noun: `Әйтеке би аудандық`, `Орал қаласы`, «г. Уральск», «Акмолинской обл.», «село Коянды». */
function headed(doc: Document, i: number): Candidate[] {
  const head = headAt(doc, i);
  if (!head) return [];
  const kk = langAt(doc, i) === 'kk';
  const { level } = head.head;
  // The name before the head.
  for (let n = 4; n >= 1; n--) {
    const from = i - n;
    const senses = placeSenses(doc, from).filter(
      (s) => s.to === i && capital(doc, from) && fitsLevel(wordOf(s), level),
    );
    const usable = kk
      ? senses.filter((s) => !(s.tags & ~(Tag.nom | Tag.sg)))
      : senses.filter((s) => wordOf(s).form === 'adj');
    const hit = longest(usable, kk ? 'kk/place/head-after' : 'ru/place/head-after', level)[0];
    if (hit) return [{ ...hit, to: head.to }];
  }
  if (!kk) {
    const at = head.to;
    const senses = placeSenses(doc, at).filter(
      (s) => capital(doc, at) && wordOf(s).form !== 'adj' && fitsLevel(wordOf(s), level),
    );
    const hit = longest(senses, 'ru/place/head-before', level)[0];
    if (hit) return [{ ...hit, from: i }];
  }
  return level === 'village' && head.head.form === 'noun' ? village(doc, i, head.to, head.tags, kk) : [];
}

const fitsLevel = (w: PlaceWord, level: RegionLevel): boolean =>
  w.place.level === level ||
  (level === 'village' && w.place.level === 'city') ||
  (level === 'city' && w.place.level === 'village' && w.form === 'bare');

const MAX_VILLAGE_WORDS = 3;

/** A village nobody listed: capitalised words before `ауылы` with p3, or after «село». */
function village(doc: Document, i: number, to: number, tags: number, kk: boolean): Candidate[] {
  if (kk) {
    if (!(tags & Tag.p3)) return [];
    let from = i;
    while (
      from > 0 &&
      i - from < MAX_VILLAGE_WORDS &&
      namePart(doc, from - 1) &&
      doc.sentenceOf[from - 1] === doc.sentenceOf[i]
    )
      from--;
    // A sentence may open with any word in capitals: of two words the first counts only as part of a name.
    return from < i ? [{ from, to, options: [], level: 'village', rule: 'kk/place/village' }] : [];
  }
  const apposed = apposition(doc, i, to);
  if (apposed.length > 0) return apposed;
  let end = to;
  while (
    end < doc.tokens.length &&
    end - to < MAX_VILLAGE_WORDS &&
    namePart(doc, end) &&
    doc.sentenceOf[end] === doc.sentenceOf[i]
  )
    end++;
  return end > to ? [{ from: i, to: end, options: [], level: 'village', rule: 'ru/place/village' }] : [];
}

/** «Коянды – крупное село», «два аула, Талапкер и Жаңаталап»: the name stands apart from its head noun. */
function apposition(doc: Document, head: number, to: number): Candidate[] {
  const rule = 'ru/place/village-apposition';
  let i = head - 1;
  while (i > head - 4 && doc.tokens[i]?.form?.shape === Shape.lower) i--;
  const dash = mark(doc, i);
  if (dash !== '' && '–—'.includes(dash) && namePart(doc, i - 1)) {
    let from = i - 1;
    while (i - from < MAX_VILLAGE_WORDS && namePart(doc, from - 1)) from--;
    return [{ from, to: i, options: [], level: 'village', rule }];
  }
  if (mark(doc, to) !== ',' || doc.tokens[head - 1]?.form?.shape !== Shape.lower) return [];
  const names: Candidate[] = [];
  let at = to + 1;
  for (;;) {
    let end = at;
    while (end - at < MAX_VILLAGE_WORDS && namePart(doc, end)) end++;
    if (end === at) return [];
    names.push({ from: at, to: end, options: [], level: 'village', rule });
    if (isAnd(doc, end) || mark(doc, end) === ',') at = end + 1;
    else break;
    if (!namePart(doc, at)) break;
  }
  return names.length > 1 ? names : [];
}

const namePart = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return (
    form?.shape === Shape.capital &&
    form.type.norm.length > 2 &&
    !(doc.classes[i]?.size ?? 0) &&
    !(doc.senses[i] ?? []).some(
      (s) => s.entry.cls === 'post' || s.entry.cls === 'placehead' || s.entry.cls === 'numeral',
    )
  );
};

/** Cities and regions by their bare name; what else the word may be is held by the policy of the place (LANGUAGE §5.2). */
function bare(doc: Document, i: number): Candidate[] {
  if (!capital(doc, i) || isNow(doc, i)) return [];
  const kk = langAt(doc, i) === 'kk';
  const opens = opensSentence(doc, i);
  const senses = placeSenses(doc, i).filter((s) => {
    const w = wordOf(s);
    if (w.form === 'adj') return !kk && loneAdjective(doc, s, w);
    if (w.form !== 'bare') return false;
    if (w.place.homonym === 'head' || natural(doc, s) || isAddressOrOkrug(doc, s)) return false;
    if (w.place.level === 'district') return false;
    if (w.place.level === 'village' && w.place.homonym !== 'free') return false;
    // Sentence-initial «Семей стало больше»: the capital says nothing there.
    if (
      w.place.homonym === 'capital' &&
      opens &&
      !kk &&
      doc.tokens[i]?.form?.shape !== Shape.caps &&
      !namedAt(doc, s.to)
    )
      return false;
    return !partOfName(doc, s);
  });
  const rank = (w: PlaceWord): number =>
    ['city', 'oblast', 'country', 'village', 'district'].indexOf(w.place.level);
  const best = senses.filter((s) => s.to === senses[0]?.to).sort((a, b) => rank(wordOf(a)) - rank(wordOf(b)));
  const first = best[0];
  if (!first) return [];
  const level = wordOf(first).place.level;
  return [
    {
      from: first.from,
      to: first.to,
      options: best.map(wordOf).filter((w) => w.place.level === level),
      level,
      rule: 'place/bare',
    },
  ];
}

/** «улица Астана», «Ақкөл ауылдық округі»: a street or a rural district of that name. */
const isAddressOrOkrug = (doc: Document, s: Sense): boolean =>
  Boolean(doc.classes[s.from - 1]?.has('street') || doc.classes[s.to]?.has('street')) ||
  headAt(doc, s.to)?.head.form === 'adj';

/** «Балқаш көлі», «Арал теңізі», «озеро Балхаш»: a lake, sea, river or mountain of the same name; a list shares the noun. */
function natural(doc: Document, s: Sense): boolean {
  const at = isAnd(doc, s.to) ? s.to + 2 : s.to;
  for (const i of [s.to, at, s.from - 1]) if (doc.classes[i]?.has('nature')) return true;
  return false;
}

/** «Семей встретил гостей»: a verb in the singular after it speaks for the city. */
const namedAt = (doc: Document, i: number): boolean => looksSingularVerb(word(doc, i));

const opensSentence = (doc: Document, i: number): boolean => {
  const s = doc.sentences[doc.sentenceOf[i] ?? 0];
  for (let k = i - 1; k >= (s?.from ?? 0); k--)
    if (doc.tokens[k]?.kind === Kind.word || doc.tokens[k]?.kind === Kind.number) return false;
  return true;
};

/** An adjective alone stands for its region inside a list: «в Жылыойский район, шесть – Курмангазинский». */
function loneAdjective(doc: Document, s: Sense, w: PlaceWord): boolean {
  if (w.place.level !== 'oblast' && w.place.level !== 'district') return false;
  const next = doc.tokens[s.to];
  const ends =
    !next ||
    (next.kind === Kind.punct && ',;.–—)('.includes(next.mark)) ||
    next.kind === Kind.newline ||
    isAnd(doc, s.to);
  if (!ends || opensSentence(doc, s.from)) return false;
  // The head noun of its level must have been said nearby.
  const sentence = doc.sentenceOf[s.from] ?? 0;
  const from = doc.sentences[Math.max(0, sentence - 2)]?.from ?? 0;
  const to = doc.sentences[Math.min(doc.sentences.length - 1, sentence + 1)]?.to ?? doc.tokens.length;
  for (let k = from; k < to; k++) if (headAt(doc, k)?.head.level === w.place.level) return true;
  return false;
}

/** `Астана жастары`, `Абай Құнанбайұлы`: a capitalised name follows, so the word belongs to it. */
function partOfName(doc: Document, s: Sense): boolean {
  const w = wordOf(s);
  if (w.place.level === 'country') return false;
  const next = doc.tokens[s.to];
  return (
    next?.form?.shape === Shape.capital &&
    !next.form.type.latin &&
    placeSenses(doc, s.to).length === 0 &&
    looksSurname(next.form.type.norm)
  );
}

interface Member {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
}

/**
 * Coordinated lists that share one head in the plural: `Ақмола, Абай және Қостанай облыстарында`,
 * «Акмолинской и Павлодарской областях», «в областях Жетісу и Абай», «Западно-, Восточно- и Северо-Казахстанской областям».
 */
function lists(doc: Document): Candidate[] {
  const out: Candidate[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const head = headAt(doc, i);
    if (!head || head.head.form === 'adj') continue;
    const kk = langAt(doc, i) === 'kk';
    const many = (head.tags & Tag.pl) !== 0;
    const plural = many && !(head.head.form === 'noun' && (head.tags & Tag.sg) !== 0);
    if (!many && !(kk && precededByList(doc, i))) continue;
    const before = kk || plural ? membersBefore(doc, i, head.head.level, kk) : [];
    for (const [k, m] of before.entries()) {
      const last = k === 0;
      const rule = kk ? 'kk/place/list' : 'ru/place/list';
      const options = m.senses.map(wordOf).filter((w) => fitsLevel(w, head.head.level));
      if (options.length > 0)
        out.push({ from: m.from, to: last ? head.to : m.to, options, level: head.head.level, rule });
      else if (head.head.level === 'village')
        out.push({ from: m.from, to: last ? head.to : m.to, options: [], level: 'village', rule });
    }
    const after = kk || before.length > 0 ? [] : membersAfter(doc, head.to, head.head.level);
    // «область Абай и …»: in the singular it takes two names to make a list.
    if (plural || after.length > 1)
      for (const [k, m] of after.entries())
        out.push({
          from: k === 0 ? i : m.from,
          to: m.to,
          options: m.senses.map(wordOf).filter((w) => fitsLevel(w, head.head.level)),
          level: head.head.level,
          rule: 'ru/place/list-after',
        });
  }
  return out;
}

/** A Kazakh list may close with a head in the singular: «Ақмола және Абай облысында» happens, so two members must stand there. */
const precededByList = (doc: Document, i: number): boolean => isAnd(doc, i - 2) && capital(doc, i - 3);

/** Members of a list that ends right before a head, the nearest first. Brackets with a number may follow each. */
function membersBefore(doc: Document, head: number, level: RegionLevel, kk: boolean): Member[] {
  const out: Member[] = [];
  const sentence = doc.sentenceOf[head];
  // «Ақмола, Абай және басқа облыстар»
  const open = doc.classes[head - 1]?.has('other') && isAnd(doc, head - 2) ? head - 2 : head;
  let end = skipBrackets(doc, open);
  for (;;) {
    const m = memberEndingAt(doc, end, level, kk);
    if (!m || doc.sentenceOf[m.from] !== sentence) break;
    out.push(m);
    const sep = m.from - 1;
    if (mark(doc, sep) === ',' || isAnd(doc, sep))
      end = skipBrackets(doc, mark(doc, sep - 1) === ',' ? sep - 1 : sep);
    else break;
    // «Западно-, Восточно- и Северо-Казахстанской»: the first halves wait for the second.
    if (!kk)
      for (let cut = truncated(doc, end, m); cut; cut = truncated(doc, end, m)) {
        out.push(cut);
        const s = cut.from - 1;
        if (mark(doc, s) === ',' || isAnd(doc, s)) end = s;
        else {
          end = -1;
          break;
        }
      }
  }
  return out;
}

/** `(7 654)` behind a member is stepped over. */
function skipBrackets(doc: Document, end: number): number {
  if (mark(doc, end - 1) !== ')') return end;
  for (let k = end - 2; k >= Math.max(0, end - 7); k--) if (mark(doc, k) === '(') return k;
  return end;
}

function memberEndingAt(doc: Document, end: number, level: RegionLevel, kk: boolean): Member | undefined {
  for (let n = 4; n >= 1; n--) {
    const from = end - n;
    if (from < 0 || !capital(doc, from)) continue;
    const senses = placeSenses(doc, from).filter(
      (s) =>
        s.to === end &&
        fitsLevel(wordOf(s), level) &&
        (kk
          ? wordOf(s).form === 'bare'
          : wordOf(s).form === (level === 'oblast' || level === 'district' ? 'adj' : 'bare')),
    );
    if (senses.length > 0) return { from, to: end, senses };
  }
  if (level !== 'village' || !namePart(doc, end - 1)) return undefined;
  let from = end - 1;
  while (from > 0 && end - from < MAX_VILLAGE_WORDS && namePart(doc, from - 1) && !doc.tokens[from]?.mark)
    from--;
  return { from, to: end, senses: [] };
}

/** «Западно-» before «Северо-Казахстанской»: completed with the second half of the last member. */
function truncated(doc: Document, end: number, whole: Member): Member | undefined {
  const hyphen = mark(doc, end - 1);
  const half = doc.tokens[end - 2];
  if (hyphen !== '-' || !half?.form || half.form.shape === Shape.lower) return undefined;
  const full = word(doc, whole.to - 1);
  const second = full.slice(full.indexOf('-') + 1);
  const first = half.form.type.norm;
  const senses = whole.senses.length > 0 ? placesLike(doc, end - 2, `${first}-${second}`) : [];
  return { from: end - 2, to: end, senses };
}

/** Place senses of a word form that does not stand in the text. */
const placesLike = (doc: Document, at: number, form: string): readonly Sense[] =>
  doc.reading.lexicon
    .sensesOf(doc.reading.words.type(form), 'ru')
    .filter((s) => s.entry.cls === 'place')
    .map((s) => ({ ...s, from: at, to: at + 2 }));

/** «в областях Жетісу и Абай»: names after a head in the plural. */
function membersAfter(doc: Document, from: number, level: RegionLevel): Member[] {
  const out: Member[] = [];
  let i = from;
  for (;;) {
    const senses = placeSenses(doc, i).filter(
      (s) => wordOf(s).form === 'bare' && capital(doc, i) && fitsLevel(wordOf(s), level),
    );
    const best = senses[0];
    if (!best) break;
    out.push({ from: i, to: best.to, senses: senses.filter((s) => s.to === best.to) });
    let next = best.to;
    if (mark(doc, next) === '(')
      while (next < doc.tokens.length && next < best.to + 6 && mark(doc, next - 1) !== ')') next++;
    if (mark(doc, next) === ',' || isAnd(doc, next))
      i = mark(doc, next) === ',' && isAnd(doc, next + 1) ? next + 2 : next + 1;
    else break;
  }
  return out;
}

/** Decides among places of one name: valid on the day, nearest to the other places of the article. */
function resolve(doc: Document, candidates: readonly Candidate[]): RegionMention[] {
  const published = doc.article.published?.slice(0, 10) ?? null;
  const known = new Set<string>();
  for (const c of candidates)
    if (new Set(c.options.map((o) => o.place.id)).size === 1)
      for (const a of ancestors(c.options[0])) known.add(a);
  const out: RegionMention[] = [];
  for (const c of candidates) {
    if (c.options.length === 0) {
      out.push(unlisted(doc, c));
      continue;
    }
    const previous = out.at(-1);
    // «Арал ауданының Жалаңаш ауылы»: a village right behind its district is not the one of another region.
    if (
      c.level === 'village' &&
      previous?.to === c.from &&
      !c.options.some((o) => within(o.place, previous.id))
    ) {
      out.push(unlisted(doc, c));
      continue;
    }
    const ranked = [...c.options].sort((a, b) => score(b, known, published) - score(a, known, published));
    const best = ranked[0];
    if (!best) continue;
    const { place } = best;
    out.push({
      from: c.from,
      to: c.to,
      id: place.id,
      level: place.level,
      name: nameOn(place, published),
      place,
      rule: c.rule,
    });
  }
  return out;
}

const within = (p: Place, id: string): boolean =>
  p.parent === id || (p.id.split('/')[0] === id && !id.includes('/'));

const ancestors = (w: PlaceWord | undefined): string[] => {
  if (!w) return [];
  const region = w.place.id.split('/')[0] ?? w.place.id;
  return [w.place.id, region, ...(w.place.parent ? [w.place.parent] : [])];
};

function score(w: PlaceWord, known: ReadonlySet<string>, published: string | null): number {
  const region = w.place.id.split('/')[0] ?? '';
  let s = 0;
  if (known.has(region)) s += 4;
  if (w.place.parent && known.has(w.place.parent)) s += 2;
  if (w.was === null) s += 1;
  if (w.was && published && validOn(w.was, published)) s += 2;
  if (w.place.until && published && w.place.until <= published) s -= 3;
  if (w.place.from && published && published < w.place.from) s -= 1;
  return s;
}

const validOn = (v: { from: string | null; until: string | null }, day: string): boolean =>
  (v.from === null || v.from <= day) && (v.until === null || day < v.until);

/** The name in force on a day; the id stays the same through all renames. */
function nameOn(place: Place, day: string | null): BilingualName {
  const former = day ? place.was.find((w) => w.until !== null && validOn(w, day)) : undefined;
  return former ? { kk: former.kk, ru: former.ru } : { kk: place.kk, ru: place.ru };
}

/** A village without an entry: its name by transliteration, its id by its name under the country. */
function unlisted(doc: Document, c: Candidate): RegionMention {
  const parts: string[] = [];
  for (let k = c.from; k < c.to; k++) {
    const form = doc.tokens[k]?.form;
    if (form && form.shape !== Shape.lower && !headAt(doc, k)) parts.push(form.raw);
  }
  const written = parts.join(' ');
  const ru = kkToRu(written);
  return {
    from: c.from,
    to: c.to,
    id: `KZ/${ru.toLowerCase().replace(/\s+/g, '-')}`,
    level: 'village',
    name: { kk: written, ru },
    place: null,
    rule: c.rule,
  };
}
