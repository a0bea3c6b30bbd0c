import type { Numeral } from '../../catalog/grammar.ts';
import type { Thing } from '../../catalog/things.ts';
import type { Sense } from '../../language/lexicon.ts';
import { analyseSuffix } from '../../language/packs/kk/analyse.ts';
import { isVagueSuffix } from '../../language/packs/kk/shape.ts';
import { isDenominator, isOrdinalObject } from '../../language/packs/ru/shape.ts';
import { isOrdinalSuffix } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import {
  type Document,
  has,
  isSign,
  langAt,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from '../document.ts';
import { Sign } from '../signs.ts';

/** A number as written, in digits, words or both: tokens `from` up to but not including `to`. */
export interface NumberGroup {
  readonly from: number;
  readonly to: number;
  /** Null when only an order is said («жүздеген»). */
  readonly value: number | null;
  readonly order: number | null;
  readonly role: 'cardinal' | 'ordinal' | 'share' | 'times';
  /** Case and possession on the last word or suffix (Kazakh). */
  readonly tags: number;
  /** The last multiplier, 1 without one: «2–3 млн» lends it to the first number. */
  readonly multiplier: number;
  /** Begins with digits. */
  readonly digits: boolean;
  /** A multiplier or a small word alone: «мыңнан», «тысячи», «бір». */
  readonly bare: boolean;
  /** Upper end of a range written in one word; below `value` in a score («үш-екі»). */
  readonly high: number | undefined;
  /**
   * Said by the adjective that the digits are joined to: «30-процентная скидка», «280-местный сад», «68-километровый
   * участок».
   */
  readonly unit: string | undefined;
  /** The ordinal that tells a share: 5 of «каждый пятый», 10 of «әрбір оныншы». */
  readonly eachOf: number | undefined;
}

/** The wording of a number word at a token. */
function numeralAt(doc: Document, i: number): Sense | undefined {
  if (!startsAt(doc, i, Starts.numeral) || doc.classes[i]?.has('not.numeral')) return undefined;
  for (const sense of sensesAt(doc, i, Starts.numeral))
    if (sense.entry.cls === 'numeral' && sense.to === i + 1) return sense;
  return undefined;
}

/** What a number word says. */
const numeralOf = (sense: Sense): Numeral => sense.entry.data as Numeral;

/** What the word at a token says as a number of one role: «жүз» is a cardinal, and a multiplier. */
export function numeralIn(doc: Document, i: number, role: Numeral['role']): Numeral | undefined {
  if (!startsAt(doc, i, Starts.numeral)) return undefined;
  for (const sense of sensesAt(doc, i, Starts.numeral))
    if (sense.entry.cls === 'numeral' && sense.to === i + 1 && numeralOf(sense).role === role)
      return numeralOf(sense);
  return undefined;
}

/** Every number of the document, left to right, without judging what it means. */
export function findGroups(doc: Document): NumberGroup[] {
  const out: NumberGroup[] = [];
  const { length } = doc.tokens;
  for (let i = 0; i < length; ) {
    const group = mayOpen(doc, i) ? groupAt(doc, i) : undefined;
    if (group) {
      out.push(group);
      i = group.to;
    } else i++;
  }
  return out;
}

/** Digits, number words and words with a hyphen: nothing else opens a number. */
const mayOpen = (doc: Document, i: number): boolean =>
  startsAt(doc, i, Starts.numeral) || isSign(doc, i, Sign.number | Sign.hyphened);

/** Can `small` follow `sum` inside one spelled number: «двадцать пять», «жүз отыз»? */
const adds = (sum: number, small: number, kk: boolean): boolean =>
  sum > 0 &&
  small >= 1 &&
  ((sum % 100 === 0 && small < 100) || (sum % 100 >= (kk ? 10 : 20) && sum % 10 === 0 && small < 10));

function groupAt(doc: Document, i: number): NumberGroup | undefined {
  const first = doc.tokens[i];
  if (!first) return undefined;
  if (first.kind === Kind.number) {
    if (Number.isNaN(first.digits.num)) return plain(i, null, 'cardinal');
    const unit = suffixUnit(doc, i);
    if (unit) return changed(plain(i, first.digits.num, 'cardinal'), { unit });
    const ordinal = ordinalSuffix(first.digits.suffix, langAt(doc, i) === 'ru');
    if (ordinal) return eachOf(doc, plain(i, first.digits.num, 'ordinal'));
    if (isVagueSuffix(first.digits.suffix))
      return changed(plain(i, null, 'cardinal'), { order: first.digits.num });
    const part = fractionAt(doc, i);
    if (part) return part;
  } else if (first.kind !== Kind.word) return undefined;
  else if (!numeralAt(doc, i)) return hyphenPair(doc, i);
  else {
    const special = fractionAt(doc, i) ?? specialAt(doc, i);
    if (special) return special;
  }
  return composed(doc, i);
}

/** «екі-үш», «он-он бес мың»: a range whose ends a hyphen joins. The first stands, the second is its upper end. */
function hyphenPair(doc: Document, i: number): NumberGroup | undefined {
  const form = doc.tokens[i]?.form;
  if (!form?.hyphened) return undefined;
  const lang = langAt(doc, i);
  const halves = lang ? doc.reading.lexicon.halvesOf(form, lang) : null;
  if (!halves) return undefined;
  const value = (senses: readonly Sense[]): { n: Numeral; tags: number } | undefined => {
    const s = senses.find((x) => x.entry.cls === 'numeral');
    return s && { n: s.entry.data as Numeral, tags: s.tags };
  };
  const [a, b] = [value(halves.first), value(halves.second)];
  if (a?.n.role !== 'cardinal' || b?.n.role !== 'cardinal') return undefined;
  let { value: high } = b.n;
  let { tags } = b;
  let to = i + 1;
  // «он-он бес»: the upper end has a word more.
  const more = numeralAt(doc, to);
  if (more && numeralOf(more).role === 'cardinal' && adds(high, numeralOf(more).value, lang === 'kk')) {
    high += numeralOf(more).value;
    tags = more.tags;
    to++;
  }
  const next = numeralIn(doc, to, 'multiplier');
  const times = next?.value ?? 1;
  if (next) tags = numeralAt(doc, to)?.tags ?? 0;
  return changed(plain(i, a.n.value * times, 'cardinal', false, tags), {
    to: next ? to + 1 : to,
    multiplier: times,
    high: high * times,
  });
}

/** A number of one token; all groups are made from such, so that all have one shape. */
const plain = (
  i: number,
  value: number | null,
  role: NumberGroup['role'],
  digits = true,
  tags = 0,
): NumberGroup => ({
  from: i,
  to: i + 1,
  value,
  order: null,
  role,
  tags,
  multiplier: 1,
  digits,
  bare: false,
  high: undefined,
  unit: undefined,
  eachOf: undefined,
});

/** The same number but for some of its fields. A spread would give what comes out of each place a shape of its own. */
export const changed = (g: NumberGroup, by: Partial<NumberGroup>): NumberGroup =>
  Object.assign(
    {
      from: g.from,
      to: g.to,
      value: g.value,
      order: g.order,
      role: g.role,
      tags: g.tags,
      multiplier: g.multiplier,
      digits: g.digits,
      bare: g.bare,
      high: g.high,
      unit: g.unit,
      eachOf: g.eachOf,
    },
    by,
  );

function suffixUnit(doc: Document, i: number): NumberGroup['unit'] {
  const suffix = doc.tokens[i]?.digits.suffix;
  const lang = langAt(doc, i);
  if (!suffix || suffix.length < 5 || !lang) return undefined;
  const classes = doc.reading.lexicon.classesOf(doc.reading.words.type(suffix), lang);
  for (const c of classes) if (c.startsWith(UNIT_SUFFIX)) return c.slice(UNIT_SUFFIX.length);
  return undefined;
}

/** Classes of adjectives that digits are joined to are called by the unit that they tell. */
const UNIT_SUFFIX = 'suffix.';

const ordinalSuffix = (suffix: string, russian: boolean): boolean =>
  suffix !== '' && isOrdinalSuffix(suffix, russian ? 'ru' : 'kk');

/** Numerals that stand alone: ordinals, shares («половина»), ratios («вдвое»), orders («сотни», «жүздеген»). */
function specialAt(doc: Document, i: number): NumberGroup | undefined {
  const sense = numeralAt(doc, i);
  if (!sense) return undefined;
  const numeral = numeralOf(sense);
  // «жүз мыңдаған», «он мыңдаған»: the order is multiplied.
  const vague = numeralIn(doc, i + 1, 'order');
  if (vague && (numeral.value === 10 || numeral.value === 100) && langAt(doc, i) === 'kk')
    return changed(plain(i, null, 'cardinal', false), { to: i + 2, order: numeral.value * vague.value });
  const base = plain(i, numeral.value, 'cardinal', false, sense.tags);
  // «дороже на пятую часть», «пришлась десятая часть», «возмещают десятую часть»; elsewhere it is the fifth part of a book.
  const isPart = numeral.role === 'ordinal' && numeral.value > 2 && doc.classes[i + 1]?.has('part');
  if (isPart && (has(doc, i - 1, 'prep.by') || has(doc, i - 1, 'falls') || isOrdinalObject(word(doc, i))))
    return changed(base, { to: i + 2, value: share(1, numeral.value), role: 'share' });
  if (numeral.role === 'ordinal') return eachOf(doc, changed(base, { role: 'ordinal' }));
  if (numeral.role === 'times') return changed(base, { role: 'times' });
  if (numeral.role === 'share') {
    // «жарты миллион», «четверть миллиона»: a part of a magnitude is a number.
    const whole = numeralIn(doc, i + 1, 'multiplier');
    if (whole)
      return changed(base, {
        to: i + 2,
        value: (numeral.value / 100) * whole.value,
        tags: numeralAt(doc, i + 1)?.tags ?? 0,
        multiplier: whole.value,
      });
    // «жарты» alone is an adjective (жарты жыл); the share is «жартысы».
    if (langAt(doc, i) === 'kk' && !(sense.tags & Tag.p3)) return undefined;
    return changed(base, { role: 'share' });
  }
  const order = numeralIn(doc, i, 'order');
  if (!order) return undefined;
  const alone = !numeralIn(doc, i, 'multiplier') || !limited(doc, i);
  if (!alone) return undefined;
  // «десятки тысяч»: the order is multiplied.
  const next = numeralIn(doc, i + 1, 'multiplier');
  return changed(base, {
    to: next ? i + 2 : i + 1,
    value: null,
    order: order.value * (next?.value ?? 1),
  });
}

/** «каждый пятый», «әрбір оныншы»: one of so many is a share, unless times or days are told off by turns. */
function eachOf(doc: Document, g: NumberGroup): NumberGroup {
  if (!has(doc, g.from - 1, 'each') || !g.value || g.value < 2) return g;
  for (const c of doc.classes[g.to] ?? []) if (c.startsWith('unit.') || c === 'times') return g;
  const thing = sensesAt(doc, g.to, Starts.thing).find((s) => s.entry.cls === 'thing')?.entry.data as
    | Thing
    | undefined;
  if (thing?.kind === 'duration') return g;
  return changed(g, { value: share(1, g.value), role: 'share', eachOf: g.value });
}

/** A part of a whole in percent, to one decimal. */
const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

/**
 * «үштен бірі», «төрттен үші», «бестен екі бөлігі», «три четверти», «две трети», «четыре пятых»: parts of a whole, in percent.
 * «пять десятых процента» is a decimal of its unit.
 */
function fractionAt(doc: Document, i: number): NumberGroup | undefined {
  const slashed = doc.tokens[i + 1]?.mark === '/' ? slashAt(doc, i) : undefined;
  if (slashed) return slashed;
  const b = partAt(doc, i + 1);
  const a = b && partAt(doc, i);
  if (!b || a?.role !== 'cardinal') return undefined;
  const base: NumberGroup = changed(plain(i, null, 'share', false, b.tags), { to: i + 2 });
  const kk = langAt(doc, i) === 'kk';
  if (kk && b.role === 'cardinal' && a.tags & Tag.abl && b.value < a.value) {
    const named = doc.classes[i + 2]?.has('part');
    if (named || b.tags & Tag.p3)
      return changed(base, { to: named ? i + 3 : i + 2, value: share(b.value, a.value) });
  }
  // «үштен бірге азайды»: by a third. «бестен үшке азайды» may be from five to three.
  const by = kk && b.role === 'cardinal' && a.tags & Tag.abl && b.tags & Tag.dat && b.value < a.value;
  if (by && !doc.tokens[i]?.digits.num && (b.value === 1 ? changesAt(doc, i + 2) : has(doc, i + 2, 'up')))
    return changed(base, { value: share(b.value, a.value) });
  // «екінің бірі»: every second one.
  if (kk && b.role === 'cardinal' && a.tags & Tag.gen && b.tags & Tag.p3 && b.value === 1 && a.value > 1)
    return changed(base, { value: share(1, a.value) });
  if (!kk && b.role === 'share' && a.value <= 3)
    return changed(base, { value: share(a.value, Math.round(100 / b.value)) });
  if (!kk && b.role === 'ordinal' && a.value < b.value && isDenominator(word(doc, i + 1), a.value)) {
    const named = doc.classes[i + 2]?.has('part');
    if (doc.classes[i + 2]?.has('percent'))
      return changed(base, { role: 'cardinal', value: round(a.value / b.value) });
    return changed(base, { to: named ? i + 3 : i + 2, value: share(a.value, b.value) });
  }
  return undefined;
}

/** «4/5 бөлігі», «3/4 части»: with the word for a part behind it, else a slash ties the numbers of documents and houses. */
function slashAt(doc: Document, i: number): NumberGroup | undefined {
  const [a, b] = [doc.tokens[i], doc.tokens[i + 2]];
  if (a?.kind !== Kind.number || b?.kind !== Kind.number || !has(doc, i + 3, 'part')) return undefined;
  if (!(a.digits.num > 0 && a.digits.num < b.digits.num)) return undefined;
  return changed(plain(i, share(a.digits.num, b.digits.num), 'share', false), { to: i + 4 });
}

/** A verb of change or a comparative, «дерлік» before it or not: `үштен бірге азайды`, `үштен бірге аз`. */
const changesAt = (doc: Document, i: number): boolean => {
  const k = has(doc, i, 'cmp.nearly.dat') ? i + 1 : i;
  return ['up', 'down', 'most', 'least'].some((cls) => has(doc, k, cls));
};

/** A number in one token, in words or digits, with the tags of its ending. */
function partAt(doc: Document, i: number): { value: number; role: string; tags: number } | undefined {
  const sense = numeralAt(doc, i);
  if (sense) return { value: numeralOf(sense).value, role: numeralOf(sense).role, tags: sense.tags };
  if (has(doc, i, 'part.one')) return { value: 1, role: 'cardinal', tags: Tag.dat };
  if (has(doc, i, 'part.three')) return { value: 3, role: 'cardinal', tags: Tag.p3 | Tag.acc };
  const t = doc.tokens[i];
  return t?.kind === Kind.number && t.digits.suffix !== '' && !Number.isNaN(t.digits.num)
    ? { value: t.digits.num, role: 'cardinal', tags: analyseSuffix(t.digits.suffix) }
    : undefined;
}

/** Does a comparator before «тысячи» make it one thousand? «более тысячи», but «тысячи людей». */
function limited(doc: Document, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const classes = doc.classes[k];
    if (!classes) return false;
    for (const c of classes) if (c.startsWith('cmp.') || c === 'prep.to') return true;
    if (!classes.has('prep') && !classes.has('than')) return false;
  }
  return false;
}

function composed(doc: Document, i: number): NumberGroup | undefined {
  const kk = langAt(doc, i) === 'kk';
  let total = 0;
  let current: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  let multiplier = 1;
  let tags = 0;
  let bare = false;
  let words = 0;
  let k = i;
  const sentence = doc.sentenceOf[i];
  for (; k < doc.tokens.length && doc.sentenceOf[k] === sentence; k++) {
    const t = doc.tokens[k];
    if (!t) break;
    // «1 тыс. 300»: the stop of an abbreviation does not end the number when digits go on.
    if (
      t.mark === '.' &&
      !t.spaced &&
      multiplier > 1 &&
      current === null &&
      k > i &&
      doc.tokens[k + 1]?.kind === Kind.number &&
      !yearFollows(doc, k + 1) &&
      (tokenAt(doc, k - 1)?.form?.length ?? 9) <= 4
    )
      continue;
    if (t.kind === Kind.number) {
      if (current !== null || Number.isNaN(t.digits.num)) break;
      if (k > i && (t.digits.num >= smallest || yearFollows(doc, k))) break;
      if (k > i && ordinalSuffix(t.digits.suffix, !kk)) break;
      current = t.digits.num;
      words++;
      if (t.digits.suffix !== '') {
        tags = analyseSuffix(t.digits.suffix);
        k++;
        break;
      }
      continue;
    }
    const hit = t.kind === Kind.word ? numeralAt(doc, k) : undefined;
    if (!hit) {
      // «жүз де он тоғыз»: behind a round number the word joins, it is no point.
      const joins = kk && (current ?? 0) % 100 === 0 && doc.classes[k]?.has('point.word');
      const small = joins ? numeralAt(doc, k + 1) : undefined;
      if (small && numeralOf(small).role === 'cardinal' && adds(current ?? 0, numeralOf(small).value, kk))
        continue;
      const decimal = current !== null ? spelledDecimal(doc, k) : undefined;
      if (decimal) {
        current = round((current ?? 0) + decimal.value);
        tags = decimal.tags;
        k = decimal.to - 1;
        words++;
        continue;
      }
      // «два с половиной»
      const half = !kk && k > i && has(doc, k, 'prep.from') ? numeralAt(doc, k + 1) : undefined;
      if (half && numeralOf(half).role === 'add') {
        if (current !== null) current += numeralOf(half).value;
        else total += numeralOf(half).value * smallest;
        k++;
        continue;
      }
      // «9 с лишним миллиардов»: the magnitude goes on behind the comparator.
      const more = current !== null && doc.classes[k]?.has('prep.from') && doc.classes[k + 1]?.has('excess');
      if (more && numeralIn(doc, k + 2, 'multiplier')) {
        k++;
        continue;
      }
      break;
    }
    const cardinal = numeralIn(doc, k, 'cardinal');
    const times = numeralIn(doc, k, 'multiplier');
    const add = numeralIn(doc, k, 'add');
    const ordinal = numeralIn(doc, k, 'ordinal');
    if (cardinal) {
      const next = joined(current, cardinal.value, kk, tokenAt(doc, k - 1)?.kind === Kind.number);
      if (next === null) break;
      if (current === null && total > 0 && cardinal.value >= smallest) break;
      current = next;
    } else if (times) {
      // «сотни миллионов», «два десятка тысяч»: tens and hundreds count magnitudes.
      if (current === null && smallest <= 100 && times.value > smallest) {
        current = total;
        total = 0;
      } else if (times.value >= smallest) break;
      if (current === null) {
        if (k > i) break;
        bare = true;
      }
      total += (current ?? 1) * times.value;
      current = null;
      smallest = times.value;
      multiplier = times.value;
    } else if (add && k > i) {
      if (current !== null) current += add.value;
      else total += add.value * smallest;
    } else if (ordinal && k > i) {
      // `340 бірінші курс студенті`: digits count, and the ordinal in words behind them is of something else.
      if (ordinal.value < 1000 && tokenAt(doc, k - 1)?.kind === Kind.number) break;
      // «елу мыңыншы»: a magnitude is multiplied, as in cardinals.
      const last = ordinal.value >= 1000 ? (current ?? 1) * ordinal.value : (current ?? 0) + ordinal.value;
      return changed(plain(i, total + last, 'ordinal', false, hit.tags), { to: k + 1 });
    } else break;
    words++;
    tags = hit.tags;
    // A Kazakh numeral with a case or possession closes the number: «мыңнан», «екі жүзден».
    if ((kk && tags & (CASES & ~Tag.nom)) || (kk && tags & Tag.p3)) {
      k++;
      break;
    }
  }
  if (words === 0) return undefined;
  const digits = doc.tokens[i]?.kind === Kind.number;
  const several = !digits && words === 1 && has(doc, i - 1, 'several') && total + (current ?? 0) >= 10;
  // Only a sum or a product can miss the number that was meant.
  const value = words > 1 ? round(total + (current ?? 0)) : total + (current ?? 0);
  return {
    from: i,
    to: k,
    value: several ? null : value,
    order: several ? value : null,
    role: 'cardinal',
    tags,
    multiplier,
    digits,
    bare: bare || (!digits && words === 1),
    high: undefined,
    unit: undefined,
    eachOf: undefined,
  };
}

/** «екі бүтін оннан тоғыз», «три целых пять десятых», «төрт те сегіз пайыз»: the part behind the point. */
function spelledDecimal(doc: Document, k: number): { value: number; tags: number; to: number } | undefined {
  const whole = doc.classes[k]?.has('whole');
  if (!whole && !doc.classes[k]?.has('point.word')) return undefined;
  let i = k + 1;
  const scaled = whole ? numeralAt(doc, i) : undefined;
  const scale = scaled && numeralOf(scaled).value;
  const named = scale === 10 || scale === 100 || scale === 1000 ? scale : undefined;
  // Kazakh names the scale before the digits, in the ablative.
  if (named && numeralAt(doc, i + 1)) i++;
  let part = 0;
  let tags = 0;
  let n = 0;
  for (; n < 3; n++, i++) {
    const hit = numeralAt(doc, i);
    if (!hit || numeralOf(hit).role !== 'cardinal' || (n > 0 && !adds(part, numeralOf(hit).value, true)))
      break;
    part += numeralOf(hit).value;
    tags = hit.tags;
  }
  if (n === 0) return undefined;
  // Without a scale it takes a magnitude or a unit behind it to tell a decimal from «екі де тоғыз де».
  const fraction = doc.classes[i]?.has('tenths') ? 10 : doc.classes[i]?.has('hundredths') ? 100 : undefined;
  if (
    !named &&
    !fraction &&
    !whole &&
    !numeralIn(doc, i, 'multiplier') &&
    !doc.classes[i]?.has('percent') &&
    !measured(doc, i)
  )
    return undefined;
  return { value: part / (named ?? fraction ?? 10 ** String(part).length), tags, to: fraction ? i + 1 : i };
}

/** A unit of measure or money, which takes decimals. */
const measured = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some(
    (s) => s.entry.cls === 'thing' && (s.entry.data as Thing).class !== 'count',
  );

/** 156.1 × 1000 is 156 100, not 156 099.99999999999. */
const round = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(15)));

/** Joins the next spelled number to the sum so far; null when it begins another number. */
function joined(current: number | null, value: number, kk: boolean, afterDigits: boolean): number | null {
  if (current === null) return value;
  if (afterDigits) return null;
  if (kk && value === 100 && current >= 1 && current <= 9) return current * 100;
  return adds(current, value, kk) ? current + value : null;
}

function yearFollows(doc: Document, k: number): boolean {
  return doc.classes[k + 1]?.has('unit.year') ?? false;
}
