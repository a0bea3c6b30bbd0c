import type { BilingualName } from '../core/facts.ts';
import type { Store } from '../store/index.ts';
import { sketch } from './facts.ts';

const AMANATY = { id: 'auyl-amanaty', name: { kk: 'Ауыл аманаты', ru: 'Ауыл аманаты' } };
const ABAI: { id: string; name: BilingualName } = {
  id: 'KZ-10',
  name: { kk: 'Абай облысы', ru: 'область Абай' },
};
const WEST = { id: 'KZ-27', name: { kk: 'Батыс Қазақстан облысы', ru: 'Западно-Казахстанская область' } };
const REGION = { level: 'oblast' } as const;

/** Text that would be a program if it were not escaped. */
export const HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>';

const RUSSIAN = sketch({
  id: 'credits-ru',
  url: 'https://rus.baq.kz/auyl-amanaty-itogi_300001/',
  publisher: 'baq-ru',
  lang: 'ru',
  title: 'Жители сёл получили больше льготных кредитов',
  published: '2026-02-04T10:15:00+05:00',
  text: [
    'В области Абай подвели итоги программы «Ауыл аманаты».',
    'В 2025 году по программе выдано более 12 тысяч кредитов, сообщил аким области Берик Уали.',
    'Объём финансирования вырос с 80 до 100 млрд тенге. В 2026 году планируется охватить ещё 5 тысяч семей.',
  ].join('\n'),
  programs: [{ quote: '«Ауыл аманаты»', id: AMANATY.id, name: 'Ауыл аманаты' }],
  regions: [{ quote: 'области Абай', ...ABAI, ...REGION }],
  officials: [
    {
      quote: 'Берик Уали',
      name: 'Берик Уали',
      post: 'аким области',
      postId: 'akim-oblast',
      jurisdiction: { id: 'KZ-10', name: 'область Абай' },
    },
  ],
  indicators: [
    {
      quote: 'выдано более 12 тысяч кредитов',
      value: 12_000,
      comparator: '>',
      hedge: 'более',
      unit: 'loan',
      subject: 'выданных кредитов',
      concept: 'loans-issued',
      period: { from: '2025', to: '2025', text: 'В 2025 году' },
      region: ABAI,
      program: AMANATY,
      source: 'Берик Уали',
      inferred: ['region'],
    },
    {
      quote: 'Объём финансирования вырос с 80 до 100 млрд тенге',
      value: 100e9,
      previous: 80e9,
      unit: 'KZT',
      unitClass: 'money',
      direction: 'up',
      subject: 'объём финансирования',
      program: AMANATY,
      inferred: ['program'],
    },
    {
      quote: 'планируется охватить ещё 5 тысяч семей',
      value: 5_000,
      unit: 'family',
      subject: 'семей',
      status: 'planned',
      period: { from: '2026', to: '2026', text: 'В 2026 году' },
      program: AMANATY,
    },
  ],
});

const KAZAKH = sketch({
  id: 'credits-kk',
  url: 'https://baq.kz/auyl-amanaty-qorytyndy-300002/',
  publisher: 'baq-kk',
  lang: 'kk',
  title: 'Ауыл тұрғындары 12 мыңнан астам жеңілдетілген несие алды',
  published: '2026-02-05T09:00:00+05:00',
  text: [
    'Абай облысында «Ауыл аманаты» бағдарламасының қорытындысы шығарылды.',
    'Бағдарлама аясында 2025 жылы 12 мыңнан астам несие берілді. 2024 жылы бұл көрсеткіш 9,5 мың болған.',
    'Жаңа кәсіпкерлік орталығы 2026 жылғы 20 қаңтарда ашылды.',
  ].join('\n'),
  programs: [{ quote: '«Ауыл аманаты» бағдарламасының', id: AMANATY.id, name: 'Ауыл аманаты' }],
  regions: [{ quote: 'Абай облысында', ...ABAI, ...REGION }],
  indicators: [
    {
      quote: '12 мыңнан астам несие берілді',
      value: 12_000,
      comparator: '>',
      hedge: 'астам',
      unit: 'loan',
      subject: 'берілген несие',
      concept: 'loans-issued',
      period: { from: '2025', to: '2025', text: '2025 жылы' },
      region: ABAI,
      program: AMANATY,
      inferred: ['region'],
    },
    {
      quote: '9,5 мың',
      value: 9_500,
      unit: 'loan',
      subject: 'берілген несие',
      concept: 'loans-issued',
      period: { from: '2024', to: '2024', text: '2024 жылы' },
      region: ABAI,
      program: AMANATY,
      inferred: ['region', 'subject'],
    },
  ],
  events: [
    {
      quote: 'Жаңа кәсіпкерлік орталығы 2026 жылғы 20 қаңтарда ашылды',
      kind: 'opening',
      date: { from: '2026-01-20', to: '2026-01-20', text: '2026 жылғы 20 қаңтарда' },
      program: 'Ауыл аманаты',
      region: 'Абай облысы',
    },
  ],
});

const UNDATED = sketch({
  id: 'notice-ru',
  publisher: 'liter',
  lang: 'ru',
  published: null,
  text: 'По программе «Ауыл аманаты» в Западно-Казахстанской области работают 46 кооперативов.',
  programs: [{ quote: '«Ауыл аманаты»', id: AMANATY.id, name: 'Ауыл аманаты' }],
  regions: [{ quote: 'Западно-Казахстанской области', ...WEST, ...REGION }],
  indicators: [
    {
      quote: '46 кооперативов',
      value: 46,
      unit: 'cooperative',
      subject: 'кооперативов',
      region: WEST,
      program: AMANATY,
    },
  ],
});

const TEASER = 'Читайте также: цены на хлеб';
const HEADLINE_TEXT = `Открыто 12 школ\nНовые здания приняли первых учеников.\n${TEASER}`;

/** A text that begins with its headline, and a teaser that stood under it on the page. */
const HEADLINE = sketch({
  id: 'headline',
  publisher: 'liter',
  lang: 'ru',
  title: 'Открыто 12 школ',
  text: HEADLINE_TEXT,
  indicators: [{ quote: '12 школ', value: 12, unit: 'school', subject: 'школ' }],
});

const ATTACK = sketch({
  id: 'hostile',
  url: 'javascript:alert(1)',
  publisher: 'liter',
  lang: 'ru',
  title: HOSTILE,
  text: `${HOSTILE} выдали 7 кредитов ${HOSTILE}`,
  programs: [{ quote: HOSTILE, name: HOSTILE }],
  indicators: [{ quote: 'выдали 7 кредитов', value: 7, subject: `=1+1"><b>${HOSTILE}` }],
});

const WELLS = { program: null, unit: 'well', subject: 'колодцев' };
const MONEY = { unit: 'KZT', unitClass: 'money' } as const;
const AKIM = { postId: 'akim', jurisdiction: { id: 'KZ-61/sozak', name: 'Созақ' } };

/** A story in two languages, which do not agree about the villages. */
const WELLS_KK = sketch({
  id: 'wells-kk',
  url: 'https://baq.kz/sozaq-qudyqtar-300003/',
  publisher: 'baq-kk',
  lang: 'kk',
  title: 'Созақта мыңнан астам құдық қазылды',
  published: '2026-02-03T09:00:00+05:00',
  text: 'Созақта 1 274 құдық қазылып, оған 318,5 млн теңге жұмсалды, деді аудан әкімі Нұрлан Өскенбай. 5 ауыл су алды.',
  officials: [{ quote: 'Нұрлан Өскенбай', ...AKIM }],
  indicators: [
    { ...WELLS, quote: '1 274 құдық', value: 1274, subject: 'құдық' },
    { quote: '318,5 млн теңге', value: 318_500_000, ...MONEY, subject: 'жұмсалған қаражат' },
    { quote: '5 ауыл', value: 5, unit: 'village', subject: 'ауыл' },
  ],
});

/** The Russian article as it was first published (`millions` as text), and as it was corrected. */
const wellsRu = (millions: string) =>
  sketch({
    id: 'wells-ru',
    url: 'https://liter.kz/kolodtsy-sozak/',
    publisher: 'liter',
    lang: 'ru',
    title: 'В Созаке пробурили колодцы',
    published: '2026-02-03T12:00:00+05:00',
    text: `В Созаке пробурили 1274 колодца за ${millions} млн тенге, сообщил аким Нурлан Ускенбай. Воду дали 6 сёлам.`,
    officials: [{ quote: 'Нурлан Ускенбай', ...AKIM }],
    indicators: [
      { ...WELLS, quote: '1274 колодца', value: 1274 },
      {
        quote: `${millions} млн тенге`,
        value: Number(millions.replace(',', '.')) * 1e6,
        ...MONEY,
        subject: 'расходы',
      },
      { quote: '6 сёлам', value: 6, unit: 'village', subject: 'сёл' },
    ],
  });

/**
 * One program in both languages, values with and without a date, a headline with a value, a story in two languages that
 * was edited, and an article that attacks its reader.
 */
export function fillExplorerRecord(store: Store): void {
  const fetchedAt = new Date('2026-02-06T04:00:00Z');
  const story = HEADLINE_TEXT.indexOf(TEASER);
  const withTeaser = {
    ...HEADLINE,
    article: {
      ...HEADLINE.article,
      sections: [
        { start: 0, end: story, kind: 'body' as const },
        { start: story, end: HEADLINE_TEXT.length, kind: 'teaser' as const },
      ],
    },
  };
  for (const facts of [RUSSIAN, KAZAKH, UNDATED, withTeaser, ATTACK])
    store.saveArticle({ fetchedAt }, facts, 'test@1');
  store.saveArticle({ fetchedAt: new Date('2026-02-03T08:00:00Z') }, wellsRu('308,5'), 'test@1');
  for (const facts of [WELLS_KK, wellsRu('318,5')]) store.saveArticle({ fetchedAt }, facts, 'test@1');
  store.link();
  store.recordRun({
    kind: 'demo',
    startedAt: new Date('2026-02-06T04:00:00Z'),
    finishedAt: new Date('2026-02-06T04:01:00Z'),
    ruleset: 'test@1',
    publishers: ['baq-ru', 'baq-kk', 'liter'],
    counts: { fetched: 6, new: 5, changed: 0, unchanged: 0, refused: 0, failed: 1 },
    problems: [{ input: 'https://liter.kz/broken/', detail: 'answered 503 three times' }],
    stopped: null,
  });
  const counts = { seen: 3, new: 2, changed: 0, unchanged: 0, failed: 1, skipped: 0 };
  const read = { read: 2, kazakh: 0, mojibake: 0, strayed: 0, title: 2, body: 0, published: 2, authors: 0 };
  const detail = "found where the publisher's file says in 0 of 2 articles";
  const publisher = 'liter';
  const alarms = [{ publisher, kind: 'field', field: 'body', detail } as const];
  store.days.put({ publisher, day: '2026-02-06', counts: { ...counts, ...read }, alarms });
}
