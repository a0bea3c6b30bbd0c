import { EndingTable } from '../../ending-table.ts';
import { dictionaryForm, lemmas, listedPlural } from './lemma.ts';

/*
 * Words of a Russian clause told apart by their endings, and the forms by which a clause becomes a noun phrase:
 * «построено 5 школ» → «построенные школы». Shapes, not analyses; written from knowledge of the language.
 */

/** What a word is in a clause as far as its shape tells; a noun is whatever is nothing else. */
export type WordClass = 'noun' | 'adjective' | 'finite' | 'short' | 'infinitive' | 'adverb';

const Is = {
  finite: 1,
  /** A masculine of the past without its -л, and what only looks like one. */
  bare: 2,
  notBare: 4,
  infinitive: 8,
  short: 16,
  adjective: 32,
  notAdjective: 64,
  adverb: 128,
  /** «Жители», «получатели»: people by what they do. */
  doer: 256,
} as const;
/** Of words that have е for ё. */
const ENDINGS = new EndingTable({
  [Is.finite]:
    '[аеиоуыя]л(ся)?|[а-я]л[аои](сь)?|[еиуюая]т(ся)?|' +
    // «построим», «доведём»: endings of nouns and adjectives too, so by their stems.
    '(ру|да|жида|име|све|бве|дове|изве|риве|рове|кро|стро|меня|влека|отавлива)ем|(стро|уст|куп|ад|дел|вел|лич|крат|луч|сниз|ыс|шир|дн|нч|став|монт)им|[дс]нимем|примем|начнем',
  [Is.bare]: '(^(пере|вы|про|по|от|с|со|за)?даст|(вы|воз|под)рос|(до|по)стиг|мог|[вз]ез|нес)(ся)?',
  [Is.notBare]: 'воз|нос',
  [Is.infinitive]: '[аеиоуыя]ть(ся)?|((ве|не|вез|рас|спас|цве)[сз]?|й)ти(сь)?|[еио]чь(ся)?',
  [Is.short]: '[аяе]н[аоы]?|(ры|ня|ша|бы|ви|ли)т[аоы]|(пригодн|^(не)?готов|согласн|способн|доступн)[аоы]',
  [Is.adjective]: '([ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ыи]ми|[ую]ю)(ся)?',
  [Is.notAdjective]:
    'ни[йеяю]|ти[йеяю]|ци[йяю]|ри[йяю]|ли[йяю]|си[йяю]|чи[йяю]|[вгдз]и[яю]|[чт]ей|лей|емью|стью|ью',
  [Is.doer]: '[аяи]тели',
  [Is.adverb]: '[нкжч]о|(ич|ят|ел)ески',
});

/** Nouns, adverbs and predicates shaped like verbs, in the dictionary form; all their forms are known by the stem. */
const NOT_VERBS = `
  дело село школа число тело масло мыло весло начало правило сила скала пол пола поле зал стол канал металл угол посол узел балл бал вал тыл
  материал капитал персонал филиал терминал сериал потенциал журнал сигнал минерал отдел раздел предел надел интервал перевал подвал вокзал
  обвал арсенал карнавал фестиваль земля соль цель неделя модель мебель доля роль боль пыль отрасль мысль деталь медаль печаль отель туннель
  бюджет совет кабинет билет пакет комитет университет факультет приоритет авторитет иммунитет интернет предмет макет букет портрет
  расчет счет учет отчет зачет подсчет рассвет свет цвет ответ привет запрет завет газета анкета планета ракета диета котлета конфета секрет
  сюжет кредит лимит дефицит профицит визит гранит магнит транзит аудит депозит элита
  акимат маслихат аппарат результат сертификат мандат адвокат депутат кандидат лауреат делегат формат агрегат салат халат доклад чемпионат
  интернат комбинат экспонат магистрат автомат климат палата оплата плата зарплата выплата затрата утрата дата карта
  институт маршрут статут атрибут минута салют валюта приют уют ребята
  страна сцена цена смена стена замена измена отмена план орган экран член роман фонтан баран стан стакан ураган туман кран океан  вулкан
  грань охрана рана весна сосна тона тонна зона норма гражданин горожанин сельчанин карман сазан
  антенна луна волна война старшина величина причина машина половина глубина длина ширина плен   обмен размен клен
  зерно пятно полотно окно вино кино звено дно сукно  можно нужно должно важно видно давно равно равен верно намерен нужен должен
  частота квота льгота субсидия рота пехота работа суббота забота высота охват обхват захват возврат
  титан сарай  тарлан каштан меценат формат 
  кабинет бильярд предел спектакль рубль апрель
  ткань день корень
  отельер сеть часть область власть помощь площадь
  газопровод стационар магистраль магистрали сельхозугодья угодья
  балет пистолет самолет вертолет полет взлет налет бассейн
  ислам экзамен безмен  модуль`;

let stems: ReadonlySet<string> | undefined;

/** Is a word shaped like a verb a noun all the same? */
function isKnownNoun(word: string): boolean {
  stems ??= new Set(NOT_VERBS.trim().split(/\s+/u).flatMap(lemmas));
  return lemmas(word).some((lemma) => (stems as ReadonlySet<string>).has(lemma));
}

/** Is a word a verb, a short participle, an adjective, an adverb or, as nothing tells, a noun? Takes small letters. */
export function wordClass(norm: string): WordClass {
  const word = norm.replaceAll('ё', 'е');
  if (word.length < 4) return 'noun';
  const is = ENDINGS.bitsOf(word);
  if (is & Is.doer) return 'noun';
  if (is & Is.bare && !(is & Is.notBare)) return 'finite';
  if (is & (Is.short | Is.finite)) return isKnownNoun(word) ? 'noun' : is & Is.short ? 'short' : 'finite';
  if (is & Is.infinitive) return isKnownNoun(word) ? 'noun' : 'infinitive';
  if (is & Is.adjective && !(is & Is.notAdjective)) return 'adjective';
  return is & Is.adverb && !isKnownNoun(word) ? 'adverb' : 'noun';
}

const VELAR = /[гкхжшчщ]$/u;
/** The nominative plural of an unlisted noun from the form that a number or a preposition gave it. */
export function nominativePlural(norm: string): string {
  const word = norm.replaceAll('ё', 'е');
  const listed = listedPlural(norm);
  if (listed !== undefined) return listed;
  const cut = (n: number, ending: string): string => word.slice(0, -n) + ending;
  const hard = (stem: string): string => stem + (VELAR.test(stem) ? 'и' : 'ы');
  if (/ств(?:а|ам|ами|ах)?$/u.test(word)) return word.replace(/ств(?:а|ам|ами|ах)?$/u, 'ства');
  if (/ни(?:й|я|ям|ями|ях)$/u.test(word)) return word.replace(/и(?:й|я|ям|ями|ях)$/u, 'ия');
  if (/и(?:й|ям|ями|ях)$/u.test(word)) return word.replace(/и(?:й|ям|ями|ях)$/u, 'ии');
  if (/[цкч]ев$/u.test(word)) return hard(word.slice(0, -2));
  if (/ев$/u.test(word)) return cut(2, 'и');
  if (/ов$/u.test(word)) return hard(word.slice(0, -2));
  if (/(?:ей|ям|ях)$/u.test(word)) return cut(2, 'и');
  if (/ями$/u.test(word)) return cut(3, 'и');
  if (/(?:ам|ах)$/u.test(word)) return hard(word.slice(0, -2));
  if (/ами$/u.test(word)) return hard(word.slice(0, -3));
  if (/[^аеиоуыэюя][оеё]к$/u.test(word)) return cut(2, 'ки');
  if (/а$/u.test(word)) return hard(word.slice(0, -1));
  if (/[яь]$/u.test(word)) return cut(1, 'и');
  return /[аеиоуыэюя]$/u.test(word) ? word : hard(word);
}

/** An adjective or participle in the nominative plural: `новых`, `новому`, `новая` → `новые`. */
export const adjectivePlural = (norm: string): string =>
  norm
    .replace(/(?:ый|ой|ая|ое|ого|ому|ым|ом|ую|ых|ыми)(ся)?$/u, (ending, reflexive = '') =>
      /[гкх]$/u.test(norm.slice(0, -ending.length)) ? `ие${reflexive}` : `ые${reflexive}`,
    )
    .replace(/(?:ий|яя|ее|его|ему|им|ем|юю|их|ими)(ся)?$/u, 'ие$1');

/** Which form of a participle a noun asks for. */
export type Agreement =
  | 'plural'
  | 'masculine'
  | 'feminine'
  | 'neuter'
  | 'genitivePlural'
  | 'genitive'
  | 'genitiveFeminine';
const AGREEING: Record<Agreement, string> = {
  plural: 'ые',
  masculine: 'ый',
  feminine: 'ая',
  neuter: 'ое',
  genitivePlural: 'ых',
  genitive: 'ого',
  genitiveFeminine: 'ой',
};

/** `открыты`, `готовы` → `открытые`, `готовые`: the full form of a short participle or adjective. */
export function fullParticiple(norm: string, agreement: Agreement): string {
  const stem = norm.replace(/[аоы]$/u, '');
  return `${stem}${/[аяеё]н$/u.test(stem) ? 'н' : ''}${AGREEING[agreement]}`;
}

/** `поступило`, `вернулись` → `поступившие`, `вернувшиеся`: the participle of a verb in the past. */
export function pastParticiple(norm: string): string | null {
  const found = /^(.+?)л(?:[аои])?(с[ья])?$/u.exec(norm);
  if (!found) return null;
  const [, stem = '', reflexive] = found;
  const base = stem.endsWith('ш') ? `${stem}едш` : /[аеиоуыяё]$/u.test(stem) ? `${stem}вш` : `${stem}ш`;
  return `${base}ие${reflexive ? 'ся' : ''}`;
}

/** Is a verb reflexive: what it tells of is its subject? */
export const isReflexive = (norm: string): boolean => /с[ья]$/u.test(norm);

const THIRD_PLURAL: readonly (readonly [RegExp, string])[] = [
  [/л(?:о|а)?$/u, 'ли'],
  [/л(?:ось|ась|ся)$/u, 'лись'],
  [/([аяуюе])ет(ся)?$/u, '$1ют$2'],
  [/([жшчщ])ит(ся)?$/u, '$1ат$2'],
  [/ит(ся)?$/u, 'ят$1'],
  [/[её]т(ся)?$/u, 'ут$1'],
];

/** A finite verb in the plural, for a relative clause about many: `получило` → `получили`, `работает` → `работают`. */
export function pluralVerb(norm: string): string {
  for (const [ending, plural] of THIRD_PLURAL) if (ending.test(norm)) return norm.replace(ending, plural);
  return norm;
}

/** Does a verb in the past agree with a neuter or with a number: `поступило`, `открылось`? */
export const isNeuterPast = (norm: string): boolean => /л(?:о|ось)$/u.test(norm);

/** Does a verb stand in the singular of the past, masculine or feminine: `проверил`, `открылась`? */
export const isSingularPast = (norm: string): boolean => /[аеиоуыя]л(?:а|ась|ся)?$/u.test(norm);

/** Does a verb stand in the singular of the present: `работает`, `даст`? */
export const isSingularPresent = (norm: string): boolean => /(?:[её]т|ит)(?:ся)?$/u.test(norm);

/** Could a noun be a neuter in the nominative: `министерство`, `управление`? */
export const looksNeuter = (norm: string): boolean => /[^аеиоуыэюя][ое]$|ие$/u.test(norm);

/** Could a noun be the accusative of a feminine: `акцию`, `помощь` aside? */
export const looksAccusative = (norm: string): boolean => /[^ую][ую]$/u.test(norm);

/** `специальную`, `выплату` → `специальная`, `выплата`; any other word as it is. */
export const withoutAccusative = (norm: string): string =>
  norm
    .replace(/ую$/u, 'ая')
    .replace(/юю$/u, 'яя')
    .replace(/([^аеиоуыэюя])у$/u, '$1а')
    .replace(/([^у])ю$/u, '$1я');

/** A noun of action: `строительство`, `закупку`, `лечение`. */
export const looksAction = (norm: string): boolean =>
  /(?:[аеяё]ни[еяю]|[ыя]ти[еяю]|[ая]ци[яию]|тельств[оау]|куп[кц][аиу]|ремонта?|запуска?)$/u.test(norm);

/** Whether a form is in the dative, the instrumental or the prepositional of the plural; other endings do not tell. */
export function obliquePlural(norm: string): 'dative' | 'instrumental' | 'prepositional' | null {
  if (/[ая]ми$|ьми$|[ыи]ми$/u.test(norm)) return 'instrumental';
  if (/[ая]м$|[ыи]м$/u.test(norm)) return 'dative';
  return /[ая]х$/u.test(norm) ? 'prepositional' : null;
}

/** `охватом`, `высотой`, `площадью` → `охват`, `высота`, `площадь`: a size that is told in the instrumental. */
export const nominativeOfSize = (norm: string): string =>
  dictionaryForm(norm) ??
  norm
    .replace(/ом$/u, '')
    .replace(/ой$/u, 'а')
    .replace(/ей$/u, 'я')
    .replace(/ью$/u, 'ь')
    .replace(/(?<=с)е$/u, '')
    .replace(/у$/u, 'а');

/** The number and gender of a noun in the genitive, read from its ending, for what agrees with it. */
export function genitiveAgreement(norm: string): Agreement {
  if (/(?:ого|его|а|я)$/u.test(norm) && !/[ая]я$/u.test(norm)) return 'genitive';
  return /[ыи]$/u.test(norm) ? 'genitiveFeminine' : 'genitivePlural';
}

/** A noun in the nominative and what agrees with it. */
export interface Named {
  readonly text: string;
  readonly agreement: Agreement;
}

/** The nominative of a noun that stands in the genitive: `дорог` → `дороги`, `мусора` → `мусор`, `продукции` → `продукция`. */
export function nominativeOfGenitive(norm: string): Named {
  const known = dictionaryForm(norm);
  if (/(?:[оеё]в|ей|[^аеиоуыэюяё])$/u.test(norm))
    return { text: nominativePlural(norm), agreement: 'plural' };
  if (known !== undefined) return { text: known, agreement: genderOf(known) };
  if (/(?:ств|ь|н[иь]|т[иь])[ая]$/u.test(norm))
    return { text: norm.slice(0, -1) + (norm.endsWith('а') ? 'о' : 'е'), agreement: 'neuter' };
  if (/а$/u.test(norm)) return { text: norm.slice(0, -1), agreement: 'masculine' };
  if (/я$/u.test(norm)) return { text: `${norm.slice(0, -1)}ь`, agreement: 'masculine' };
  if (/ии$/u.test(norm)) return { text: `${norm.slice(0, -1)}я`, agreement: 'feminine' };
  if (/(?:[гкхжшчщ]и|ы)$/u.test(norm)) return { text: `${norm.slice(0, -1)}а`, agreement: 'feminine' };
  if (/и$/u.test(norm)) return { text: `${norm.slice(0, -1)}ь`, agreement: 'feminine' };
  return { text: norm, agreement: 'plural' };
}

const genderOf = (noun: string): Agreement =>
  /[оеё]$/u.test(noun) ? 'neuter' : /[аяь]$/u.test(noun) ? 'feminine' : 'masculine';

/**
 * The nominative of a noun in the prepositional of the singular, with the first attribute before it: `отметке` behind
 * `опасной` → `отметка`; null where neither tells it, and for actions, which are no measure.
 */
export function nominativeOfPrepositional(norm: string, before: string | undefined): Named | null {
  const known = dictionaryForm(norm);
  if (known !== undefined) return { text: known, agreement: genderOf(known) };
  if (/ости$|[цс]ии$/u.test(norm)) {
    const text = norm.endsWith('ости') ? `${norm.slice(0, -1)}ь` : `${norm.slice(0, -1)}я`;
    return { text, agreement: 'feminine' };
  }
  if (!norm.endsWith('е') || before === undefined) return null;
  const stem = norm.slice(0, -1);
  if (/[ое]й$/u.test(before)) return { text: `${stem}а`, agreement: 'feminine' };
  return /[ое]м$/u.test(before)
    ? { text: stem.endsWith('тел') ? `${stem}ь` : stem, agreement: 'masculine' }
    : null;
}

/** Is a noun behind its verb in the genitive, as far as its ending tells: `удобрений`, `жилья`, `сделок`? */
export const looksGenitiveObject = (norm: string): boolean =>
  obliquePlural(norm) === null && !/(?:[оеё]м|[оеё]й(?<!ей)|ью|[уюе])$/u.test(norm);

/** `средней`, `хорошей`: could be an oblique form of a soft adjective, where a noun follows. */
export const looksSoftAttribute = (norm: string): boolean => /[нш]ей$/u.test(norm);

/** An attribute in the nominative that agrees: `твёрдого`, `твёрдых` → `твёрдый`, `твёрдые`. */
export const attribute = (norm: string, agreement: Agreement): string =>
  agreement === 'plural'
    ? adjectivePlural(norm)
    : adjectivePlural(norm.replace(/([нш])ей$/u, '$1ие')).replace(
        /([гкх]?)([ыи])е(ся)?$/u,
        (_, velar: string, vowel: string, tail = '') => {
          const soft = velar === '' && vowel === 'и';
          const ending = { feminine: soft ? 'яя' : 'ая', neuter: soft ? 'ее' : 'ое' }[agreement as string];
          return velar + (ending ?? `${vowel}й`) + tail;
        },
      );

/** The relative pronoun of what a clause tells about; in other cases than the nominative of the plural only. */
export const WHO: Readonly<Record<string, string>> = {
  plural: 'которые',
  masculine: 'который',
  feminine: 'которая',
  neuter: 'которое',
  genitivePlural: 'которые',
};
/** The feminine as an object: «мука, которую вывезли». */
export const WHOM = 'которую';
export const OF_WHOM = 'которых';
export const TO_WHOM = 'которым';
export const BY_WHOM = 'которыми';

/** What hectares measure where a clause names no noun for them. */
export const AREA = 'площадь';

/** What a share is a share of, in the genitive. */
export const shareOf = (genitive: string): string => `доля ${genitive}`;
/** What a figure of change tells of what it is about. */
export const CHANGE = { up: 'рост', down: 'снижение' } as const;
/** Do words speak of a change themselves: «рост бюджета», «подорожание топлива»? */
export const tellsChange = (text: string): boolean =>
  /(?:^|[ «])(?:при)?рост|прибавк|(?:увелич|сниж|уменьш|сокращ|повыш|измен|расшир|пад|подорож)[еа]ни|удешевлени|спад/u.test(
    text,
  );
/** What a loan is given at, alone and with the loan in the genitive. */
export const RATE = 'ставка';
export const rateOf = (genitive: string): string => `${RATE} ${genitive}`;
/** What is paid, where the clause only names the sum. */
export const FUNDS = 'средства';
