import { expect, test } from 'vitest';
import type { Facts, IndicatorFact } from '../core/facts.ts';
import { loadExtractor } from './index.ts';

/*
 * Kazakh is one language in every script: each sentence is written in Cyrillic, put into five other spellings by the
 * tables below (which are this test's own), and must give the same facts from all.
 */
const extractor = loadExtractor();
const read = (text: string): Facts => extractor.extract({ id: 'a', text, published: '2026-03-10' });

const CYRILLIC = 'а ә б в г ғ д е ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ч ш щ ы і э ц ю я ё ь ъ'.split(
  ' ',
);
const SPELLINGS = {
  '2017':
    "a a' b v g g' d e j z i' i' k q l m n n' o o' p r s t y' u u' f h h c' s' s' y i e ts i'y' i'a i'o",
  '2018': 'a á b v g ǵ d e j z ı ı k q l m n ń o ó p r s t ý u ú f h h ch sh sh y i e ts ıý ıa ıo',
  '2019': 'a ä b v g ğ d e j z ı ı k q l m n ŋ o ö p r s t w u ü f h h ç ş ş y i e ts ıw ıa ıo',
  '2021': 'a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ç ş ş y ı e ts iu ia io',
  arabic: 'ا ا ب ۆ گ ع د ە ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ چ ش شش ى ى ە تس يۋ يا يو',
} as const;
type Spelling = keyof typeof SPELLINGS;

function written(text: string, spelling: Spelling): string {
  const signs = SPELLINGS[spelling].split(' ');
  const sign = (c: string): string => {
    const at = CYRILLIC.indexOf(c.toLowerCase());
    if (at < 0) return c;
    const out = signs[at] ?? '';
    return c === c.toLowerCase() ? out : out.charAt(0).toUpperCase() + out.slice(1);
  };
  const whole = text.replace(/\p{L}+/gu, (word) => {
    const latin = [...word].map(sign).join('');
    if (spelling !== 'arabic') return latin;
    // The hamza stands where nothing else tells that the word is front.
    const low = word.toLowerCase();
    const front = /[әөүі]/u.test(low) && !/[гкеэ]/u.test(low);
    return (front ? 'ٴ' : '') + latin.toLowerCase();
  });
  return spelling === 'arabic' ? whole.replaceAll(', ', '، ').replaceAll('?', '؟') : whole;
}

/** How hands write them: curly apostrophes, one i for two, no marks at all, Arabic digits, y and u for й and ұ. */
const HABITS: Readonly<Record<string, readonly [Spelling, (text: string) => string]>> = {
  '2017, curly': ['2017', (t) => t.replaceAll("'", '’')],
  '2018, i for ı': ['2018', (t) => t.replaceAll('ı', 'i')],
  'no marks': [
    '2021',
    (t) =>
      t
        .replaceAll('ş', 'sh')
        .replaceAll('Ş', 'Sh')
        .replaceAll('ı', 'i')
        .normalize('NFD')
        .replace(/\p{M}/gu, ''),
  ],
  '2021, i for ı': ['2021', (t) => t.replaceAll('ı', 'i')],
  '2021, u for ū': ['2021', (t) => t.replaceAll('ū', 'u').replaceAll('Ū', 'U')],
  'arabic, own digits': [
    'arabic',
    (t) => t.replace(/\d/gu, (d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)] ?? '').replace(/(?<=[٠-٩]),(?=[٠-٩])/gu, '٫'),
  ],
};

/** Slots of a figure that hold no words of the text. */
const SLOTS = [
  'value',
  'high',
  'previous',
  'order',
  'comparator',
  'unit',
  'measure',
  'direction',
  'status',
  'hedge',
  'inferred',
] as const satisfies readonly (keyof IndicatorFact)[];

/** What must be the same whatever the script; a program named in quotation marks is told in the script of the text. */
const told = (facts: Facts, spelled: (name: string) => string): unknown => ({
  lang: facts.article.lang,
  indicators: facts.indicators.map((i) => ({
    ...Object.fromEntries(SLOTS.map((slot) => [slot, i[slot]])),
    region: i.region?.id ?? null,
    program: i.program?.id ?? null,
    period: [i.period?.from, i.period?.to],
  })),
  regions: facts.regions.map((r) => [r.id, r.name.kk, r.mentions.length]),
  programs: facts.programs.map((p) => [p.id, spelled(p.name), p.kind]),
  events: facts.events.filter((e) => e.official === null).map((e) => [e.kind, e.date.from, e.region]),
});
const people = (facts: Facts): unknown[] => [
  ...facts.officials.map((o) => [o.name, o.post, o.postId, o.jurisdiction, o.role]),
  ...facts.events.filter((e) => e.official !== null).map((e) => [e.kind, e.official, e.post]),
];

const SENTENCES: readonly string[] = [
  'Қызылорда облысында биыл 14 мектеп пен 3 емхана салынды, деп хабарлады әкімдік.',
  'Облыс әкімі Нұрлан Сәрсенов Түркістан қаласындағы жаңа аурухананы аралап көрді.',
  'Былтыр орталықтар саны 33-тен 131-ге дейін өсті.',
  'Ақмола, Абай және Қостанай облыстарында 1 250 отбасы жаңа пәтерге қоныс аударды.',
  'Қаржы министрі Ерұлан Бекенов бюджетке 541 млрд теңге түскенін айтты.',
  'Инфляция 8,6 пайызға дейін төмендеді, бұл туралы Ұлттық банк мәлімдеді.',
  'Жұмыссыздық деңгейі 4,8%-дан 4,5%-ға дейін азайды.',
  '2024 жылы Маңғыстау облысында 2,4 млрд теңгеге су құбыры тартылды.',
  'Бағдарлама аясында 45 мыңнан астам адам жұмысқа орналасты.',
  'Кемінде 500 оқушы тегін тамақпен қамтамасыз етілді.',
  '«Бақытты отбасы» бағдарламасы бойынша 3 мыңға жуық отбасы баспаналы болды.',
  '«Жасыл ел» жобасына Павлодар облысынан 800 жас қатысты.',
  'Астанада 12 қаңтарда өткен жиында Үкімет басшысы жаңа міндеттер қойды.',
  'Бұл көрсеткіш былтырғы жылмен салыстырғанда 1,5 есе артты.',
  'Шымкент қаласының әкімі Ғабит Рахымов 2025 жылғы 3 наурызда тағайындалды.',
  'Атырау облысы әкімінің орынбасары Сәуле Оразқызы жобаны таныстырды.',
  'Ауданда 5 жаңа балабақша ашылып, 640 бала орын алды.',
  'Атаулы әлеуметтік көмекті 78 мың адам алып отыр.',
  'Биыл Солтүстік Қазақстан облысында 6 ауыл ауыз сумен қамтылды.',
  'Зейнетақы 2026 жылы 10 пайызға өседі деп жоспарланған.',
  'Еңбек министрлігінің мәліметінше, елімізде 1,3 миллион адам жұмыс іздеп жүр.',
  'Жетісу облысында 27 км жол жөнделді, оған 1,2 млрд теңге бөлінді.',
  'Мемлекет басшысы Қасым-Жомарт Тоқаев жаңа заңға қол қойды.',
  'Полиция қызметкерлері 120 мигрантты тексерді, 15 адам жауапқа тартылды.',
  'Алматы қаласында 9 медициналық орталық пен 2 автомобиль көпірі салынады.',
  'Өткен жылы 2 мың тонна бидай экспортқа шығарылды.',
  'Грант саны 20-дан 35-ке дейін көбейді, оның 12-сі ауыл жастарына берілді.',
  'Түркістан облысында кәсіпкерлердің үлесі 37,5%-ы құрады.',
  'Энергетика министрі Ақан Сәтбаев Екібастұзда екі жылу электр станциясы салынатынын айтты.',
  'Ұлытау облысының әкімдігі 2027 жылға дейін 1 500 жұмыс орнын ашуды жоспарлап отыр.',
  'Батыс Қазақстан облысында мал басы 7 пайызға көбейіп, 1,9 миллионға жетті.',
  '«Дипломмен ауылға» бағдарламасы аясында 240 маманға жалпы сомасы 310 млн теңге жәрдемақы төленді.',
  'Көкшетауда көпбалалы 60 отбасыға пәтер кілті табысталды.',
  'Әр оқушыға 25 мың теңгеден көмек көрсетілді.',
  'Ауыл шаруашылығы вице-министрі Ермек Кенжеханов егін жинау 96 пайызға аяқталғанын хабарлады.',
  'Семей қаласында 2026 жылғы 1 қыркүйекте 900 орындық мектеп ашылды.',
  'Елімізде 300-ге жуық фельдшерлік пункт ашылып, 700 мың тұрғын дәрігер көмегін алды.',
  'Жұмыссыздар саны 12 мың адамға қысқарды.',
  'Былтыр 50-ден астам кәсіпорын 8,4 млрд АҚШ долларына өнім экспорттады.',
  'Жамбыл облысында бес балабақша мен екі мектеп күрделі жөндеуден өтті.',
  'Тасқын кезінде 3 мыңға жуық адам, оның ішінде 900 бала қауіпсіз жерге көшірілді.',
  'Мәжіліс депутаты Айгүл Нұрқанова заң жобасын таныстырды.',
  'Бюджет тапшылығы 2,7 пайыздан аспайды.',
];

/** What is not the same today, by spelling and number of the sentence. */
const UNDECIDED = 'today: too few words to tell the language; should be Kazakh';
const KNOWN: Readonly<Record<string, string>> = {
  '2021, u for ū 4': 'today: Ерулан, as nobody lists the name; should be Ерұлан',
  '2021, u for ū 41': 'today: Нурқанова, as nobody lists surnames; should be Нұрқанова',
  'no marks 1': 'today: Сарсенов; should be Сәрсенов',
  'no marks 15': 'today: Сауле, which the list of names has too; should be Сәуле',
  'no marks 20': 'today: another language; should be Kazakh',
  'no marks 27': UNDECIDED,
  'no marks 32': UNDECIDED,
  'no marks 33': UNDECIDED,
  'no marks 42': UNDECIDED,
};

const WAYS: Readonly<Record<string, readonly [Spelling, (text: string) => string]>> = {
  ...Object.fromEntries(Object.keys(SPELLINGS).map((s) => [s, [s as Spelling, (t: string) => t] as const])),
  ...HABITS,
};
for (const [way, [spelling, habit]] of Object.entries(WAYS))
  for (const [k, sentence] of SENTENCES.entries())
    test(`${way}, ${k}: ${sentence}`, () => {
      const text = habit(written(sentence, spelling));
      const facts = read(text);
      const plain = read(sentence);
      for (const m of facts.mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
      const quoted = new Set([...sentence.matchAll(/«(.+?)»/gu)].map((m) => m[1]));
      const want = [
        told(plain, (n) => (quoted.has(n) ? habit(written(n, spelling)) : n)),
        spelling === 'arabic' ? [] : people(plain),
      ];
      const got = [told(facts, (n) => n), people(facts)];
      if (`${way} ${k}` in KNOWN) expect(got, 'this is right now: take it out of KNOWN').not.toEqual(want);
      else expect(got, text).toEqual(want);
    });

/** Written by hand, as the press and people do; the facts in short, each with the words that say it. */
test.each<[what: string, text: string, facts: readonly string[]]>([
  [
    '2018, a dateline in capitals',
    'QYZYLORDA. QAZAQPARAT – Qyzylorda oblysynyń ákimi Murat Ergeshbaıuly jańa zaýyttyń ashylýyna qatysty. Zaýytta 250 adam jumys isteıdi, jobanyń quny – 12,4 mlrd teńge.',
    [
      '250 person «250 adam»',
      '12400000000 KZT «12,4 mlrd teńge»',
      'Мұрат Ергешбайұлы, akim, Қызылорда облысының әкімі «Murat Ergeshbaıuly»',
      'KZ-43/kyzylorda «QYZYLORDA»',
      'KZ-43 «Qyzylorda oblysynyń»',
    ],
  ],
  [
    '2021, i and ı mixed up, an English word and a site',
    'Elımızde 2025 jyly 1,2 mıllıon tonna bidai jinaldy, dep habarlady inform.kz. Bul bıylğy körsetkışten 15%-ğa artyq. «Smart Aul» jobasy boiynşa WhatsApp arqyly 8 200-den astam nesie berıldı.',
    [
      '1200000 tonne «1,2 mıllıon tonna»',
      '15 percent «15%-ğa»',
      '>8200 loan «8 200-den astam nesie»',
      'project Smart Aul «Smart Aul»',
    ],
  ],
  [
    '2017, apostrophes of three kinds and a quotation between two more',
    "A'ki'mdik «Bolas’aq» bag'darlamasy boi'yns'a 1 200 sty'dent oqyg'anyn ha'm 'jaz' kezin aitty: 45 myn'g'a jaqyn oqy's'y ju'r.",
    [
      "1200 person «1 200 sty'dent»",
      "45000 person «45 myn'g'a jaqyn oqy's'y»",
      'bolashak program Bolas’aq «Bolas’aq»',
    ],
  ],
  [
    'no marks, y for й',
    'Qazaqstan Prezidenti Qasym-Jomart Toqayev bugin Mangystau oblysyna bardy. Ol 500 oryndyq mektepti korip, 27 km jol jondelgenin aytty.',
    [
      '500 place «500 oryndyq»',
      '27 km «27 km»',
      'Қасым-Жомарт Тоқайев, president, Қазақстан Президенті «Qasym-Jomart Toqayev»',
      'KZ «Qazaqstan»',
      'KZ-47 «Mangystau oblysyna»',
    ],
  ],
  [
    'a heading in Cyrillic over a story in Latin, units and Roman numerals',
    'Қысқаша жаңалықтар\n2025 jyldyń III toqsanynda Semeı qalasynda 40 MW kún stantsııasy men 900 oryndyq mektep paıdalanýǵa berildi. Bul týraly oblys ákimdigi habarlady.',
    ['40 MW «40 MW»', '900 place «900 oryndyq»', 'KZ-10/semey «Semeı qalasynda»'],
  ],
  [
    'Arabic, digits of both kinds, the percent sign before its figure',
    'تۇركىستان قالاسىندا ٣ ەمحانا سالىندى، وعان ١٬٢٥٠ ملن تەڭگە جۇمسالدى. جۇمىسسىزدىق ٪4,5 بولدى، ال حالىق سانى ۱٫۵ ميلليون ادامعا جەتتى.',
    [
      '3 polyclinic «٣ ەمحانا»',
      '1250000000 KZT «١٬٢٥٠ ملن تەڭگە»',
      '4.5 percent «٪4,5»',
      '1500000 person «۱٫۵ ميلليون ادامعا»',
      'KZ-61/turkistan «تۇركىستان قالاسىندا»',
    ],
  ],
  // a Cyrillic text keeps its Latin names, whatever language they are in
  [
    'Latin names in Cyrillic',
    '«Saulyq Life» жобасы мен Human Rights Lawyers қоры бірлесті. Былтыр олар 30 ауылды қамтыды.',
    ['30 village «30 ауылды»', 'saulyq-life project Saulyq Life «Saulyq Life»'],
  ],
  ['Turkish', "Türkiye'de bu yıl 120 yeni okul açıldı, bakanlık açıkladı.", []],
  ['Uyghur', 'بۇ يىل ئۈرۈمچىدە 15 مەكتەپ سېلىندى.', []],
])('by hand: %s', (_, text, want) => {
  const facts = read(text);
  const at = (spans: readonly { readonly text: string }[]): string => `«${bare(spans[0]?.text ?? '')}»`;
  expect(
    [
      ...facts.indicators.map(
        (i) => `${i.comparator === '=' ? '' : i.comparator}${i.value} ${i.unit} «${i.quote}»`,
      ),
      ...facts.programs.map((p) => `${p.id ? `${p.id} ` : ''}${p.kind} ${p.name} ${at(p.mentions)}`),
      ...facts.officials.map((o) => `${o.name}, ${o.postId}, ${o.post} ${at(o.mentions)}`),
      ...facts.regions.flatMap((r) => r.mentions.map((m) => `${r.id} ${at([m])}`)),
    ].sort(),
  ).toEqual([...want].sort());
});

const bare = (text: string): string => text.replace(/[«»]/gu, '');
