import type { IndicatorFact } from '../../core/facts.ts';
import type { Explanation, SlotNote } from '../../extract/index.ts';
import { plain } from '../text.ts';
import { periodWords, type Valued, valueWords } from './words.ts';

/** A figure with what explains it, from the store or from a text that is in none. */
export interface Explained {
  /** As recorded, or as read now. */
  readonly fact: Valued & Pick<IndicatorFact, 'id' | 'start' | 'end' | 'quote' | 'subject'>;
  readonly article: {
    readonly articleId: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly url: string | null;
  };
  readonly sentence: { readonly start: number; readonly text: string };
  /** Null when today's rules no longer find the figure. */
  readonly explanation: Explanation | null;
  /** Slots that today's rules fill otherwise than the record. */
  readonly changed: readonly { readonly slot: string; readonly recorded: unknown; readonly today: unknown }[];
  /** Version of the rules that recorded the figure, and of those that explain it. */
  readonly ruleset: string;
  readonly today: string;
}

/** What `derek explain --json` prints, one object a figure: the same that the lines tell. */
export interface ExplanationObject extends Pick<Explained, 'article' | 'changed' | 'ruleset' | 'today'> {
  readonly schema: 'derek/explanation@1';
  /** Id of the figure, with its words and their offsets in the text of the article. */
  readonly observation: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  /** Do today's rules find the figure? If not, `rule` and `confidence` are null and `slots` is empty. */
  readonly found: boolean;
  readonly rule: Explanation['rule'];
  readonly slots: Explanation['slots'];
  readonly confidence: Explanation['confidence'] | null;
}

export const explanationJson = ({ fact, sentence, explanation, ...rest }: Explained): ExplanationObject => ({
  schema: 'derek/explanation@1',
  observation: fact.id,
  quote: fact.quote,
  start: fact.start,
  end: fact.end,
  sentence: { start: sentence.start, end: sentence.start + sentence.text.length, text: sentence.text },
  found: explanation !== null,
  article: rest.article,
  changed: rest.changed,
  ruleset: rest.ruleset,
  today: rest.today,
  rule: explanation?.rule ?? null,
  slots: explanation?.slots ?? [],
  confidence: explanation?.confidence ?? null,
});

/** Lines for a person: the figure in its sentence, its source, then slot by slot what it holds and why. */
export function explanationLines(explained: Explained, terminal: boolean): string[] {
  const { fact, article, explanation } = explained;
  const source = [article.publisher, article.published?.slice(0, 10) ?? 'no date', article.url];
  return [
    plain(`${valueWords(fact)}: ${fact.subject}`),
    `«${marked(explained, terminal)}»`,
    ...(article.title === null ? [] : [plain(article.title)]),
    plain([...source, fact.id].filter((part) => part !== null).join(', ')),
    '',
    ...(explanation === null ? gone(explained) : [...steps(explanation), ...changes(explained)]),
    '',
  ];
}

/** The sentence with its figure in bold, or between triangles where nothing can be bold. */
function marked({ fact, sentence }: Explained, terminal: boolean): string {
  const line = (text: string): string => plain(text.replace(/\s+/gu, ' '));
  const [from, to] = [fact.start - sentence.start, fact.end - sentence.start];
  const [open, close] = terminal ? ['\x1b[1m', '\x1b[22m'] : ['▸', '◂'];
  return `${line(sentence.text.slice(0, from))}${open}${line(sentence.text.slice(from, to))}${close}${line(sentence.text.slice(to))}`;
}

const gone = ({ today, ruleset }: Explained): string[] => [
  `Today's rules (${today}) no longer find this figure here. It was recorded by the rules ${ruleset},`,
  'and how those filled its slots cannot be shown any more.',
];

function steps({ slots, rule, fact, confidence }: Explanation): string[] {
  const notes = new Map([rule, ...slots.map((note) => note.rule)].flatMap((r) => (r ? [[r.id, r]] : [])));
  return [
    ...slots.flatMap(slotLines),
    ...row('confidence', String(confidence.value), confidence.why),
    '',
    `Rule ${fact.rule}`,
    ...[...notes.values()].flatMap(({ id, reason, file, line, code }) => [
      `  ${id}: ${plain(reason)}`,
      `    ${[`${file}:${line}`, code].filter(Boolean).join(', ')}`,
    ]),
  ];
}

const SLOT_WIDTH = 12;

/** What a slot holds, and under it why: `said in its sentence: «в Таразе», sentence 2 (40–48); inferred`. */
function slotLines({ slot, value, why, words, sentence, inferred, rule }: SlotNote): string[] {
  const held = valueText(slot, value);
  if (words === null) return row(slot, `${held} (${why}${inferred ? '; inferred' : ''})`);
  const quoted = /^[«"“]/u.test(words.text) ? words.text : `«${words.text}»`;
  const where = `sentence ${sentence} (${words.start}–${words.end})`;
  const found = rule === null ? '' : `; found by ${rule.id}`;
  return row(slot, held, `${why}: ${quoted}, ${where}${inferred ? '; inferred' : ''}${found}`);
}

const row = (slot: string, ...lines: readonly string[]): string[] =>
  lines.map((line, at) => (at === 0 ? slot : '').padEnd(SLOT_WIDTH) + plain(line.replace(/\s+/gu, ' ')));

function changes({ changed, ruleset, today }: Explained): string[] {
  if (changed.length === 0) return [];
  return [
    '',
    `The record was made by the rules ${ruleset}; today's (${today}) read it otherwise:`,
    ...changed.map(({ slot, recorded, today: now }) => `  ${slot}: ${plain(`${recorded} → ${now}`)}`),
  ];
}

function valueText(slot: SlotNote['slot'], value: unknown): string {
  if (value === null || value === '') return '–';
  if (slot === 'period') return periodWords(value as IndicatorFact['period']);
  if (slot === 'region' || slot === 'program') {
    const { kk, ru } = (value as NonNullable<IndicatorFact['region']>).name;
    return kk === ru ? kk : `${kk} / ${ru}`;
  }
  return String(value);
}
