import type { Program as CatalogueProgram } from '../catalog/programs.ts';
import { loadRuleNotes, loadRules } from '../catalog/rules.ts';
import type { ArticleInput, Lang } from '../core/article.ts';
import type { Facts, Period, RegionFact, RegionLevel } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import { type Span, spanOf } from '../core/span.ts';
import { isCyrillic, type Route, routeText } from '../language/route.ts';
import { type Transcript, transcribe } from '../language/transcript.ts';
import { annotate } from './annotate.ts';
import { asWritten } from './as-written.ts';
import { cover } from './cover.ts';
import { findPeriods, type PeriodMention } from './dates.ts';
import { type Document, tokenAt } from './document.ts';
import { findEvents } from './events/index.ts';
import { type Explanation, explainFigures } from './explain.ts';
import { type Figure, type Findings, makeIndicators } from './indicators/index.ts';
import { collectMentions } from './mentions.ts';
import { type Numbers, readNumbers } from './numbers/index.ts';
import { oddIssues } from './oddities.ts';
import { findPeople, type People } from './people/index.ts';
import { findPrograms, type OtherName, type Program } from './programs.ts';
import { findQuotes, insideName, muteNames, type Quote } from './quotes.ts';
import { readDocument } from './read-document.ts';
import { findRegions, type RegionMention } from './regions.ts';
import { checkRules } from './rule-lint.ts';
import { compileRules, type RuleSet } from './rules.ts';
import { findSections } from './sections.ts';
import { Sequence } from './sequence.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';

/** Version of rules and data: recorded with every extraction run; raise it when the same article would give other facts. */
export const RULESET = '2026-11-23.8';

export interface Extractor {
  /** Facts of one article. Never throws: what went wrong is in `issues`. */
  extract(article: ArticleInput): Facts;
  /** Every figure of one article, in the order of `indicators`, with the steps by which it came to be. */
  explain(article: ArticleInput): Explanation[];
  /** Every time that an article names, in the order of the text; what it is counted from is its day of publication. */
  periods(article: ArticleInput): Period[];
}

/** What an extractor may be loaded with; `data/` and all it holds when nothing is said. */
export interface ExtractorOptions {
  /** Another folder of data, with a slash at its end. */
  readonly dir?: string;
  /** Other programs than those of the catalogue; none shows what the rules alone find. */
  readonly programs?: readonly CatalogueProgram[];
  /** The bits of the classes of words by which whole sentences are passed over; those of `Starts` when nothing is said. */
  readonly bits?: (cls: string) => number;
  /** Called with the name of each stage of an extraction as it ends: a benchmark's watch. */
  readonly onStage?: (stage: string) => void;
}

/** Reads the data once and returns the extractor. Throws `BadData` with file and line. */
export function loadExtractor({ dir, programs, bits, onStage }: ExtractorOptions = {}): Extractor {
  const vocabulary = loadVocabulary(dir, programs, bits);
  const sources = checkRules(loadRules(dir), vocabulary.lexicon);
  const rules = compileRules(sources);
  const watch = onStage ?? noWatch;
  return {
    extract(article) {
      const facts = factsOf(readArticle(article, vocabulary, rules, watch));
      watch('mentions and events');
      return facts;
    },
    explain(article) {
      const found = readArticle(article, vocabulary, rules, noWatch);
      return explainFigures(found, factsOf(found).indicators, loadRuleNotes(sources, dir));
    },
    periods: (article) =>
      readArticle(article, vocabulary, rules, noWatch).periods.map(({ period }) => period),
  };
}

/** All that one reading of an article found. */
interface Read {
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

const noWatch = (): void => undefined;

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

function readArticle(
  article: ArticleInput,
  vocabulary: Vocabulary,
  rules: RuleSet,
  ended: (stage: string) => void,
): Read {
  const issues: Issue[] = [];
  const { text, read, transcript, route } = readable(article, vocabulary, issues);
  const sections = findSections(read, vocabulary.sectionCues);
  ended('sections');
  const doc = readDocument(article, read, sections, vocabulary, issues, route);
  ended('words');
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
  ended('quotes');
  const numbers = readNumbers(doc, inName);
  ended('numbers');
  const regions = findRegions(doc, inName);
  ended('regions');
  const annotations = annotate(doc, quotes, regions);
  ended('names');
  const { programs, others } = findPrograms(doc, annotations, rules, quotes, vocabulary.programs);
  ended('programs');
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
  ended('people');
  muteNames(doc, quotes);
  const periods = findPeriods(doc, numbers.rejects);
  ended('periods');
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
  ended('indicators');
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
  return { titled: findRegions(doc, inName), titleTimes: findPeriods(doc, rejects) };
}
type Titled = Pick<Findings, 'titled' | 'titleTimes'>;
const UNTITLED: Titled = { titled: [], titleTimes: [] };

/** What a reading makes of an article, in the form of the contract. */
function factsOf(found: Read): Facts {
  const { doc, text, transcript, story, programs } = found;
  const { officials } = found.people;
  const { article } = doc;
  const indicators = found.figures.map(({ fact }) => fact);
  const facts: Facts = {
    schema: 'derek/facts@1',
    article: {
      id: article.id,
      lang: doc.lang,
      langConfidence: doc.langConfidence,
      script: doc.script,
      title: article.title ?? null,
      published: article.published ?? null,
      url: article.url ?? null,
      publisher: article.publisher ?? null,
      text,
      sections: fillSections(doc.text.length, doc.sections),
    },
    mentions: collectMentions(doc, found),
    programs: programs.map((p) => ({
      id: p.listed?.id ?? null,
      name: p.name,
      kind: p.kind,
      mentions: p.mentions.map(plain),
      rule: p.rule,
    })),
    regions: groupRegions(doc, story),
    officials: officials.map((o) => ({
      id: null,
      name: o.name,
      post: o.post,
      postId: o.postId,
      jurisdiction: o.jurisdiction,
      role: o.role,
      mentions: o.later.length > 0 ? inOrder(o.mentions.concat(o.later)) : o.mentions,
      rule: o.rule,
    })),
    indicators,
    events: findEvents(doc, {
      periods: found.periods,
      programs,
      quotes: found.quotes,
      inName: found.inName,
      officials,
      regions: story,
    }),
    issues: doc.issues,
  };
  return transcript ? asWritten(facts, text, transcript) : facts;
}

/** Finds the one place of a level in a story; nothing where there are two. */
function onlyOfLevel(story: readonly RegionMention[]): (level: RegionLevel) => RegionMention | undefined {
  return (level) => {
    const first = story.find((r) => r.level === level);
    return first && story.every((r) => r.level !== level || r.id === first.id) ? first : undefined;
  };
}

const inOrder = (spans: Span[]): Span[] => spans.sort((a, b) => a.start - b.start);

const plain = ({ start, end, text }: Span): Span => ({ start, end, text });

/** Teasers, captions and partner news are not the story; a dateline is. */
const inStory = (doc: Document, token: number): boolean =>
  doc.sentences[doc.sentenceOf[token] ?? 0]?.section === 'body';

function groupRegions(doc: Document, mentions: readonly RegionMention[]): RegionFact[] {
  const byId = new Map<string, RegionFact & { readonly mentions: Span[] }>();
  for (const m of mentions) {
    const span = spanOf(doc.text, doc.tokens[m.from]?.start ?? 0, tokenAt(doc, m.to - 1)?.end ?? 0);
    const known = byId.get(m.id);
    if (known) known.mentions.push(span);
    else byId.set(m.id, { id: m.id, name: m.name, level: m.level, rule: m.rule, mentions: [span] });
  }
  return [...byId.values()];
}

/** Sections in order with the body between them, so that together they cover the text. */
function fillSections(length: number, found: Document['sections']): Facts['article']['sections'] {
  const out: { start: number; end: number; kind: Document['sections'][number]['kind'] }[] = [];
  let at = 0;
  for (const s of found) {
    if (s.start > at) out.push({ start: at, end: s.start, kind: 'body' });
    out.push({ start: s.start, end: s.end, kind: s.kind === 'partner' ? 'teaser' : s.kind });
    at = s.end;
  }
  if (at < length) out.push({ start: at, end: length, kind: 'body' });
  return out;
}
