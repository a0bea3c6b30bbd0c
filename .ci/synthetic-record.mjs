// A record as large as years of news would make it, in the shape of the extractor: programs, places and indicators of
// `data`, people in posts, press releases that several outlets tell in both languages, and corrections of numbers.

import { loadConcepts } from '../dist/catalog/indicators.js';
import { loadPlaces } from '../dist/catalog/places.js';
import { loadPrograms } from '../dist/catalog/programs.js';

/** How many values an article holds. */
export const VALUES = 10;
/** Articles of one story, of ten: the first tells it, the others tell it again. */
const STORIES = [1, 1, 1, 1, 1, 2, 2, 2, 3, 6];
const OUTLETS = Array.from({ length: 26 }, (_, at) => `outlet-${at + 1}`);
const DAYS = 1_500;
const FIRST_DAY = Date.UTC(2022, 0, 1);
/** Unlisted projects that only some articles name. */
const PROJECTS = 2_000;

const GIVEN = ['Берік', 'Нұрлан', 'Серік', 'Айгүл', 'Марат', 'Ерлан', 'Дана', 'Қайрат', 'Гүлнар', 'Асқар'];
const STEMS = [
  'Оспан',
  'Ахмет',
  'Жұмабай',
  'Ибрай',
  'Қасым',
  'Сәрсен',
  'Төлеген',
  'Мұрат',
  'Есен',
  'Бекболат',
];
const POSTS = [
  { id: 'akim', kk: 'әкім', ru: 'аким' },
  { id: 'minister', kk: 'министр', ru: 'министр' },
  { id: 'department-head', kk: 'басқарма басшысы', ru: 'руководитель управления' },
];
/** What is counted where no concept fits. */
const THINGS = [
  ['мектеп', 'школ', 'school'],
  ['отбасы', 'семей', 'family'],
  ['пәтер', 'квартир', 'apartment'],
  ['өтінім', 'заявок', 'application'],
  ['жылыжай', 'теплиц', 'greenhouse'],
  ['көпір', 'мостов', 'bridge'],
];
const QUALITIES = [
  ['жаңа', 'новых'],
  ['жөнделген', 'отремонтированных'],
  ['ауылдық', 'сельских'],
  ['жеке', 'частных'],
  ['мемлекеттік', 'государственных'],
];

/** Mulberry32 (T. Ettinger): the same record on every machine. */
function generator() {
  let seed = 7;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(random() * limit);
  return {
    below,
    of: (list) => list[below(list.length)],
    /** A few stand in most articles and most in a few, as in the news. */
    often: (list) => list[Math.floor(list.length * random() ** 2)],
    chance: (percent) => below(100) < percent,
  };
}

const letters = (word) =>
  word.replace(/[әғқңөұүі]/giu, (letter) => {
    const plain = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', і: 'и' }[letter.toLowerCase()];
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
  });
const words = (name) => ({ kk: name, ru: letters(name) });

function catalogue() {
  const places = loadPlaces().filter(({ id, until }) => id.startsWith('KZ') && until === null);
  const levels = ['country', 'oblast', 'city', 'district', 'village'];
  const regions = places
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1))
    .slice(0, 250)
    .map(({ id, level, kk, ru }) => ({ id, level, name: { kk, ru } }));
  const listed = loadPrograms().map(({ id, kind, name }) => ({ id, kind, name }));
  const projects = Array.from({ length: PROJECTS }, (_, at) => ({
    id: null,
    kind: 'project',
    name: words(`Жоба ${at + 1}`),
  }));
  const people = regions.flatMap((region, at) =>
    POSTS.map((post, of) => ({
      name: words(
        `${GIVEN[(at * 3 + of) % GIVEN.length]} ${STEMS[at % STEMS.length]}${of % 2 ? 'ов' : 'ев'}`,
      ),
      post,
      region,
    })),
  );
  return { regions, programs: [...listed, ...projects], people, concepts: loadConcepts() };
}

/** One value of a story: what every article of it says in its own language. */
function value(random, { concepts, regions, programs }, day) {
  const concept = random.chance(55) ? random.often(concepts) : null;
  const [kk, ru, thing] = random.of(THINGS);
  const quality = random.of(QUALITIES);
  const unit = concept === null ? thing : concept.units[0] === 'money' ? 'KZT' : concept.units[0];
  const percent = unit === 'percent';
  const subject =
    concept === null
      ? { kk: `${quality[0]} ${kk}`, ru: `${quality[1]} ${ru}` }
      : { kk: concept.kk[0]?.written ?? kk, ru: concept.ru[0]?.written ?? ru };
  const year = String(Number(day.slice(0, 4)) - random.below(2));
  const period = random.chance(10) ? null : random.chance(40) ? day.slice(0, 7) : year;
  return {
    concept,
    unit,
    unitClass: percent ? 'percent' : unit === 'KZT' ? 'money' : 'count',
    subject,
    number: percent
      ? 1 + random.below(990) / 10
      : 1 + random.below(10) ** random.below(6) * 37 + random.below(900),
    period,
    region: random.chance(55) ? random.often(regions) : null,
    program: random.chance(30) ? random.often(programs) : null,
    status: random.chance(5) ? 'planned' : concept?.time === 'rule' ? 'rule' : 'actual',
  };
}

/** What one outlet writes of a story, with the facts that its text states. */
function article(at, { day, values, official }, lang, publisher) {
  let text = lang === 'kk' ? 'Өңірде ' : 'В регионе ';
  const say = (words) => {
    const start = text.length;
    text += words;
    return { start, end: text.length, text: words };
  };
  const { post, region: seat } = official;
  say(`${post[lang]} `);
  const named = say(official.name[lang]);
  say(lang === 'kk' ? ` №${at} жиында есеп берді.` : ` выступил на совещании №${at}.`);
  const programs = new Map();
  const regions = new Map();
  const note = (map, thing, span) =>
    map.set(thing.id ?? thing.name.ru, { ...thing, rule: 'bench', mentions: [span] });
  const indicators = values.map((one) => {
    if (one.region !== null) note(regions, one.region, say(` ${one.region.name[lang]}:`));
    if (one.program !== null) note(programs, one.program, say(` «${one.program.name[lang]}»`));
    say(' ');
    const { start, end, text: quote } = say(`${one.number} ${one.subject[lang]}`);
    say(lang === 'kk' ? ' тіркелді.' : ' учтено за это время.');
    const { region, program, period } = one;
    return {
      id: `a${at}#${start}-${end}`,
      quote,
      start,
      end,
      measure: 'level',
      value: one.number,
      high: null,
      previous: null,
      order: null,
      comparator: '=',
      hedge: null,
      per: null,
      unit: one.unit,
      unitClass: one.unitClass,
      subject: one.subject[lang],
      concept: one.concept?.id ?? null,
      direction: null,
      status: one.status,
      period: period === null ? null : { from: period, to: period, text: period },
      region: region && { id: region.id, name: region.name },
      program: program && { id: program.id, name: program.name },
      source: null,
      inferred: [],
      rule: 'bench',
      confidence: 1,
    };
  });
  return {
    schema: 'derek/facts@1',
    article: {
      id: `a${at}`,
      lang,
      langConfidence: 1,
      script: 'cyrillic',
      title: lang === 'kk' ? `Жыл қорытындысы ${at}` : `Итоги года ${at}`,
      published: day,
      url: `https://${publisher}.example/${at}`,
      publisher,
      text,
      sections: [{ start: 0, end: text.length, kind: 'body' }],
    },
    mentions: [],
    programs: [...programs.values()].map((program) => ({ ...program, name: program.name[lang] })),
    regions: [...regions.values()],
    officials: [
      {
        id: null,
        name: official.name[lang],
        post: post[lang],
        postId: post.id,
        jurisdiction: { id: seat.id, name: seat.name[lang] },
        role: [],
        mentions: [named],
        rule: 'bench',
      },
    ],
    indicators,
    events: [],
    issues: [],
  };
}

/** The facts of so many articles, the oldest first. */
export function* syntheticFacts(count) {
  const random = generator();
  const known = catalogue();
  for (let at = 0; at < count; ) {
    const day = new Date(FIRST_DAY + Math.floor((at * DAYS) / count) * 86_400_000).toISOString().slice(0, 10);
    const told = {
      day,
      values: Array.from({ length: VALUES }, () => value(random, known, day)),
      official: random.often(known.people),
    };
    const first = random.chance(45) ? 'kk' : 'ru';
    for (let left = random.of(STORIES); left > 0 && at < count; left--, at++) {
      const lang = random.chance(60) ? first : first === 'kk' ? 'ru' : 'kk';
      yield article(at, told, lang, random.of(OUTLETS));
    }
  }
}
