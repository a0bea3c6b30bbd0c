import { Tag } from '../../tags.ts';
import { type Analysis, analyse, analyseSuffix } from './analyse.ts';
import { STEMS } from './stems.ts';

/** How a stem was met in the corpus (`stems.ts`). */
export interface Support {
  /** In how many different chains of endings. */
  readonly chains: number;
  /** How often without any ending. */
  readonly bare: number;
}

/** Weights of support and of the length of the ending (LANGUAGE §3.1); the figures are even over a wide range about them. */
const CHAINS = 5.5;
const BARE = 1.5;
const LENGTH = 1.2;

/** The reading that the corpus speaks for: the cheapest after support, of a form in small letters. */
export function likeliest(form: string, supportOf: (lemma: string) => Support | undefined): Analysis {
  const [first, ...rest] = analyse(form);
  let best = first as Analysis;
  let lowest = Number.POSITIVE_INFINITY;
  for (const reading of [best, ...rest]) {
    const support = supportOf(reading.lemma);
    // One chain proves nothing: every reading of a word that was met has it.
    const score =
      reading.cost -
      LENGTH * (form.length - shared(form, reading.lemma)) -
      CHAINS * Math.log(Math.max(1, support?.chains ?? 0)) -
      BARE * Math.log(1 + (support?.bare ?? 0));
    if (score < lowest) {
      lowest = score;
      best = reading;
    }
  }
  return best;
}

/** Letters that two words begin with alike. */
function shared(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

let table: Map<string, Support> | undefined;

function supportOf(stem: string): Support | undefined {
  table ??= new Map(
    STEMS.trim()
      .split('\n')
      .flatMap((line) => {
        const [chains = '', bare = '', ...stems] = line.split(' ');
        const support = { chains: Number(chains), bare: Number(bare) };
        return stems.map((s) => [s, support] as const);
      }),
  );
  return table.get(stem);
}

/** The likeliest reading of a word in small letters: its dictionary form and what its ending says. */
export const reading = (norm: string): Analysis => likeliest(norm, supportOf);

/**
 * The dictionary form of a Kazakh noun or name, of a form in small letters: `орталығындағы` → `орталық`.
 * Of words joined by a hyphen the last one bears the endings; an abbreviation bears them after the hyphen (`ақш-тан`).
 * Words of closed classes are not for it: `оның` would be read as a form of `он`.
 */
export function lemma(norm: string): string {
  const hyphen = norm.lastIndexOf('-') + 1;
  const last = norm.slice(hyphen);
  if (hyphen > 1 && analyseSuffix(last) !== 0) return norm.slice(0, hyphen - 1);
  return norm.slice(0, hyphen) + likeliest(last, supportOf).lemma;
}

/**
 * Does a form, in small letters, bear possession and the genitive behind it: `жолының`? Its accusative is too like
 * names (`келін`).
 */
export function isOwner(norm: string): boolean {
  const { tags } = likeliest(norm, supportOf);
  return (tags & Tag.p3) !== 0 && (tags & Tag.gen) !== 0;
}
