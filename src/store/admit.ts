import type { EventFact, Facts, IndicatorFact, Mention, OfficialFact } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import type { Span } from '../core/span.ts';
import { storable, utf16Slice } from './text.ts';

/** Facts that the database will accept, and an issue for every one that it would not. */
export interface Admitted {
  readonly facts: Facts;
  readonly issues: readonly Issue[];
}

/**
 * Looks at facts with the eyes of the tables: a fact whose quote is not what stands at its offsets, or whose numbers
 * contradict each other, is left out with an issue, so that one bad fact never costs the rest of the article.
 */
export function admit(given: Facts): Admitted {
  const text = storable(given.article.text);
  const issues: Issue[] = [];
  const stands = (span: Span): boolean =>
    span.end > span.start && utf16Slice(text, span.start, span.end) === storable(span.text);
  const refuse = (what: string, at: Span, why: string): false => {
    issues.push({ code: `store/${what}`, at: `${at.start}-${at.end}`, detail: `left out: ${why}` });
    return false;
  };
  const quoted = (what: string, span: Span): boolean =>
    stands(span) || refuse(what, span, 'its quote is not what stands at its offsets');
  const named = <T extends { readonly mentions: readonly Span[] }>(what: string, list: readonly T[]): T[] =>
    list
      .map((fact) => ({ ...fact, mentions: fact.mentions.filter((span) => quoted(what, span)) }))
      .filter((fact) => fact.mentions.length > 0);
  const indicator = (fact: IndicatorFact): boolean => {
    const span = spanOfFact(fact);
    if (!quoted('indicator', span)) return false;
    const contradiction = contradictionOf(fact);
    return contradiction === undefined || refuse('indicator', span, contradiction);
  };
  const officials = named('official', given.officials);
  const facts: Facts = {
    ...given,
    article: {
      ...given.article,
      text,
      title: given.article.title === null ? null : storable(given.article.title),
    },
    mentions: given.mentions.filter((mention) => isPublic(mention, officials) && quoted('mention', mention)),
    programs: named('program', given.programs),
    regions: named('region', given.regions),
    officials,
    indicators: given.indicators.filter(indicator),
    events: given.events.filter((event) => quoted('event', spanOfFact(event))),
  };
  return { facts, issues };
}

/** Phone numbers, document numbers and the like, and people without a public post, are nobody's facts. */
function isPublic(mention: Mention, officials: readonly OfficialFact[]): boolean {
  if (mention.kind === 'identifier') return false;
  if (mention.type !== 'person') return true;
  return officials.some(({ mentions }) =>
    mentions.some(({ start, end }) => mention.start >= start && mention.end <= end),
  );
}

const spanOfFact = (fact: IndicatorFact | EventFact): Span => ({
  start: fact.start,
  end: fact.end,
  text: fact.quote,
});

function contradictionOf(fact: IndicatorFact): string | undefined {
  const { value, high, previous, order, direction } = fact;
  const numbers = [value, high, previous, order, fact.confidence];
  if (numbers.some((n) => n !== null && !Number.isFinite(n))) return 'a number of it is not finite';
  if (value === null && high === null && order === null && direction === null) return 'it says no value';
  if (value !== null && high !== null && value > high) return 'its range runs backwards';
  return undefined;
}
