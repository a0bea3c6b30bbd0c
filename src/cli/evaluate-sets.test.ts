import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runDerek } from '../testing/derek.ts';

const root = mkdtempSync(join(tmpdir(), 'derek-sets-'));
afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, lines: readonly (string | object)[]): string {
  const path = join(root, name);
  writeFileSync(path, lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'));
  return path;
}

interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

/** A text in which the parts between brackets are marked: `[Тараз|GPE]`. */
function marked(text: string): Marked {
  const spans: { start: number; end: number; label: string }[] = [];
  let plain = '';
  for (const part of text.split(/[[\]]/u)) {
    const [words = '', label] = part.split('|');
    if (label) spans.push({ start: plain.length, end: plain.length + words.length, label });
    plain += words;
  }
  return { text: plain, spans };
}

/** A person and a post in brackets. */
function posted(text: string): object {
  const row = marked(text);
  const at = (label: string) => row.spans.find((s) => s.label === label);
  return { text: row.text, pairs: [{ person: at('person'), post: at('post') }] };
}

/** Who, what and where in brackets; without `who` nobody's occupation. */
function occupied(text: string): object {
  const row = marked(text);
  const at = (label: string) => row.spans.filter((s) => s.label === label);
  const named = (label: string) =>
    at(label).length > 0
      ? {
          name: at(label)
            .map((s) => row.text.slice(s.start, s.end))
            .join(' '),
          mentions: at(label),
        }
      : null;
  const one = { who: named('who'), post: at('post'), where: named('where') };
  return { text: row.text, occupations: one.who ? [one] : [] };
}

/** Rows of CoNLL-U: `form/lemma/UPOS` between spaces. */
const conllu = (...sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence, at) => [
    `# sent_id = ${at}`,
    ...sentence.split(' ').map((word, i) => {
      const [form, lemma, upos] = word.split('/');
      return [i + 1, form, lemma, upos, ...'______'].join('\t');
    }),
    '',
  ]);

interface Row {
  readonly lang: string;
  readonly kind: string;
  readonly gold: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly figure: number;
}

/** Figures wanted, as `lang kind: gold, [precision, recall,] figure`, and what the faults name, in order. */
test.each<
  [what: string, name: string, lines: readonly (string | object)[], figures: string[], faults: string[]]
>([
  [
    'marked spans: hits, a miss, one too many, a place abroad, a place in the name of a body',
    'spans.kk.jsonl',
    [
      marked('Биыл [Таразда|GPE] [40|CARDINAL] жас отбасы пәтер алды.'),
      marked('Қаланың [12 пайызы|PERCENTAGE] көгалдандырылды, [3 млрд теңге|MONEY] бөлінді.'),
      marked('[Бейжіңде|GPE] көрме ашылды, [Ақтөбе университеті|ORGANISATION] қатысты.'),
      marked('[Жетісу|PERSON] есімді қыз [бірінші|ORDINAL] орын алды.'),
    ],
    [
      'kk region: 1, 50, 100, 66.7',
      'kk person: 1, 0, 0, 0',
      'kk percent: 1, 100, 100, 100',
      'kk money: 1, 100, 100, 100',
      'kk cardinal: 1, 100, 100, 100',
      'kk ordinal: 1, 100, 100, 100',
      'kk number: 3, 100, 100, 100',
    ],
    ['line 4 region: extra [Жетісу] есімді', 'line 4 person: missed [Жетісу] есімді'],
  ],
  [
    'numbers in words and in digits; dates are left out',
    'pairs.jsonl',
    [
      { label: 'CARDINAL', words: 'қырық екі', digits_detok: '42' },
      { label: 'MONEY', words: 'екі миллион теңге', digits_detok: '2 000 000 теңге' },
      { label: 'CARDINAL', words: 'он жеті', digits_detok: '18' },
      { label: 'DATE', words: 'бесінші мамыр', digits_detok: '5 мамыр' },
    ],
    ['kk number words: 3, 66.7', 'kk numbers read: 3, 100'],
    ['line 3 number words: wrong он жеті = [17], 18 = [18]'],
  ],
  [
    'persons with their posts: a holder, a singer, one too far off',
    'person_post.jsonl',
    [
      posted('Слово взял [аким|post] города [Ерлан Абаев|person].'),
      posted('Выступила [певица|post] [Сауле Бекжанова|person].'),
      posted('[Аким|post] выслушал жителей, и каждый сказал своё, а потом слово взял [Серик Омаров|person].'),
    ],
    ['ru posts known: 2, 50', 'ru posts tied to people: 1, 100'],
    ['line 2 occupations: missed певица', 'line 3 occupations: missed Аким'],
  ],
  [
    'occupations: found, over another body, one too many',
    'occupations.jsonl',
    [
      occupied('Слово взял [аким|post] [Семея|where] [Ерлан Абаев|who].'),
      occupied('Письмо передали [министру|post] просвещения Айгуль Серик в [Астане|where].'),
      occupied('Слово взял [депутат|post] Мажилиса [Серик Омаров|who].'),
    ],
    [
      'ru occupations: 2, 66.7, 100, 80',
      'ru occupations, where: 1, 100',
      'ru posts known: 2, 100',
      'ru posts tied to people: 2, 100',
    ],
    ['line 2 occupations: extra министр просвещения, Айгуль Серик'],
  ],
  [
    'a Kazakh treebank: lemmas of nouns and names, capitals aside',
    'kk.conllu',
    conllu(
      'Ауылдағы/ауыл/NOUN балалар/бала/NOUN Таразға/Тараз/PROPN барды/бар/VERB ././PUNCT',
      'Әкімнің/әкім/NOUN ағасы/көке/NOUN қуанды/қуан/VERB',
    ),
    ['kk lemma: 5, 80', 'kk lemma of nouns: 4, 75', 'kk lemma of names: 1, 100'],
    ['sentence 2 lemma of nouns: wrong ағасы: көке'],
  ],
  [
    'a Russian treebank: which forms meet',
    'ru.conllu',
    conllu(
      'Жители/житель/NOUN аула/аул/NOUN и/и/CCONJ аулов/аул/NOUN ждут/ждать/VERB жителей/житель/NOUN',
      'Гость/гость/NOUN видел/видеть/VERB кенгуру/кенгуру/PROPN и/и/CCONJ кенгурёнка/кенгуру/NOUN',
    ),
    ['ru forms of one lemma: 3, 100, 66.7, 80'],
    ['forms forms of one lemma: missed кенгуренка, кенгуру'],
  ],
  [
    'claims over the sample articles',
    'claims.jsonl',
    [
      {
        claim: 'В Шымкенте 70 728 многодетных матерей.',
        as_of: '2026-03-01',
        expected: 'SUPPORTED',
        evidence: ['shymkent-families-kk'],
      },
      {
        claim: 'Жаңа мектеп өте әдемі болды.',
        as_of: '2026-03-01',
        expected: 'SUPPORTED',
        evidence: ['schools-2025-kk'],
      },
    ],
    [
      'kk verdict: 1, 0',
      'kk not contradicted wrongly: 1, 100',
      'ru verdict: 1, 100',
      'ru verdict across languages: 1, 100',
      'ru evidence of right verdicts: 1, 100',
      'ru not contradicted wrongly: 1, 100',
    ],
    ['claim 2 verdict: wrong SUPPORTED, got NO_EVIDENCE NOTHING_TO_CHECK'],
  ],
  [
    'sentences of one language',
    'lines.ru.txt',
    ['В ауле построили новую школу.', 'Ауылда жаңа мектеп салынды, балалар қуанды.', ''],
    ['ru language: 2, 50'],
    ['line 2 language: wrong Ауылда жаңа мектеп салынды, балалар қуанды.: ru, got kk'],
  ],
  [
    'sentences of languages that are not read',
    'lines.other.txt',
    [
      'У нашому місті відкрили нову лікарню, куди приїхали лікарі з усього району.',
      'Биздин айылда жаңы мектеп курулуп бүттү, балдар аябай кубанышты.',
    ],
    ['other language: 2, 100'],
    [],
  ],
])('%s', async (_, name, lines, figures, faults) => {
  const set = file(name, lines);
  const json = await runDerek(['evaluate', '--set', set, '--json', '--quiet']);
  expect(json).toMatchObject({ code: 0, stderr: '' });
  const answer = JSON.parse(json.stdout) as { figures: Row[]; faults: unknown[] };
  const said = (r: Row): string =>
    `${r.lang} ${r.kind}: ${[r.gold, r.precision, r.recall, r.figure].filter((x) => x !== null).join(', ')}`;
  expect(answer.figures.map(said)).toEqual(figures);
  expect(answer.faults).toHaveLength(faults.length);
  const table = await runDerek(['evaluate', '--set', set, '--verbose']);
  for (const fault of faults) expect(table.stdout).toContain(fault);
});

test.each<[what: string, name: string, lines: readonly (string | object)[], says: string]>([
  ['an unknown kind of file', 'notes.txt', ['Это просто заметки.'], 'notes.txt, file: expected passages'],
  ['an empty file', 'empty.kk.txt', [''], 'empty.kk.txt, file: expected passages'],
  ['other JSON lines', 'rows.jsonl', [{ a: 1 }, { a: 2 }], 'rows.jsonl, file: expected'],
  ['a torn line', 'torn.jsonl', [marked('[Тараз|GPE]'), '{"text": "А'], 'torn.jsonl, line 2, top level'],
  [
    'a span outside its text',
    'out.jsonl',
    [{ text: 'Тараз', spans: [{ start: 0, end: 9, label: 'GPE' }] }],
    'out.jsonl, line 1, spans: expected bounds inside the text',
  ],
  [
    'a pair without digits',
    'half.jsonl',
    [{ label: 'CARDINAL', words: 'екі' }],
    'half.jsonl, line 1, digits_detok',
  ],
  [
    'a claim with a verdict that is none',
    'claims.jsonl',
    [{ claim: 'В Таразе 5 школ.', as_of: '2026-03-01', expected: 'TRUE', evidence: [] }],
    'claims.jsonl, line 1, expected: expected one of SUPPORTED',
  ],
  [
    'a claim without its day',
    'claims.jsonl',
    [{ claim: 'В Таразе 5 школ.', expected: 'REFUTED' }],
    'line 1, as_of',
  ],
  [
    'a treebank with a line of another format',
    'torn.conllu',
    [...conllu('Ауыл/ауыл/NOUN'), 'Ауыл NOUN'],
    'torn.conllu, line 4: expected a comment, ten columns',
  ],
  [
    'a treebank of another language',
    'en.conllu',
    conllu(
      'The/the/DET village/village/NOUN has/have/VERB a/a/DET new/new/ADJ school/school/NOUN now/now/ADV',
    ),
    'en.conllu, file: expected texts in Kazakh or in Russian',
  ],
])('%s: exit code 2 and what was expected', async (_, name, lines, says) => {
  const run = await runDerek(['evaluate', '--set', file(name, lines)]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(says);
});
