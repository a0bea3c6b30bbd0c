import type { ArticleInput, Lang } from '../core/article.ts';
import type { RegionLevel } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import { isCyrillic, type Route, routeText } from '../language/route.ts';
import { type Transcript, transcribe } from '../language/transcript.ts';
import { annotate } from './annotate.ts';
import { cover } from './cover.ts';
import { findPeriods, type PeriodMention } from './dates.ts';
import type { Document } from './document.ts';
import { wordsOf } from './indicators/cohesion.ts';
import { type Figure, type Findings, makeIndicators } from './indicators/index.ts';
import { type Numbers, readNumbers } from './numbers/index.ts';
import { oddIssues } from './oddities.ts';
import { findPeople, type People } from './people/index.ts';
import { findPrograms, type OtherName, type Program } from './programs.ts';
import { findQuotes, insideName, muteNames, type Quote } from './quotes.ts';
import { readDocument } from './read-document.ts';
import { findRegions, type RegionMention } from './regions.ts';
import type { RuleSet } from './rules.ts';
import { findSections } from './sections.ts';
import { Sequence } from './sequence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All that one reading of an article found. */
export interface Read {
  readonly doc: Document;
  readonly text: Readable['text'];
  readonly transcript: Readable['transcript'];
  readonly quotes: readonly Quote[];
  /** Does a token lie inside a quoted name? */
  readonly inName: (token: number) => boolean;
  readonly numbers: Numbers;
  readonly periods: readonly PeriodMention[];
  readonly regions: readonly RegionMention[];
  /** Of the regions, those of the story itself. */
  readonly story: readonly RegionMention[];
  readonly programs: readonly Program[];
  readonly others: readonly OtherName[];
  readonly people: People;
  readonly figures: readonly Figure[];
}

/** A single token of this many characters is no word of any language: the text is cut there. */
const MAX_TEXT = 2_000_000;

/** The text of an article as rules and lexicon can read it. */
interface Readable {
  /** As given, without NUL characters. */
  readonly text: string;
  /** The part of it that is read, in Cyrillic. */
  readonly read: string;
  /** What puts facts found in `read` back into their places, where the two differ. */
  readonly transcript: Transcript | null;
  /** Its language, where that had to be known before reading. */
  readonly route: Route | undefined;
}

function readable(article: ArticleInput, vocabulary: Vocabulary, issues: Issue[]): Readable {
  let { text } = article;
  if (text.includes('\0')) {
    // One for one, so that offsets keep.
    text = text.replaceAll('\0', '\uFFFD');
    issues.push({ code: 'text/nul', detail: 'NUL characters were replaced before reading' });
  }
  const read = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  if (read.length < text.length)
    issues.push({
      code: 'text/long',
      at: String(MAX_TEXT),
      detail: 'the text is longer than any article; the rest was not read',
    });
  issues.push(...oddIssues(read));
  const route = isCyrillic(read) ? undefined : routeText(read);
  if (!route || !isTranscribed(route, article)) return { text, read, transcript: null, route };
  const transcript = transcribe(read, route.script, vocabulary.known);
  return { text, read: transcript.text, transcript, route };
}

/** Kazakh in Latin or Arabic letters; a text too short to tell is read as such too. */
const isTranscribed = ({ script, lang }: Route, article: ArticleInput): boolean =>
  script !== 'cyrillic' && article.lang !== 'ru' && (lang === 'kk' || lang === 'und');

/** The stages of a reading, in their order; making facts of what was found is the last. */
export type Stage =
  | 'sections'
  | 'words'
  | 'quotes'
  | 'numbers'
  | 'regions'
  | 'names'
  | 'programs'
  | 'people'
  | 'periods'
  | 'indicators'
  | 'mentions and events';

/** Reads an article; pauses after each stage, so that several readings can be led through a stage together. */
export function* readArticle(
  article: ArticleInput,
  vocabulary: Vocabulary,
  rules: RuleSet,
): Generator<Stage, Read> {
  const issues: Issue[] = [];
  const { text, read, transcript, route } = readable(article, vocabulary, issues);
  const sections = findSections(read, vocabulary.sectionCues);
  yield 'sections';
  const doc = readDocument(article, read, sections, vocabulary, issues, route);
  yield 'words';
  if (doc.lang === 'other')
    issues.push({
      code: 'lang/other',
      detail: 'the text is in a language Derek does not read; it was left alone',
    });
  if (!article.published)
    issues.push({
      code: 'article/no-date',
      detail: 'without a date of publication relative times stay open',
    });
  const quotes = findQuotes(doc);
  const inName = insideName(doc, quotes);
  yield 'quotes';
  const numbers = readNumbers(doc, inName);
  yield 'numbers';
  const regions = findRegions(doc, inName);
  yield 'regions';
  const annotations = annotate(doc, quotes, regions);
  yield 'names';
  const { programs, others } = findPrograms(doc, annotations, rules, quotes, vocabulary.programs);
  yield 'programs';
  const story = regions.filter((r) => inStory(doc, r.from));
  const placed = new Uint8Array(doc.tokens.length);
  for (const r of regions) cover(placed, r.from, r.to);
  const people = findPeople(
    doc,
    annotations,
    rules,
    {
      regions: new Sequence(regions),
      quotes: new Sequence(
        quotes.filter((x) => x.kind === 'name').map((x) => ({ from: x.open, to: x.close + 1 })),
      ),
      only: onlyOfLevel(story),
    },
    (token) => inName(token) || placed[token] === 1,
  );
  yield 'people';
  muteNames(doc, quotes);
  const periods = findPeriods(doc, numbers.rejects);
  yield 'periods';
  const figures = makeIndicators(doc, {
    quantities: numbers.quantities,
    periods,
    regions: story,
    programs,
    speakers: people.officials,
    offices: people.posts,
    quotes,
    places: vocabulary.places,
    ...titleOf(article, doc.lang, vocabulary),
  });
  yield 'indicators';
  return {
    doc,
    text,
    transcript,
    quotes,
    inName,
    numbers,
    periods,
    regions,
    story,
    programs,
    others,
    people,
    figures,
  };
}

/** The places and times that the title names: it says what an article is about, though it is no part of its text. */
function titleOf(article: ArticleInput, lang: Lang, vocabulary: Vocabulary): Titled {
  const { title, published } = article;
  if (!title || (lang !== 'kk' && lang !== 'ru') || !isCyrillic(title)) return UNTITLED;
  const doc = readDocument({ id: article.id, text: title, lang, published }, title, [], vocabulary, []);
  const inName = insideName(doc, findQuotes(doc));
  const { rejects } = readNumbers(doc, inName);
  return {
    titled: findRegions(doc, inName),
    titleTimes: findPeriods(doc, rejects),
    titleWords: wordsOf(doc, 0, doc.tokens.length),
  };
}
type Titled = Pick<Findings, 'titled' | 'titleTimes' | 'titleWords'>;
const UNTITLED: Titled = { titled: [], titleTimes: [], titleWords: [] };

/** Finds the one place of a level in a story; nothing where there are two. */
function onlyOfLevel(story: readonly RegionMention[]): (level: RegionLevel) => RegionMention | undefined {
  return (level) => {
    const first = story.find((r) => r.level === level);
    return first && story.every((r) => r.level !== level || r.id === first.id) ? first : undefined;
  };
}

/** Teasers, captions and partner news are not the story; a dateline is. */
const inStory = (doc: Document, token: number): boolean =>
  doc.sentences[doc.sentenceOf[token] ?? 0]?.section === 'body';
