import {
  FUNDS,
  isConverb,
  isOwners,
  locativeAttribute,
  looksGenitive,
  looksMany,
  looksPlural,
  looksPossessed,
  ofMany,
  owner,
  participle,
  plural,
  shareOf,
  WITHIN,
  within,
  withoutGenitive,
} from '../../language/packs/kk/clause.ts';
import { lemma, reading } from '../../language/packs/kk/lemma.ts';
import { endingTags } from '../../language/packs/kk/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { type Document, has, mark, type Sentence, Starts, sensesAt, startsAt, word } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import {
  headingOf,
  isComparing,
  isEmptyQuote,
  isOfPlace,
  isOfTime,
  isQuote,
  says,
  stretchOf,
  Told,
  wordsOf,
} from './clause-words.ts';
import { NOTHING, type Own } from './subject.ts';

/** The words of a clause to either side of its figure, without its predicate. */
interface Clause {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** What stands before the colon in front of the clause: «шетелдіктердің қатары қалыңдады: 4,2 мыңнан …». */
  readonly lead: readonly number[];
  /** Does a dash or colon stand right before the figure: «құны – 3 млрд теңге»? */
  readonly dash: boolean;
  /** The last full verb; -1 without one. */
  readonly verb: number;
  /** The verb as an attribute: «салынды» → «салынған»; '' without one. */
  readonly attribute: string;
}

/**
 * What a figure in a Kazakh clause measures: «мектеп салуға … бөлінді» → «мектеп салуға бөлінген қаражат».
 * `name` is what an earlier figure counted, for one that leaves its noun unsaid: «оның 120-сы көшті».
 */
export function kazakhSubject(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, name: string): Own {
  const c = clauseAround(doc, q, s, told);
  const part = partOf(doc, q, s);
  if (q.unitClass === 'percent' && !isChange(doc, c.verb)) return share(doc, q, c, part);
  const statement =
    q.previous !== null || (c.verb >= 0 && (isChange(doc, c.verb) || has(doc, c.verb, 'level')));
  const count = q.unitClass === 'count' && q.noun[1] > q.noun[0];
  if (count && q.tags & Tag.attr) {
    const held = places(doc, q, c, told);
    const { verb, attribute } = c;
    return counted(
      doc,
      q,
      { before: c.before, lead: [], after: [], dash: false, verb, attribute },
      held,
      part,
    );
  }
  if (count && q.tags & (Tag.loc | Tag.abl) && withoutPronouns(doc, c.before).length === 0) {
    const many = counting(doc, q);
    return q.tags & Tag.abl ? NOTHING : { text: many, leans: part, name: many };
  }
  const last = c.before.at(-1) ?? -1;
  if (q.unitClass === 'money' && says(doc, last, 'vague')) {
    const many = gapName(doc, q.to, told);
    if (many !== '') return { text: joined(ofMany(many), word(doc, last)), leans: false, name: '' };
  }
  if (q.unitClass === 'money' && q.tags & Tag.dat && c.attribute !== '') {
    const many = gapName(doc, q.to, told);
    if (many !== '')
      return {
        text: joined(wordsOf(doc, withoutPronouns(doc, c.before)), wordsOf(doc, c.after), c.attribute, many),
        leans: false,
        name: '',
      };
  }
  if (count && (!statement || isPlainCase(q.tags) || !saysHowMany(doc, c.before)))
    return counted(doc, q, c, counting(doc, q), part);
  if (statement || c.dash || q.unitClass === 'percent' || q.unitClass === 'times')
    return measured(doc, c, part);
  if (q.unitClass === 'count')
    return name === '' ? measured(doc, c, part) : counted(doc, q, c, name, c.verb < 0);
  const head = c.verb >= 0 || q.unitClass === 'measure' ? c.after.at(-1) : undefined;
  if (head !== undefined && isBare(word(doc, head))) {
    const rest = c.after.slice(0, -1);
    return {
      text: joined(wordsOf(doc, c.before), wordsOf(doc, rest), c.attribute, word(doc, head)),
      leans: part,
      name: '',
    };
  }
  if (c.attribute === '' || q.unitClass !== 'money') return measured(doc, c, part);
  const said = joined(wordsOf(doc, withoutPronouns(doc, c.before)), wordsOf(doc, c.after), c.attribute);
  return { text: joined(said, FUNDS), leans: part || pointsBack(doc, c.before), name: '' };
}

/** Do the words before a figure end as what a verb of level tells of: «туристер саны», «қандастар»? */
const saysHowMany = (doc: Document, before: readonly number[]): boolean => {
  const last = word(doc, before.at(-1) ?? -1);
  return last === '' || looksPlural(last) || looksPossessed(last);
};

const joined = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join(' ');

/** Is the noun in the nominative, accusative or genitive: what a verb tells of, and not where it arrives? */
const isPlainCase = (tags: number): boolean => (tags & (Tag.dat | Tag.acc | Tag.abl | Tag.loc)) === 0;
/** Is a noun in the nominative? */
const isBare = (norm: string): boolean =>
  (reading(norm).tags & Tag.nom) !== 0 && (endingTags(norm) & (Tag.dat | Tag.abl | Tag.gen)) === 0;

const isChange = (doc: Document, i: number): boolean => i >= 0 && (has(doc, i, 'up') || has(doc, i, 'down'));

/** Reads the stretch of a figure; a list without a verb of its own shares that of its last member. */
function clauseAround(doc: Document, q: Quantity, s: Sentence, told: Uint8Array): Clause {
  const [from, to] = stretchOf(doc, s, q.from, q.to);
  const before = kept(doc, told, from, q.from);
  const behind = kept(doc, told, q.to, to);
  let dash = '–—-:'.includes(mark(doc, q.from - 1) || ' ');
  let found = predicateOf(doc, behind);
  if (found.verb < 0 && !dash && mark(doc, to) === ',' && (told[to + 1] ?? 0) & Told.figure) {
    const [, end] = stretchOf(doc, s, to + 1, to + 1);
    const next = predicateOf(doc, kept(doc, told, to + 1, end));
    found = { verb: next.verb, rest: [...found.rest, ...next.rest], attribute: next.attribute };
  }
  if (mark(doc, q.to) === '–' || mark(doc, q.to) === '—') dash = false;
  const heading = before.length === 0 || dash ? headingOf(doc, s, from, told) : null;
  const lead = heading === null ? [] : predicateOf(doc, kept(doc, told, ...heading)).rest;
  return { before, lead, after: found.rest, dash, verb: found.verb, attribute: found.attribute };
}

/** The words of tokens `from` up to `to`, without what other slots tell, adverbs and phrases that frame the statement. */
function kept(doc: Document, told: Uint8Array, from: number, to: number): readonly number[] {
  let out: number[] = [];
  /** How many words stood before the first time, place or program since the last frame. */
  let outside = -1;
  for (let i = from; i < to; i++) {
    const t = doc.tokens[i];
    const bits = told[i] ?? 0;
    if (bits & (Told.figure | Told.time | Told.region) || t?.kind === Kind.number) {
      if (outside < 0 && bits & (Told.time | Told.region)) outside = out.length;
      continue;
    }
    if (
      says(doc, i, 'frameAfter') ||
      (says(doc, i, 'byWay') && (outside >= 0 || (told[i - 1] ?? 0) & Told.figure))
    ) {
      out = out.slice(0, Math.max(0, outside));
      outside = -1;
      continue;
    }
    if (outside < 0 && bits & Told.program) outside = out.length;
    if (isQuote(doc, i)) {
      if (!isEmptyQuote(doc, i, told)) out.push(i);
      continue;
    }
    if (!t?.form || startsAt(doc, i, Starts.numeral)) continue;
    const joins = has(doc, i, 'and') && out.length > 0 && i + 1 < to;
    if (!joins && (says(doc, i, 'aside') || FRAMING.some((cls) => has(doc, i, cls)))) continue;
    if (says(doc, i, 'schoolYear') && isOfTime(doc, i + 1)) continue;
    if (
      isOfTime(doc, i) ||
      (isOfPlace(doc, i) && !isBare(word(doc, i))) ||
      (isComparing(doc, i) && ((told[i - 1] ?? 0) | (told[i + 1] ?? 0)) & Told.figure)
    )
      continue;
    out.push(i);
  }
  while (out.length > 0 && has(doc, out.at(-1) ?? -1, 'and')) out.pop();
  return out;
}

const FRAMING = [
  'begin',
  'end',
  'since.after',
  'toward.after',
  'results',
  'and',
  'point.word',
  'not',
  'least',
  'most',
];

/** The predicate closes its clause; auxiliaries follow it: «алып отыр», «берген болатын». */
function predicateOf(
  doc: Document,
  words: readonly number[],
): { readonly verb: number; readonly rest: readonly number[]; readonly attribute: string } {
  let end = words.length;
  let helper = '';
  while (end > 0 && isQuote(doc, words[end - 1] ?? -1)) end--;
  // «өседі деп болжанып отыр»: what is forecast is told before.
  const quoted = words.findIndex((i) => says(doc, i, 'sayThat'));
  if (quoted > 0) end = quoted;
  while (end > 1 && isHelper(doc, words, end - 1)) {
    const norm = word(doc, words[end - 1] ?? -1);
    if (says(doc, words[end - 1] ?? -1, 'auxiliaryGoing')) helper = norm;
    end--;
  }
  const verb = words[end - 1] ?? -1;
  const norm = verb < 0 ? '' : word(doc, verb);
  if (verb < 0 || says(doc, verb, 'exist'))
    return { verb: -1, rest: words.slice(0, Math.max(0, end - 1)), attribute: '' };
  const stated = has(doc, verb, 'level') || isChange(doc, verb);
  const due = words[end] ?? -1;
  if (says(doc, due, 'must'))
    return { verb, rest: words.slice(0, end - 1), attribute: `${norm} ${word(doc, due)}` };
  const attribute = startsAt(doc, verb, Starts.thing) ? null : participle(norm);
  if (attribute === null && !stated) return { verb: -1, rest: words.slice(0, end), attribute: '' };
  const going = helper !== '' && isConverb(norm) ? participle(helper) : null;
  return { verb, rest: words.slice(0, end - 1), attribute: going ? `${norm} ${going}` : (attribute ?? '') };
}

/** An auxiliary; «тұрып жатыр» has one, in «ауруханада жатыр» it is the verb itself. */
const isHelper = (doc: Document, words: readonly number[], k: number): boolean =>
  says(doc, words[k] ?? -1, 'auxiliary') &&
  (!says(doc, words[k] ?? -1, 'auxiliaryGoing') || isConverb(word(doc, words[k - 1] ?? -1)));

/** «оның 120-сы», «соның ішінде»: a part of what was counted before. */
function partOf(doc: Document, q: Quantity, s: Sentence): boolean {
  for (let i = Math.max(s.from, q.from - 3); i < q.from; i++) if (says(doc, i, 'partOf')) return true;
  return false;
}

const pointsBack = (doc: Document, tokens: readonly number[]): boolean =>
  tokens.some((i) => says(doc, i, 'pronoun'));
const withoutPronouns = (doc: Document, tokens: readonly number[]): readonly number[] =>
  trimmed(
    doc,
    tokens.filter((i) => !says(doc, i, 'pronoun') && !says(doc, i, 'partOf')),
  );
const trimmed = (doc: Document, tokens: readonly number[]): readonly number[] =>
  has(doc, tokens[0] ?? -1, 'and') ? tokens.slice(1) : tokens;

/** «Орташа жалақы 385 мың теңгеге жетті», «жобаның құны – 3,4 млрд теңге»: the figure measures what stands before it. */
function measured(doc: Document, c: Clause, part: boolean): Own {
  const own = withoutPronouns(doc, c.before);
  const behind = c.verb < 0 ? withoutPronouns(doc, c.after) : [];
  if (own.length > 0 && c.lead.length > 0)
    return { text: `${wordsOf(doc, c.lead)}: ${wordsOf(doc, own)}`, leans: false, name: '' };
  const words = own.length > 0 ? own : behind.length > 0 ? behind : c.lead;
  const last = word(doc, words.at(-1) ?? -1);
  const loose = c.verb < 0 && last !== '' && !isBare(last) && !looksPlural(last);
  const leans = part || loose || pointsBack(doc, c.before) || words.every((i) => says(doc, i, 'vague'));
  return { text: wordsOf(doc, words), leans, name: '' };
}

/** «газбен 57 елді мекен қамтылды» → «газбен қамтылған елді мекендер». */
function counted(doc: Document, _q: Quantity, c: Clause, name: string, part: boolean): Own {
  const before = withoutPronouns(doc, c.before).filter(
    (i, k, all) => k + 1 < all.length || !says(doc, i, 'vague'),
  );
  if (part && c.attribute === '' && c.after.length > 0)
    return { text: wordsOf(doc, c.after), leans: true, name };
  if (c.attribute === '') {
    const last = before.at(-1);
    const place = last === undefined ? null : locativeAttribute(word(doc, last));
    if (place !== null)
      return { text: joined(wordsOf(doc, before.slice(0, -1)), place, name), leans: part, name };
    if (c.dash && before.length > 0) return { text: wordsOf(doc, before), leans: part, name };
    const of = last !== undefined && looksGenitive(word(doc, last)) ? wordsOf(doc, before) : '';
    return { text: joined(of, name), leans: part, name };
  }
  return { text: joined(wordsOf(doc, before), wordsOf(doc, c.after), c.attribute, name), leans: false, name };
}

/** The counted noun with its attributes in the plural: «үш жаңа мектеп» → «жаңа мектептер». */
function counting(doc: Document, q: Quantity): string {
  const [from, to] = q.noun;
  let head = to - 1;
  let text = '';
  if (q.thing)
    for (let k = to - 1; k >= from; k--) {
      const sense = sensesAt(doc, k, Starts.thing).find((x) => x.entry.data === q.thing && x.to === to);
      const wording = sense && q.thing.kk.find((w) => w.written === sense.entry.written);
      if (wording) {
        head = k;
        text = joined(...wording.words.slice(0, -1), plural(wording.stem, wording.p3));
      }
    }
  if (text === '') text = plural(lemma(word(doc, head)), (endingTags(word(doc, head)) & Tag.p3) !== 0);
  const attributes: number[] = [];
  for (let k = from; k < head; k++) if (!says(doc, k, 'aside')) attributes.push(k);
  return joined(wordsOf(doc, attributes), text);
}

/** «1200 орындық мектеп» → «мектептердегі орындар». */
function places(doc: Document, q: Quantity, c: Clause, told: Uint8Array): string {
  const head =
    c.after.find((i) => sensesAt(doc, i, Starts.thing).some((x) => x.entry.cls === 'thing')) ??
    c.after[0] ??
    -1;
  const many = gapName(doc, q.to, told) || plural(lemma(word(doc, head)));
  const sense = sensesAt(doc, q.noun[1] - 1, Starts.thing).find((x) => x.entry.data === q.thing);
  const wording = q.thing?.kk.find((w) => w.written === sense?.entry.written) ?? q.thing?.kk[0];
  return joined(within(many), wording ? plural(wording.stem, wording.p3) : '');
}

/** What the figure right behind counts, in the plural; '' when none follows. */
function gapName(doc: Document, at: number, told: Uint8Array): string {
  let i = at;
  while ((told[i] ?? 0) & Told.figure) i++;
  return i > at && doc.tokens[i - 1]?.form ? plural(lemma(word(doc, i - 1))) : '';
}

/** «тұрғындардың 45 %-ы газбен қамтылды» → «газбен қамтылған тұрғындардың үлесі», «… – әйелдер» → «… арасындағы әйелдер үлесі». */
function share(doc: Document, q: Quantity, c: Clause, part: boolean): Own {
  const before = withoutPronouns(doc, c.before);
  const last = before.at(-1);
  const leans = part || pointsBack(doc, c.before) || (last === undefined && q.group.from > 0);
  if (last !== undefined && looksGenitive(word(doc, last))) {
    const whole = wordsOf(doc, before);
    if (c.attribute !== '')
      return { text: joined(wordsOf(doc, c.after), c.attribute, shareOf(whole)), leans, name: '' };
    if (c.after.length === 0) return { text: shareOf(whole), leans, name: '' };
    const own = shareOf(wordsOf(doc, c.after));
    const bare = withoutGenitive(whole);
    return { text: looksMany(bare) ? joined(bare, WITHIN, own) : joined(whole, own), leans, name: '' };
  }
  if (last === undefined) {
    if (c.attribute !== '') return { text: joined(wordsOf(doc, c.after), c.attribute), leans, name: '' };
    return c.after.length === 0 ? NOTHING : { text: shareOf(wordsOf(doc, c.after)), leans, name: '' };
  }
  const own = wordsOf(doc, before);
  if (isOwners(own)) return { text: shareOf(owner(own)), leans: true, name: '' };
  const text = c.lead.length > 0 ? `${wordsOf(doc, c.lead)}: ${own}` : own;
  return {
    text: c.attribute === '' && looksPlural(word(doc, last)) ? shareOf(text) : text,
    leans: leans || before.every((i) => says(doc, i, 'vague')),
    name: '',
  };
}
