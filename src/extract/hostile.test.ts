import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import { loadExtractor } from './index.ts';

const extractor = loadExtractor();
const read = (text: string): Facts => extractor.extract({ id: 'x', text, published: '2026-03-10' });

/** Whatever the text: every span is the substring that it says it is, sections cover the text, indicators have a place. */
function check(text: string): Facts {
  const facts = read(text);
  const given = facts.article.text;
  expect(given).toBe(text.replaceAll('\0', '\uFFFD'));
  const spans = [
    ...facts.mentions,
    ...[...facts.programs, ...facts.regions, ...facts.officials].flatMap((f) => f.mentions),
    ...facts.indicators.map(({ start, end, quote }) => ({ start, end, text: quote })),
    ...facts.events.map(({ start, end, quote }) => ({ start, end, text: quote })),
  ];
  for (const s of spans) {
    expect(s.end).toBeGreaterThan(s.start);
    expect(given.slice(s.start, s.end)).toBe(s.text);
  }
  let at = 0;
  for (const s of facts.article.sections) {
    expect(s.start).toBe(at);
    at = s.end;
  }
  for (const i of facts.indicators) {
    expect(i.value === null || Number.isFinite(i.value)).toBe(true);
    expect(i.confidence).toBeGreaterThan(0);
    expect(i.confidence).toBeLessThanOrEqual(1);
  }
  expect(new Set(facts.indicators.map((i) => i.id)).size).toBe(facts.indicators.length);
  return facts;
}

/** Words that rules wait for, in any order, with anything between them. */
const PIECES = [
  ...[
    'аким',
    'министр',
    'әкімі',
    'орынбасары',
    'Ерлан',
    'Оспанов',
    'Н.',
    'область',
    'облысы',
    'Абай',
    'Семей',
  ],
  ...[
    '«',
    '»',
    '"',
    'проект',
    'жобасы',
    'программа',
    'в рамках',
    'аясында',
    'АСП',
    '№',
    '%',
    '-ы',
    '(',
    ')',
    '/',
  ],
  ...[
    'с',
    'до',
    'от',
    'по',
    'на',
    'более чем',
    'не менее',
    'астам',
    'жуық',
    'дейін',
    'из',
    'вдвое',
    'екі есе',
    'жартысы',
  ],
  ...[
    '12',
    '1 200',
    '3,5',
    '2024',
    '2025–2027',
    '07.02.2019',
    '12:50',
    'тыс.',
    'млн',
    'мың',
    'тенге',
    'человек',
    'отбасы',
  ],
  ...[
    'два',
    'пятьсот',
    'он',
    'бес',
    'жүз',
    'января',
    'қаңтар',
    'году',
    'жылы',
    'года',
    'тоқсан',
    '.',
    ',',
    '–',
    '\n',
    ' ',
    ' ',
  ],
  ...['\ud83d', '\ude00', '\0', '\u0301', '\u00ad', '\u200b', 'Фото:', 'Читайте также:', 'АСТАНА. '],
];
const wordSalad = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' '));
const glued = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

test('any string is read, and every span is a part of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void check(text)),
    { numRuns: 300 },
  );
});

test('any heap of words that rules wait for is read', () => {
  fc.assert(
    fc.property(fc.oneof(wordSalad, glued), (text) => void check(text)),
    { numRuns: 1000 },
  );
});

/** The same in the other scripts of Kazakh, with what may stand in the middle of a word. */
const OTHER_SCRIPTS = [
  ...[
    'Qazaqstan',
    'oblysynyń',
    'ákimi',
    'äkımı',
    "a'kimi",
    'Nurlan',
    'myń',
    'teñge',
    'jáne',
    '«Jasyl el»',
    'III',
    'km',
  ],
  ...[
    'قازاقستان',
    'وبلىسىندا',
    'ءبىر',
    'مىڭ',
    'تەڭگە',
    '٪',
    '٪12',
    '۱٫۵',
    '١٬٢٣٤',
    '،',
    '۔',
    'ء',
    'ـ',
    '\u200c',
  ],
  ...[
    'және',
    'мың',
    '12',
    '33-ten',
    '%-y',
    "'",
    '’',
    '-',
    '.',
    '«',
    '»',
    '\n',
    ' ',
    '\u0301',
    '\u0306',
    '\ud83d',
    'İ',
    'ı',
  ],
];
test('any heap of words in three scripts is read', () => {
  const heap = fc.array(fc.constantFrom(...OTHER_SCRIPTS), { maxLength: 40 });
  fc.assert(
    fc.property(heap, fc.constantFrom('', ' '), (pieces, gap) => void check(pieces.join(gap))),
    { numRuns: 1000 },
  );
});

test('the same text gives the same facts', () => {
  fc.assert(fc.property(wordSalad, (text) => void expect(read(text)).toEqual(read(text))));
});

test.each<[string, string]>([
  ['nothing', ''],
  ['lone surrogates', '\ud800 \udfff аким \ud83d Семей'],
  ['NUL', 'В Се\0мее 12\0 школ'],
  ['combining marks', `А${'\u0301'.repeat(1_000)}ким 5 школ`],
  ['many digits', `${'9'.repeat(100_000)} школ`],
  ['many groups of digits', '999 '.repeat(20_000)],
  ['nested quotes', `${'«'.repeat(50_000)}Сад${'»'.repeat(50_000)}`],
  ['brackets', '('.repeat(20_000)],
  ['one long word', 'ә'.repeat(1_000_000)],
  ['ten million Latin letters', `Aýdanda jańa mektep ashyldy. ${'a'.repeat(10_000_000)}`],
  ['hyphens', 'а-'.repeat(20_000)],
  ['line breaks', '\n'.repeat(50_000)],
])('%s', (_, text) => {
  check(text);
});

/** What was wrong with a text is said once, and the facts beside it are read all the same. */
test.each<[what: string, code: string, odd: string]>([
  ['NUL', 'text/nul', 'те\0мір'],
  ['100,000 digits in a row', 'number/long', '9'.repeat(100_000)],
  ['50,000 nested quotes', 'text/quotes', `${'«'.repeat(50_000)}Сад${'»'.repeat(50_000)}`],
  ['combining marks', 'text/marks', '\u0301'.repeat(50_000)],
  ['the first half of a character', 'text/surrogate', '\ud83d'],
  ['the second half of a character', 'text/surrogate', '\ude00'],
  ['many halves', 'text/surrogate', '\ude00\ud83d'.repeat(10_000)],
])('%s is an issue', (_, code, odd) => {
  const facts = check(`В Семее открыли 12 школ.\n${odd}\n`);
  expect(facts.issues.filter((i) => i.code === code)).toHaveLength(1);
  expect(facts.indicators.map((i) => `${i.value} ${i.unit}`)).toContain('12 school');
});

test.each<[what: string, length: number, codes: readonly string[]]>([
  ['ten megabytes of one word', 10_000_000, ['text/long', 'text/long-word']],
  ['a word without end', 100_000, ['text/long-word']],
])('%s is an issue', (_, length, codes) => {
  const told = check('ә'.repeat(length)).issues.map((i) => i.code);
  expect(told).toEqual(expect.arrayContaining([...codes]));
});

/** 300 names and one post, 200 names in quotation marks: all are read, and nobody gets what is another's. */
test('a list of 300 people gives the one official that it names', () => {
  const first = ['Ерлан', 'Болат', 'Серик', 'Марат', 'Канат', 'Нурлан', 'Аскар', 'Данияр', 'Арман', 'Тимур'];
  const last = ['Оспанов', 'Абаев', 'Ахметов', 'Жунусов', 'Сеитов', 'Касымов'];
  const names = Array.from(
    { length: 300 },
    (_, k) => `${first[k % 10]} ${last[Math.floor(k / 10) % 6]}${['', 'ский'][k % 2]}`,
  );
  const facts = check(`Медалями награждены ${names.join(', ')} и аким Тараза Ермек Токпанов.`);
  expect(facts.officials.map((o) => [o.name, o.jurisdiction?.id])).toEqual([
    ['Ермек Токпанов', 'KZ-31/taraz'],
  ]);
  expect(facts.events).toEqual([]);
});

test('200 projects in one sentence that starts one are not all started', () => {
  const names = Array.from({ length: 200 }, (_, k) => `«Чистый двор и тёплый дом ${k + 1}»`);
  const facts = check(`Среди проектов ${names.join(', ')} в 2025 году был запущен проект «Сад».`);
  expect(facts.events.map((e) => [e.kind, e.program])).toEqual([['start', 'Сад']]);
});

/** A word that is a person, a place and a district: only what stands beside it tells, and doubt gives nothing. */
test.each<[text: string, people: readonly string[], regions: readonly string[]]>([
  ['Аким области Абай Абай Абаев встретился с жителями.', ['Абай Абаев'], ['KZ-10']],
  ['Абай ауданының әкімі Абай Абаев Абай облысына барды.', ['Абай Абаев'], ['KZ-10/abay-district', 'KZ-10']],
  ['Министр Абай прибыл в Абай.', [], []],
])('%s', (text, people, regions) => {
  const facts = check(text);
  expect(facts.officials.map((o) => o.name)).toEqual(people);
  expect(facts.regions.map((r) => r.id)).toEqual(regions);
});

test('without a date of publication relative times stay open, are an issue, and date no event', () => {
  const text =
    'Вчера в Таразе открыли школу. Ерлан Оспанов назначен акимом Тараза. В 2019 году создан фонд «Бақ».';
  const facts = extractor.extract({ id: 'x', lang: 'ru', text });
  expect(facts.issues.map((i) => i.code)).toEqual(['article/no-date']);
  expect(facts.events.map((e) => [e.kind, e.date.from])).toEqual([['creation', '2019']]);
});

test('nothing is odd about a story, its accents, emoji and quotations', () => {
  const { issues } = check('Аки\u0301м открыл 12 школ 😀 по проекту «Сад «Бак»», сообщает «Қазақ үні».');
  expect(issues).toEqual([]);
});

test('a text of many scripts is read where it is ours', () => {
  const facts = check('Αθήνα 東京 Семейде 12 мектеп ашылды, дeп xaбapлaды тiлшi. القاهرة 5 ראשון.');
  expect(facts.indicators.map((i) => i.value)).toContain(12);
});

/** Milliseconds of processor time: what else the machine does costs none of it. */
const spent = (): number => process.cpuUsage().user / 1_000;

/** So many pairs of readings may a busy machine spoil before the growth counts as real. */
const TURNS = 30;

/**
 * How many times as long `four` takes as `one`, each at its quickest so far.
 * Read in turns until the ratio is under `atMost`: what is square stays over it in every turn, what a collection of
 * garbage or a busy machine spoilt does not.
 */
function growth(one: string, four: string, atMost: number): number {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let ratio = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS && ratio >= atMost; turn++) {
    for (const [i, text] of [one, four].entries()) {
      const started = spent();
      read(text);
      least[i as 0 | 1] = Math.min(least[i as 0 | 1], spent() - started);
    }
    // Under five milliseconds nothing can be told apart from the noise of the clock.
    ratio = least[1] / Math.max(least[0], 5);
  }
  return ratio;
}

const STORY =
  'Аким Павлодарской области Ерлан Оспанов сообщил, что по проекту «Сад» в 2025 году построено 12 школ на 4,5 млрд тенге. ';
const OQIGHA =
  'Абай облысының әкімі Берік Оспанов «Бақ» жобасы аясында 12 мектеп пен 3 мыңнан астам пәтер салынғанын айтты. ';

/** Four times as much text may take four times as long; sixteen times would be the square. */
test.each<[what: string, piece: string, times: number, atMost?: number]>([
  ['a Russian story', STORY, 100],
  ['a Kazakh story', OQIGHA, 100],
  ['one line without a stop', STORY.replaceAll('.', ','), 60],
  ['a list of places', 'Семей, Тараз, Актау и Атырау, ', 400],
  ['a list of districts', 'Аксуский, Сарканский, Бурабайский, ', 400],
  ['posts without names', 'аким, министр, заместитель председателя комитета ', 300],
  ['names without posts', 'Ерлан Оспанов, Сауле Бекжан, ', 400],
  ['figures of dates, places and programs', 'В 2024 году в Таразе открыли 5 школ по проекту «Сад». ', 200],
  // today: every number looks through the whole of its sentence; should grow as all the others do
  ['numbers in one sentence', '12, 15–18, 300 тыс. тенге, вдвое, ', 200, 40],
  ['digits', '9', 30_000],
  ['groups of digits', '999 ', 8_000],
  ['opening quotes', '«', 6_000],
  ['quotes in pairs', '«а» ', 5_000],
  ['one word', 'қ', 100_000],
  ['one Latin word', 'qa', 100_000],
  ['a story in Latin letters', 'Aýdanda 2,4 myń otbasy jańa páterge qonys aýdardy. ', 300],
  ['a story in Arabic letters', 'اۋداندا ٢٫٤ مىڭ وتباسى جاڭا پاتەرگە قونىس اۋداردى. ', 300],
  ['Latin letters and apostrophes', "s'a'", 20_000],
  ['lone surrogates in Latin letters', 'jańa\ud800 ', 5_000],
  ['percent signs and Arabic digits', '٪١', 10_000],
  ['letters and marks', 'а\u0301', 20_000],
  ['marks alone', '\u0301', 50_000],
  ['halves of characters', '\ude00\ud83d', 20_000],
  ['NUL', 'а\0', 20_000],
  ['a list of people with one post', 'депутаты Ерлан Оспанов, Сауле Бекжан, Айгуль Ахметова, ', 200],
  ['names in one sentence', 'Ерлан Оспанов, Сауле Бекжан, Айгүл Ахметова, ', 300],
  ['programs in one sentence', 'проект «Сад», акция «Бақ», ', 300],
  ['parts of what a program counted', '«Бақ» жобасымен 131 нысан жөнделді, нысандардың 78-і дайын. ', 150],
  ['those who take part in a program', 'По проекту «Сад» подали 12 заявок, участникам дали 5 грантов. ', 150],
  ['events in one sentence', 'в 2024 году в Таразе открыт центр «Бақыт» и запущен проект «Сад», ', 100],
  ['events of no end', 'ашылды құрылды басталды ', 1_000],
  ['appointments in one sentence', 'Ерлан Оспанов назначен акимом Тараза, ', 150],
  ['verbs of events without a stop', 'открыл начал создал ', 1_000],
  ['words of two scripts', 'Aстaнa қaлaсы, ', 2_000],
  ['letters of many scripts', 'аbגض東', 10_000],
  ['times of day in a list', 'в 9.15, 9.30, ', 1_000],
  ['figures set against each other', 'не 5, а 6, вместо 7 из 8, ', 300, 40],
  ['hyphens', 'а-', 20_000],
  ['line breaks', 'а\n', 5_000],
  ['headings', 'Читайте также:\nЗаголовок 5\n', 300],
  ['brackets', '(', 10_000],
  ['stops', '5. ', 2_000],
])('time grows with the length and no more: %s', (_, piece, times, atMost = 10) => {
  expect(growth(piece.repeat(times), piece.repeat(times * 4), atMost)).toBeLessThan(atMost);
});
