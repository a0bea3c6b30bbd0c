import type { Facts, IndicatorFact } from '../../core/facts.ts';
import { loadExtractor, RULESET } from '../../extract/index.ts';
import { type Edit, editsBetween, type StatedValue } from '../../resolve/edits.ts';
import type { ArticleView, Store } from '../../store/index.ts';
import { interruption } from '../interrupt.ts';
import type { StoreOptions } from '../options.ts';
import { settle } from '../outcome.ts';
import { openOutput } from '../output.ts';
import { clip, counted, plain } from '../text.ts';
import { reading } from './open.ts';
import { writing } from './writing.ts';

export interface ReextractOptions extends StoreOptions {
  readonly since?: string;
  readonly accept?: boolean;
}

/** What today's rules find otherwise in one article. */
interface Difference {
  readonly articleId: string;
  readonly from: string;
  readonly to: string;
  readonly values: readonly Edit<StatedValue>[];
  /** Names that are new, and that are gone. */
  readonly found: readonly string[];
  readonly lost: readonly string[];
}

const WIDTH = 110;
/** Articles fetched from the store at a time. */
const TOGETHER = 64;

/**
 * `derek reextract`: runs today's rules over the texts that other rules read, and shows what changes; with `--accept`
 * the new readings count from then on. Each article is saved by itself: a run that is stopped goes on where it was.
 */
export async function reextract(options: ReextractOptions): Promise<void> {
  const output = openOutput(options);
  const signal = interruption(output);
  const progress = output.progress('Reading again');
  const extractor = loadExtractor();
  let done = 0;
  let changed = 0;
  const work = async (store: Store): Promise<void> => {
    const ids = store.readByOthers(RULESET, options.since);
    for (let from = 0; from < ids.length && !signal.aborted; from += TOGETHER) {
      const articles = ids.slice(from, from + TOGETHER).flatMap((id) => store.article(id) ?? []);
      const read = extractor.extractAll(articles.map(inputOf));
      for (const [k, article] of articles.entries()) {
        if (signal.aborted) break;
        const facts = read[k] as Facts;
        const difference = differenceOf(article, facts);
        if (isSome(difference)) {
          changed++;
          if (output.json) await output.record(difference);
          else for (const line of lines(difference)) await output.line(line);
        }
        if (options.accept === true) store.reread(facts, RULESET);
        progress.at(++done, ids.length, article.articleId);
      }
    }
    if (options.accept === true) store.link();
  };
  if (options.accept === true) await writing(options.db, 'derek reextract', work);
  else await reading(options.db, work);
  progress.end();
  const accepted = options.accept === true ? 'accepted' : 'not accepted yet: --accept does';
  output.note(
    `${counted(done, 'article')} read by rules ${RULESET}, ${changed} otherwise than before; ${accepted}`,
  );
  settle({ done, failed: 0, signal });
}

const inputOf = (article: ArticleView) => ({
  id: article.articleId,
  text: article.text,
  title: article.title ?? undefined,
  lang: article.lang === 'kk' || article.lang === 'ru' ? article.lang : undefined,
  published: article.published ?? undefined,
  url: article.url ?? undefined,
  publisher: article.publisher ?? undefined,
});

function differenceOf(article: ArticleView, facts: Facts): Difference {
  const before = namesOf(article);
  const after = namesOf(facts);
  const values = editsBetween<StatedValue>(
    article.indicators,
    facts.indicators.map((fact) => ({ ...fact, sentence: sentenceOf(article, fact) })),
  );
  return {
    articleId: article.articleId,
    from: article.ruleset,
    to: RULESET,
    values,
    found: after.filter((name) => !before.includes(name)),
    lost: before.filter((name) => !after.includes(name)),
  };
}

/** The sentence of a figure that the record has at the same place, else the figure itself. */
const sentenceOf = (article: ArticleView, fact: IndicatorFact): string =>
  article.indicators.find(
    (row) => row.sentenceStart <= fact.start && fact.end <= row.sentenceStart + row.sentence.length,
  )?.sentence ?? fact.quote;

interface Named {
  readonly programs: readonly { readonly name: string }[];
  readonly regions: readonly { readonly id: string }[];
  readonly officials: readonly { readonly name: string; readonly post: string }[];
}

const namesOf = ({ programs, regions, officials }: Named): string[] => [
  ...new Set([
    ...programs.map(({ name }) => `program ${name}`),
    ...regions.map(({ id }) => `region ${id}`),
    ...officials.map(({ name, post }) => `official ${name}, ${post}`),
  ]),
];

const isSome = ({ values, found, lost }: Difference): boolean =>
  values.length + found.length + lost.length > 0;

const lines = ({ articleId, from, to, values, found, lost }: Difference): string[] =>
  [
    plain(`${articleId}: ${from} → ${to}`),
    ...values.map(
      (edit) =>
        `  ${edit.old?.quote ?? '–'} → ${edit.new?.quote ?? '–'}: ${(edit.new ?? edit.old)?.subject ?? ''}`,
    ),
    ...found.map((name) => `  + ${name}`),
    ...lost.map((name) => `  - ${name}`),
  ].map((line) => clip(plain(line), WIDTH));
