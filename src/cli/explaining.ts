import type { ArticleInput } from '../core/article.ts';
import { systemClock } from '../core/clock.ts';
import { NothingDone, WrongUsage } from '../core/errors.ts';
import type { IndicatorFact } from '../core/facts.ts';
import { type Explanation, loadExtractor, RULESET } from '../extract/index.ts';
import type { ArticleView, ObservationRow, Store } from '../store/index.ts';
import { type Explained, explanationJson, explanationLines } from './facts/explanation.ts';
import { readInputs } from './inputs.ts';
import type { StoreOptions } from './options.ts';
import { openOutput } from './output.ts';
import { type Hints, openDesk } from './reading.ts';
import { reading } from './record/open.ts';
import { counted } from './text.ts';

export interface ExplainOptions extends StoreOptions, Hints {
  readonly article?: string;
  readonly text?: string;
}

/** `derek explain`: a figure of the store, or of a text that is in none. */
export async function explainFigure(observation: string | undefined, options: ExplainOptions): Promise<void> {
  const output = openOutput(options);
  const explained =
    options.text === undefined && options.article === undefined
      ? [await ofStore(observation, options.db)]
      : ofArticle(observation, await givenArticle(observation, options));
  for (const one of explained)
    if (output.json) await output.record(explanationJson(one));
    else for (const line of explanationLines(one, output.terminal)) await output.line(line);
}

async function ofStore(observation: string | undefined, db: string): Promise<Explained> {
  if (observation === undefined)
    throw new WrongUsage(
      'explain what? Give the id of a figure (derek timeline --json shows ids), or a text with --text or --article',
    );
  return reading(db, (store) => {
    const row = store.observation(observation);
    const article = row && store.article(row.articleId);
    if (!row || !article) throw new WrongUsage(unknownId(store, observation, db));
    const { articleId, title, publisher, published, url } = row;
    return {
      article: { articleId, title, publisher, published, url },
      ruleset: row.ruleset,
      today: RULESET,
      ...readAgain(row, article),
    };
  });
}

function unknownId(store: Store, observation: string, db: string): string {
  const at = observation.lastIndexOf('#');
  const article = at < 0 ? undefined : store.article(observation.slice(0, at));
  const known = article?.indicators.map(({ id }) => id) ?? [];
  if (article === undefined)
    return `${db} has no figure ${observation}: an id is ARTICLE#START-END, as derek timeline --json and derek export observations show it`;
  return `${db} has no figure ${observation}: the article it names has ${idsOf(known)}`;
}

const SHOWN = 5;
const idsOf = (ids: readonly string[]): string =>
  ids.length === 0
    ? 'no figures'
    : `${counted(ids.length, 'figure')}: ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ', …' : ''}`;

/** The article of a stored figure, read by today's rules; the figure is looked for at the same words. */
function readAgain(
  row: ObservationRow,
  article: ArticleView,
): Pick<Explained, 'fact' | 'explanation' | 'changed' | 'sentence'> {
  const { lang } = article;
  const explanations = loadExtractor().explain({
    id: article.articleId,
    text: article.text,
    title: article.title ?? undefined,
    lang: lang === 'kk' || lang === 'ru' ? lang : undefined,
    published: article.published ?? undefined,
    url: article.url ?? undefined,
    publisher: article.publisher ?? undefined,
  });
  // Two figures on the same words bear a number behind their offsets.
  const nth = Number(/\.(\d+)$/.exec(row.id)?.[1] ?? 1);
  const again = explanations.filter(({ fact }) => fact.start === row.start && fact.end === row.end)[nth - 1];
  return {
    fact: row,
    sentence: { start: row.sentenceStart, text: row.sentence },
    explanation: again ?? null,
    changed: again === undefined ? [] : differences(row, again.fact),
  };
}

const COMPARED = [
  'rule',
  'value',
  'high',
  'previous',
  'order',
  'comparator',
  'per',
  'unit',
  'measure',
  'direction',
  'subject',
  'status',
] as const satisfies readonly (keyof IndicatorFact)[];

/** Slots that today's rules fill otherwise than the record. */
function differences(row: ObservationRow, fact: IndicatorFact): Explained['changed'] {
  const period = ({ period }: Pick<IndicatorFact, 'period'>): string | null =>
    period && `${period.from ?? ''}/${period.to ?? ''}`;
  const pairs: [string, unknown, unknown][] = [
    ...COMPARED.map((slot): [string, unknown, unknown] => [slot, row[slot], fact[slot]]),
    ['period', period(row), period(fact)],
    ['region', row.region?.id ?? null, fact.region?.id ?? null],
    ['program', row.program?.name.ru ?? null, fact.program?.name.ru ?? null],
  ];
  return pairs
    .filter(([, recorded, today]) => recorded !== today)
    .map(([slot, recorded, today]) => ({ slot, recorded, today }));
}

/** The one article that was given with the command, read by today's rules. */
async function givenArticle(
  observation: string | undefined,
  options: ExplainOptions,
): Promise<readonly ArticleInput[]> {
  const { text, article: path, lang, published } = options;
  if (text !== undefined)
    return [{ id: observation?.replace(/#[^#]*$/, '') ?? 'text', text, lang, published }];
  const desk = openDesk(systemClock, options);
  const articles: ArticleInput[] = [];
  const refused: string[] = [];
  for await (const input of readInputs([path ?? '-'], { reads: 'articles' })) {
    const opened = desk.open(input);
    if ('refused' in opened) refused.push(`${input.where}: ${opened.refused}`);
    else if (observation === undefined || observation.startsWith(`${opened.article.id}#`))
      articles.push(opened.article);
  }
  if (articles.length === 0 && refused[0] !== undefined) throw new NothingDone(refused[0]);
  return articles;
}

function ofArticle(observation: string | undefined, articles: readonly ArticleInput[]): readonly Explained[] {
  const extractor = loadExtractor();
  const all = articles.flatMap((article) =>
    extractor.explain(article).map((explanation) => explainedNow(article, explanation)),
  );
  if (observation === undefined) {
    if (all.length === 0) throw new NothingDone('no figure that measures something is in this text');
    return all;
  }
  const found = all.filter(({ fact }) => fact.id === observation);
  if (found.length === 0)
    throw new WrongUsage(`no figure ${observation}: the text has ${idsOf(all.map(({ fact }) => fact.id))}`);
  return found;
}

const explainedNow = (article: ArticleInput, explanation: Explanation): Explained => ({
  fact: explanation.fact,
  article: {
    articleId: article.id,
    title: article.title ?? null,
    publisher: article.publisher ?? null,
    published: article.published ?? null,
    url: article.url ?? null,
  },
  sentence: explanation.sentence,
  explanation,
  changed: [],
  ruleset: RULESET,
  today: RULESET,
});
