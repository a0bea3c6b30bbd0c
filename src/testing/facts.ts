import type { Lang } from '../core/article.ts';
import type {
  EventFact,
  Facts,
  IndicatorFact,
  Mention,
  OfficialFact,
  ProgramFact,
  RegionFact,
} from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';

/** An article with facts as a test writes them: quotes instead of offsets, and only the slots that matter. */
export interface FactsSketch {
  readonly id?: string;
  readonly url?: string;
  readonly text: string;
  readonly title?: string;
  readonly lang?: Lang;
  readonly published?: string | null;
  readonly publisher?: string;
  readonly programs?: readonly (Partial<ProgramFact> & { readonly quote: string })[];
  readonly regions?: readonly (Partial<RegionFact> & { readonly quote: string })[];
  readonly officials?: readonly (Partial<OfficialFact> & { readonly quote: string })[];
  readonly indicators?: readonly (Partial<IndicatorFact> & { readonly quote: string })[];
  readonly events?: readonly (Partial<EventFact> & { readonly quote: string })[];
}

/** Facts in full, as the extractor would give them. `id` is needed: the store derives none for facts. */
export function sketch(of: FactsSketch & { readonly id: string }): Facts {
  const span = (quote: string): Span => {
    const start = of.text.indexOf(quote);
    if (start < 0) throw new Error(`the text does not say «${quote}»`);
    return spanOf(of.text, start, start + quote.length);
  };
  const programs = (of.programs ?? []).map(
    ({ quote, ...rest }): ProgramFact => ({
      id: null,
      name: quote,
      kind: 'program',
      mentions: [span(quote)],
      rule: 'test/program',
      ...rest,
    }),
  );
  const regions = (of.regions ?? []).map(
    ({ quote, ...rest }): RegionFact => ({
      id: 'KZ-10',
      name: { kk: quote, ru: quote },
      level: 'oblast',
      mentions: [span(quote)],
      rule: 'test/region',
      ...rest,
    }),
  );
  const officials = (of.officials ?? []).map(
    ({ quote, ...rest }): OfficialFact => ({
      id: null,
      name: quote,
      post: 'министр',
      postId: null,
      jurisdiction: null,
      role: [],
      mentions: [span(quote)],
      rule: 'test/official',
      ...rest,
    }),
  );
  return {
    schema: 'derek/facts@1',
    article: {
      id: of.id,
      lang: of.lang ?? 'ru',
      langConfidence: 0.99,
      script: 'cyrillic',
      title: of.title ?? null,
      published: of.published === undefined ? '2026-02-04' : of.published,
      url: of.url ?? null,
      publisher: of.publisher ?? null,
      text: of.text,
      sections: [{ start: 0, end: of.text.length, kind: 'body' }],
    },
    mentions: [
      ...mentioned('program', programs),
      ...mentioned('region', regions),
      ...mentioned('person', officials),
    ],
    programs,
    regions,
    officials,
    indicators: (of.indicators ?? []).map(({ quote, ...rest }) => indicator(of.id, span(quote), rest)),
    events: (of.events ?? []).map(({ quote, ...rest }): EventFact => {
      const { text, ...at } = span(quote);
      return {
        kind: 'opening',
        status: 'actual',
        date: { from: null, to: null, text },
        program: null,
        official: null,
        post: null,
        organisation: null,
        region: null,
        quote: text,
        ...at,
        rule: 'test/event',
        ...rest,
      };
    }),
    issues: [],
  };
}

const mentioned = (
  type: Mention['type'],
  facts: readonly { readonly mentions: readonly Span[] }[],
): Mention[] =>
  facts.flatMap(({ mentions }) => mentions.map((at): Mention => ({ ...at, type, rule: `test/${type}` })));

function indicator(article: string, at: Span, rest: Partial<IndicatorFact>): IndicatorFact {
  return {
    id: `${article}#${at.start}-${at.end}`,
    quote: at.text,
    start: at.start,
    end: at.end,
    measure: 'level',
    value: Number(/\d+/.exec(at.text)?.[0] ?? 1),
    high: null,
    previous: null,
    order: null,
    comparator: '=',
    hedge: null,
    per: null,
    unit: 'item',
    unitClass: 'count',
    subject: at.text,
    concept: null,
    direction: null,
    status: 'actual',
    period: null,
    region: null,
    program: null,
    source: null,
    inferred: [],
    rule: 'test/indicator',
    confidence: 0.9,
    ...rest,
  };
}
