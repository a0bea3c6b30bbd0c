import type { Facts, ProgramFact } from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';
import type { Transcript } from '../language/transcript.ts';

/**
 * Facts of a transcript as facts of the text it was made from. Whatever has a place is given back as it stands there:
 * spans, quotes, sections, and a program's name in quotation marks, which people print in this very spelling. Names of
 * people and posts, subjects and words of time have none: they are in Kazakh's standard, Cyrillic, so that one person and
 * one measure are the same in the record whatever script an article is in.
 */
export function asWritten(facts: Facts, text: string, transcript: Transcript): Facts {
  const range = (start: number, end: number): Span => spanOf(text, ...transcript.original(start, end));
  const moved = <T extends Span>(s: T): T => ({ ...s, ...range(s.start, s.end) });
  const quoted = <T extends { readonly start: number; readonly end: number; readonly quote: string }>(
    x: T,
  ): T => {
    const { start, end, text: quote } = range(x.start, x.end);
    return { ...x, start, end, quote };
  };
  const names = new Map(facts.programs.map((p) => [p.name, nameOf(p, range)]));
  const named = (name: string): string => names.get(name) ?? name;
  return {
    ...facts,
    article: {
      ...facts.article,
      text,
      sections: facts.article.sections.map((s) => {
        const { start, end } = range(s.start, s.end);
        return { start, end, kind: s.kind };
      }),
    },
    mentions: facts.mentions.map(moved),
    programs: facts.programs.map((p) => ({ ...p, name: named(p.name), mentions: p.mentions.map(moved) })),
    regions: facts.regions.map((r) => ({ ...r, mentions: r.mentions.map(moved) })),
    officials: facts.officials.map((o) => ({ ...o, mentions: o.mentions.map(moved) })),
    indicators: facts.indicators.map((i) => {
      const fact = quoted(i);
      const { program } = i;
      return {
        ...fact,
        id: `${facts.article.id}#${fact.start}-${fact.end}`,
        program: program && {
          ...program,
          name: { kk: named(program.name.kk), ru: named(program.name.ru) },
        },
      };
    }),
    events: facts.events.map((e) => ({
      ...quoted(e),
      program: e.program === null ? null : named(e.program),
    })),
  };
}

/** The name as it stands between quotation marks; without them it is that of the dictionary. */
function nameOf(
  { name, mentions: [first] }: ProgramFact,
  range: (start: number, end: number) => Span,
): string {
  if (!first || !OPENING.includes(first.text.charAt(0))) return name;
  const at = first.start + first.text.indexOf(name);
  return at < first.start ? name : range(at, at + name.length).text;
}
const OPENING = '«"“„‹';
