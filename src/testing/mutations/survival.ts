import { loadPlaceHeads } from '../../catalog/place-heads.ts';
import { loadPlaces } from '../../catalog/places.ts';
import type { ArticleInput } from '../../core/article.ts';
import type { Facts } from '../../core/facts.ts';
import { loadExtractor } from '../../extract/index.ts';
import { randomly } from '../../pipeline/claims/random.ts';
import { evaluate, placeNames } from '../../pipeline/evaluate.ts';
import type { Figure } from '../../pipeline/figures.ts';
import { type Gold, loadGold } from '../../pipeline/gold.ts';
import { SAYING_AS_MUCH, SAYING_LESS } from './index.ts';

/** Kinds of which a sentence may leave to its neighbours what is right. */
const BORROWED = new Set(['of region', 'of program', 'of year']);
/** Chooses the names and numbers, the same in every run. */
const SEED = 7;

/** What a mutation costs Derek. */
export interface Survival {
  readonly mutation: string;
  readonly mutants: number;
  /** Points in percent by language and kind; kinds that lose nothing are left out. */
  readonly lost: Readonly<Record<string, number>>;
}

type Reader = { extract(article: ArticleInput): Facts };

/**
 * Makes so many rounds of mutants of each passage of a set by each mutation, and scores them against the passages they
 * were made of. A set is a folder under `samples`.
 */
export function* survivals(set: string, rounds: number): Generator<Survival> {
  const extractor = loadExtractor();
  const places = placeNames(loadPlaces(), loadPlaceHeads());
  const { passages } = loadGold(set);
  const read = new Map(passages.map((gold) => [gold.id, extractor.extract(asArticle(gold))]));
  const asRead: Reader = { extract: (a) => read.get(a.id) ?? extractor.extract(a) };
  const figures = (list: readonly Gold[], reader: Reader): readonly Figure[] =>
    evaluate({ name: set, passages: list }, reader, places).figures;
  for (const [mutation, mutate] of Object.entries({ ...SAYING_AS_MUCH, ...SAYING_LESS })) {
    const random = randomly(SEED);
    const pairs: { readonly before: Gold; readonly after: Gold }[] = [];
    for (let round = 0; round < rounds; round++)
      for (const before of passages) {
        const after = mutate(before, asRead.extract(asArticle(before)), random);
        if (after) pairs.push({ before, after });
      }
    const before = figures(
      pairs.map((p) => p.before),
      asRead,
    );
    const after = figures(
      pairs.map((p) => p.after),
      extractor,
    );
    yield { mutation, mutants: pairs.length, lost: fallen(before, after, mutation in SAYING_LESS) };
  }
}

function fallen(
  before: readonly Figure[],
  after: readonly Figure[],
  sayingLess: boolean,
): Record<string, number> {
  const lost: Record<string, number> = {};
  for (const { lang, kind, figure } of before) {
    if (sayingLess && BORROWED.has(kind)) continue;
    const now = after.find((f) => f.lang === lang && f.kind === kind)?.figure ?? 0;
    if (now < figure) lost[`${lang} ${kind}`] = Math.round(10 * (figure - now)) / 10;
  }
  return lost;
}

const asArticle = ({ id, text, title, published }: Gold): ArticleInput => ({
  id,
  text,
  ...(title != null && { title }),
  ...(published != null && { published }),
});
