import type { Facts, RegionFact } from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';
import { asWritten } from './as-written.ts';
import { type Document, tokenAt } from './document.ts';
import { findEvents } from './events/index.ts';
import { collectMentions } from './mentions.ts';
import type { Read } from './read-article.ts';
import type { RegionMention } from './regions.ts';

/** What a reading makes of an article, in the form of the contract. */
export function factsOf(found: Read): Facts {
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

const inOrder = (spans: Span[]): Span[] => spans.sort((a, b) => a.start - b.start);

const plain = ({ start, end, text }: Span): Span => ({ start, end, text });

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
