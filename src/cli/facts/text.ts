import type { Facts } from '../../core/facts.ts';
import { clip, plain } from '../text.ts';
import { contextWords, eventWords, periodWords, valueWords } from './words.ts';

const WIDTH = 110;

/** Lines for a person: the article, then its facts by kind, each figure with the words that say it. */
export function factsText(facts: Facts): string {
  const { article } = facts;
  const lang = article.lang === 'kk' ? 'kk' : 'ru';
  const about = [article.published, article.lang, article.publisher, article.url].filter(
    (part) => part !== null,
  );
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Programs', facts.programs.map((program) => `${program.name} (${program.kind})`)],
    ['Regions', facts.regions.map((region) => `${region.name[lang]} (${region.level})`)],
    ['Officials', facts.officials.map((official) => officialLine(official))],
    [
      'Figures',
      facts.indicators.flatMap((fact) => [
        `${valueWords(fact)}: ${fact.subject}${context(contextWords(fact, lang))}`,
        `  «${fact.quote}»`,
      ]),
    ],
    [
      'Events',
      facts.events.map((event) => `${eventWords(event)} ${periodWords(event.date)}: ${event.quote}`),
    ],
    ['Issues', facts.issues.map((issue) => `${issue.detail} (${issue.code})`)],
  ];
  return [
    clip(article.title ?? article.id, WIDTH),
    plain(about.join(' · ')),
    ...groups.flatMap(([heading, lines]) =>
      lines.length === 0
        ? []
        : [heading, ...lines.map((line) => `  ${line.startsWith(' ') ? '  ' : ''}${clip(line, WIDTH)}`)],
    ),
    '',
  ].join('\n');
}

const context = (words: string): string => (words === '' ? '' : ` [${words}]`);

const officialLine = (official: Facts['officials'][number]): string =>
  [official.name, [...official.role, official.post].join(' '), official.jurisdiction?.name ?? '']
    .filter(Boolean)
    .join(', ');
