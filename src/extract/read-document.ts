import type { ArticleInput, ReadLang, SectionKind } from '../core/article.ts';
import type { Issue } from '../core/issue.ts';
import { NO_CLASSES } from '../language/class-table.ts';
import type { Sense } from '../language/lexicon.ts';
import {
  isForeign,
  type Route,
  routeSentence,
  routeText,
  routeWords,
  sentenceLanguage,
  TELLS,
  Tell,
  type Telling,
} from '../language/route.ts';
import { Kind, type Token, tokenize } from '../language/tokens.ts';
import { isLower, Look } from '../language/words.ts';
import { type Document, type Reading, type Section, type Sentence, Starts, sectionAt } from './document.ts';
import { splitSentences } from './sentences.ts';
import { signsOf, wordSigns } from './signs.ts';
import { factsAt, lookOf, tellIn } from './word-records.ts';

/**
 * Cuts an article into a document: tokens, sentences with their language, and what the lexicon knows of each word.
 * The language of the article is that of its sentences, unless it was given;
 * `route` is how the text is routed, when that is known already. Linear in the length of the text; never throws.
 */
export function readDocument(
  article: ArticleInput,
  text: string,
  sections: readonly Section[],
  reading: Reading,
  issues: Issue[],
  route?: Route,
): Document {
  const { words, lexicon } = reading;
  const numbers = text.length <= numbersKept.length ? numbersKept : new Int32Array(text.length);
  const tokens = tokenize(text, words, numbers);
  const count = tokens.length;
  const tells = count <= tellsKept.length ? tellsKept : new Uint8Array(count);
  const columns = new Int32Array(count * 4);
  const [signs, sentenceOf] = [columns.subarray(0, count), columns.subarray(count, count * 2)];
  const [starts, grammar] = [columns.subarray(count * 2, count * 3), columns.subarray(count * 3)];
  const marks: number[] = [];
  const figures: number[] = [];
  const capitals: number[] = [];
  const latin: number[] = [];
  const told: number[] = new Array(TELLS).fill(0);
  for (let i = 0; i < count; i++) {
    const number = numbers[i] ?? 0;
    if (number === 0) {
      const t = tokens[i] as Token;
      tells[i] = Tell.nothing;
      signs[i] = signsOf(t);
      if (t.kind === Kind.punct || t.kind === Kind.newline) marks.push(i);
      else figures.push(i);
      continue;
    }
    const look = lookOf(words, number);
    const tell = tellIn(look);
    told[tell] = (told[tell] ?? 0) + 1;
    signs[i] = wordSigns(look);
    tells[i] = isLower(look) ? tell : Tell.nothing;
    if (!isLower(look)) capitals.push(i);
    if (look & Look.latin) latin.push(i);
  }
  silenceNames(tells, tokens, marks);
  const cuts = splitSentences(tokens, marks, sections);
  const whole = route ?? routeWords(told) ?? routeText(text);
  const lang = article.lang && whole.lang !== 'other' ? article.lang : whole.lang;
  const home: ReadLang = article.lang ?? (whole.lang === 'ru' ? 'ru' : 'kk');
  const sentences: Sentence[] = [];
  const senses: (readonly Sense[] | undefined)[] = new Array(count).fill(undefined);
  const classes: ReadonlySet<string>[] = new Array(count).fill(NO_CLASSES);
  for (const { from, to, paragraph } of cuts) {
    const start = tokens[from]?.start ?? 0;
    const telling = tellingWords(tells, from, to);
    const silent = telling.kk + telling.ru + telling.either === 0;
    const written = silent || lang === 'mixed' ? text.slice(start, tokens[to - 1]?.end ?? 0) : '';
    const strange = lang === 'other' || (silent && foreign(written));
    const own = lang === 'mixed' ? ownLanguage(written, home) : home;
    const read = strange ? null : sentenceLanguage(telling, own);
    let all = 0;
    for (let i = from; i < to; i++) {
      sentenceOf[i] = sentences.length;
      const number = numbers[i] ?? 0;
      if (number === 0 || !read) continue;
      const at = factsAt(words, lexicon, number, read);
      const bits = words.records[at] ?? 0;
      grammar[i] = words.records[at + 1] ?? 0;
      if (bits === 0) continue;
      starts[i] = bits;
      all |= bits;
      const form = bits & Starts.closed ? tokens[i]?.form : undefined;
      if (form) classes[i] = lexicon.classesOf(form.type, read);
    }
    const section = sections.length > 0 ? kindAt(sections, start) : 'body';
    sentences.push({ from, to, paragraph, lang: read, section, starts: all });
  }
  const { confidence: langConfidence, script } = whole;
  return {
    article,
    text,
    lang,
    langConfidence,
    script,
    tokens,
    marks,
    figures,
    capitals,
    latin,
    sentences,
    sentenceOf,
    senses,
    starts,
    signs,
    grammar,
    classes,
    sections,
    issues,
    reading,
  };
}

/** Room for what is noted of each token of one text after another, and asked for no longer when it has been read. */
const numbersKept = new Int32Array(2 ** 14);
const tellsKept = new Uint8Array(2 ** 12);

/** What words tell of their language among tokens `from` up to `to`. */
function tellingWords(tells: Uint8Array, from: number, to: number): Telling {
  let [kk, ru, either] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const tell = tells[i];
    if (tell === Tell.kazakh || tell === Tell.decisive) kk++;
    else if (tell === Tell.russian) ru++;
    else if (tell === Tell.both) either++;
  }
  return { kk, ru, either };
}

/** What stands between short pairs of quotation marks is a name, which keeps its own language and tells none. */
function silenceNames(tells: Uint8Array, tokens: readonly Token[], marks: readonly number[]): void {
  let open = -1;
  for (const i of marks) {
    const t = tokens[i] as Token;
    if (t.kind === Kind.newline) open = -1;
    else if (open < 0 ? '«"“„'.includes(t.mark) : t.mark === '«') open = i;
    else if ('»"”'.includes(t.mark)) {
      if (i - open <= QUOTED_NAME) tells.fill(Tell.nothing, open, i);
      open = -1;
    }
  }
}
const QUOTED_NAME = 9;

/** In an article of two languages each sentence speaks for itself. */
function ownLanguage(sentence: string, home: ReadLang): ReadLang {
  const { lang } = routeSentence(sentence);
  return lang === 'kk' || lang === 'ru' ? lang : home;
}

/** A sentence in another language inside an article of ours: only letters or a script of its own prove it. */
const foreign = (sentence: string): boolean => sentence.length >= FOREIGN_LENGTH && isForeign(sentence);
const FOREIGN_LENGTH = 25;

/** What kind of section the sentences of a place belong to; a dateline opens the story. */
function kindAt(sections: readonly Section[], at: number): SectionKind {
  const kind = sectionAt(sections, at)?.kind ?? 'body';
  return kind === 'dateline' ? 'body' : kind;
}
