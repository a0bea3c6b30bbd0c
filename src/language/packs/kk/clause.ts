import { CASES, Tag } from '../../tags.ts';
import { Harmony, LOAN_ENDS, SoundClass, soundClass, stemHarmony } from './endings.ts';
import { lemma, reading } from './lemma.ts';

/*
 * The forms by which a Kazakh clause becomes a noun phrase: «газға 5 үй қосылды» → «газға қосылған үйлер».
 * One participle stands for subject and object alike, so the clause keeps its order and loses only its number.
 */

const BACK = /[аоұыяё][^аәеоөұүыіэяё]*$/u;
const isBack = (stem: string): boolean => {
  const harmony = stemHarmony(stem);
  // Loans with «и» last take front endings, `датчиктер`, `тарифтің`; but `тарихтың`.
  if (/и[^аәеоөұүыіэяёиухқғ]+$/u.test(stem)) return false;
  if ((harmony & Harmony.front) === 0) return true;
  // Loans in two consonants take front endings: `банктер`.
  return (harmony & Harmony.back) !== 0 && !LOAN_ENDS.has(stem.slice(-2)) && BACK.test(stem);
};
const VOICELESS = /[пкқтсшщчцфх]$/u;

/** The past participle of a verb stem: `қосыл` → `қосылған`, `көш` → `көшкен`. */
const past = (stem: string): string =>
  stem + (VOICELESS.test(stem) ? (isBack(stem) ? 'қан' : 'кен') : isBack(stem) ? 'ған' : 'ген');

/** Stems in a vowel that one consonant parts from the vowel before; of others two consonants tell: `анықта`, `байқа`. */
const IN_VOWEL =
  /(?:^|\s)(?:жаса|жина|сұра|қара|тара|сана|бағала|тазала|арала|өңде|төле|бақыла|қадағала|қайтала|шамала|сарала)$/u;
/** Stems in two consonants: `айт`, `тарт`. */
const IN_CONSONANTS = /(?:ай|қай|тар|жыр|ар|өр)т$/u;
/** `анықтады` is the past of a stem in a vowel, `алады` the present of one in a consonant. */
const endsInVowel = (stem: string): boolean =>
  IN_VOWEL.test(stem) ||
  (/[бвгғджзйкқлмнңпрстфхцчшщ]{2}[ае]$/u.test(stem) && !IN_CONSONANTS.test(stem.slice(0, -1)));
const STANDING: Readonly<Record<string, string>> = {
  отыр: 'отырған',
  жатыр: 'жатқан',
  тұр: 'тұрған',
  жүр: 'жүрген',
};
const present = (stem: string): string => `${stem}${/[аи]$/u.test(stem) || isBack(stem) ? 'тын' : 'тін'}`;

const FORMS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^(?:отыр|жатыр|тұр|жүр)$/u, (m) => STANDING[m[0]] ?? ''],
  [/^(.+[ғқ]ан|.+[гк]ен|.+(?:тын|тін))$/u, (m) => m[1] ?? ''],
  // `қояды` is of `қой`, й and а in one letter.
  [/^(.+[йия])(?:ды|ді)$/u, (m) => `${m[1]}${m[0].endsWith('ы') ? 'тын' : 'тін'}`],
  [/^(.+[ае])(?:ды|ді)$/u, (m) => (endsInVowel(m[1] ?? '') ? past(m[1] ?? '') : present(m[1] ?? ''))],
  [/^(.{2,}[ае])м[ыі]з$/u, (m) => present(m[1] ?? '')],
  [/^(.{2,}[йи])м[ыі]з$/u, (m) => `${m[1]}${m[0].endsWith('ыз') ? 'тын' : 'тін'}`],
  // Hearsay: `бөлініпті`, `төлепті`.
  [/^(.+[^аәеоөұүыіий])[ыі]пт[ыі]$/u, (m) => past(m[1] ?? '')],
  [/^(.{3,}[аәеоөұүыій])пт[ыі]$/u, (m) => past(m[1] ?? '')],
  [/^(.+)ды$/u, (m) => `${m[1]}ған`],
  [/^(.+)ді$/u, (m) => `${m[1]}ген`],
  [/^(.+)ты$/u, (m) => `${m[1]}қан`],
  [/^(.+)ті$/u, (m) => `${m[1]}кен`],
  [/^(.+)ймақ$/u, (m) => `${m[1]}ятын`],
  [/^(.+[^аәеоөұүыі])(?:[мбп]ақ|[мбп]ек)$/u, (m) => `${m[1]}${m[0].endsWith('қ') ? 'атын' : 'етін'}`],
  [/^(.+)(?:[мбп]ақ|[мбп]ек)$/u, (m) => `${m[1]}${m[0].endsWith('қ') ? 'йтын' : 'йтін'}`],
  [/^(.+)у(да|де)$/u, (m) => `${m[1]}${m[2] === 'да' ? 'ып' : 'іп'} жатқан`],
  // Stems in ы and і: `оқып` → `оқыған`.
  [/^((?:.*\s)?(?:оқы|таны|тоқы|байы|жібі|ері|кеңі|кемі))п$/u, (m) => past(m[1] ?? '')],
  [/^(.*[^аәеоөұүыіий])[ыі]п$/u, (m) => past(m[1] ?? '')],
  [/^(.*[аеәоөұүыій])п$/u, (m) => past(m[1] ?? '')],
  [/^(.{3,})с[ае]$/u, (m) => past(m[1] ?? '')],
];

/** The participle of a finite verb or converb: `қосылды` → `қосылған`, `алады` → `алатын`; null for what is none. */
export function participle(norm: string): string | null {
  if (norm.length < 3) return null;
  for (const [ending, make] of FORMS) {
    const found = ending.exec(norm);
    if (found) return make(found);
  }
  return null;
}

/** The negative of a past participle: `берілген` → `берілмеген`, `көшкен` → `көшпеген`. */
export function negative(participle: string): string {
  const stem = participle.slice(0, -3);
  const first = VOICELESS.test(stem) ? 'п' : /[зжмнң]$/u.test(stem) ? 'б' : 'м';
  return stem + first + (participle.endsWith('ан') ? 'аған' : 'еген');
}

/** The participle that a verb of saying reports: `салынатынын (айтты)` → `салынатын`; null for what is none. */
export const reported = (norm: string): string | null =>
  /^(.{2,}(?:[ғқ]ан|[гк]ен|[аеяй]т[ыі]н))[ыі]н$/u.exec(norm)?.[1] ?? null;

/**
 * Does a reported participle tell what will be done: `салынатынын`, `бөлінетінін`? One of an active verb may tell what
 * is always so.
 */
export const isPassiveFuture = (norm: string): boolean => /[ыіу][лн](?:атын|етін)[ыі]н$/u.test(norm);

/**
 * Could it be what speakers say they will do: `саламыз`, `жүргіземіз`? At the end of a clause; elsewhere it is as well
 * what is theirs.
 */
export const isPromise = (norm: string): boolean => /.{3}[аейи]м[ыі]з$/u.test(norm);

/** Does it tell what is meant to be done: `салынбақ`, `жеткізілмек`? Active verbs that end so may as well be nouns. */
export const isIntent = (norm: string): boolean => /[ыіаеу](?:лмақ|лмек|нбақ|нбек)$/u.test(norm);

/** The plural of a noun by its stem; with possession for the head of an izafet: `мектеп` → `мектептер`, `мектептері`. */
export function plural(stem: string, p3 = false): string {
  const cls = soundClass(stem.at(-1) ?? '');
  const first = cls & (SoundClass.V | SoundClass.Y) ? 'л' : cls === SoundClass.T ? 'т' : 'д';
  const back = isBack(stem);
  // Three consonants never meet: `турист` → `туристер`.
  if (/[св]т$/u.test(stem)) return `${stem}${back ? 'ар' : 'ер'}${p3 ? (back ? 'ы' : 'і') : ''}`;
  return `${stem}${first}${back ? 'ар' : 'ер'}${p3 ? (back ? 'ы' : 'і') : ''}`;
}

/** `ауылда` → `ауылдағы`: a place as an attribute; null for another case. */
export function locativeAttribute(norm: string): string | null {
  const found = /[дт](а|е)$/u.exec(norm);
  return found && norm.length > 4 ? norm + (found[1] === 'а' ? 'ғы' : 'гі') : null;
}

/** Case of a noun without a list of its stem: what could be a genitive. */
export const looksGenitive = (norm: string): boolean => /[ндт][ыі]ң$/u.test(norm);

/** `тұрғындардың` → `тұрғындар`. */
export const withoutGenitive = (norm: string): string => norm.replace(/[ндт][ыі]ң$/u, '');

export const WITHIN = 'арасындағы';
/** What a share is a share of. */
export const shareOf = (bare: string): string => `${bare} үлесі`;
const IN_BACK = /а[^аеыі]*$/u;
/** `мектептер` → `мектептердегі`: what is in many. */
export const within = (many: string): string => `${many}${IN_BACK.test(many) ? 'дағы' : 'дегі'}`;
/** `несиелер` → `несиелердің`. */
export const ofMany = (many: string): string => `${many}${IN_BACK.test(many) ? 'дың' : 'дің'}`;
/** What a figure of change tells of what it is about. */
export const CHANGE = { up: 'өсімі', down: 'төмендеуі' } as const;
/** Do words speak of a change themselves: `баға өсімі`, `шығынның азаюы`? */
export const tellsChange = (text: string): boolean =>
  /(?:^|[ «])(?:өсім|өсу|арту|ұлғаю|көбею|төмендеу|азаю|қысқару|кему|арзандау|қымбаттау|өзгер)/u.test(text);

/**
 * The genitive of a phrase: `су тарифі` → `су тарифінің`, `судың бағасы` → `су бағасының`; null where its last word
 * bears another case.
 */
export function genitive(text: string): string | null {
  const at = text.lastIndexOf(' ') + 1;
  const last = text.slice(at);
  if (looksGenitive(last)) return text;
  if (last.length < 2 || (reading(last).tags & (CASES & ~Tag.nom & ~Tag.acc)) !== 0) return null;
  const cls = soundClass(last.at(-1) ?? '');
  const nasal = cls & (SoundClass.V | SoundClass.N);
  const first = nasal ? 'н' : cls & (SoundClass.Y | SoundClass.L | SoundClass.Z) ? 'д' : 'т';
  const own = `${last}${first}${isBack(last) ? 'ың' : 'ің'}`;
  return at === 0 ? own : `${withoutGenitive(text.slice(0, at - 1))} ${own}`;
}

/** Of what is said with the verb of being: `қайтыс болған`. */
export const BEEN = 'болған';
/** What is paid, where the clause only names the sum. */
export const FUNDS = 'қаражат';
/** What one of a measure of something costs. */
export const PRICE = 'бағасы';
/** How long a loan is given for. */
export const TERM = 'мерзімі';
/** `балалар`: a noun in the plural without another ending. */
export const looksPlural = (norm: string): boolean => /[лдт][ае]р$/u.test(norm);
/** The same, or with possession: `тұрғындары`. */
export const looksMany = (norm: string): boolean => /[лдт][ае]р[ыі]?$/u.test(norm);
/** The converb before an auxiliary: `жоспарлап`, `бара`. */
export const isConverb = (norm: string): boolean => /(?:[аеәоөұүыійи]п|[аеый])$/u.test(norm);
/** `сатып (алды)`: the converb of what has been done. */
export const isDone = (norm: string): boolean => /[^аәеоөұүыіи][ыі]п$/u.test(norm);
/** The converb of what can be done: `сақтай (алады)`, `шығара`; no noun in the dative, `мектепке`. */
export const isPresentConverb = (norm: string): boolean => /[аей]$/u.test(norm) && !/[ғқгк][ае]$/u.test(norm);

/** `саны`, `деңгейі`: what could bear possession and no case. */
export const looksPossessed = (norm: string): boolean => /[ыі]$/u.test(norm);

/** `Ресейдікі`: what belongs to somebody. */
export const isOwners = (norm: string): boolean => /[ндт]ікі$/u.test(norm);
/** `Ресейдікі` → `Ресейдің`. */
export const owner = (norm: string): string => norm.replace(/ікі$/u, isBack(norm.slice(0, -4)) ? 'ың' : 'ің');

/** `орта есеппен`, `орташа есеппен`: on average. */
export const isOnAverage = (first: string, second: string): boolean =>
  second === 'есеппен' && (first === 'орта' || first === 'орташа');

/**
 * `әйелдердікінен`, `ауылдағыдан`: than what others have, or what is elsewhere; `былтырғыдан` and `сол кездегіден` are
 * of a time.
 */
export const isThanOthers = (norm: string): boolean =>
  /[ндт]ікінен$/u.test(norm) || (/.{2}[дт](?:ағыдан|егіден)$/u.test(norm) && !OF_TIME.test(norm));
const OF_TIME =
  /(?:^|-)(?:жыл|ай|тоқсан|жартыжылдық|кезең|мерзім|кез|уақыт|апта|күн|қазір|бүгін|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?:[ыі]н)?[дт][ае]/u;

/** Could a noun be in the accusative: `жерін`, `жолды`? */
export const isAccusative = (norm: string): boolean => /(?:[ндт][ыі]|[сғгнрлк]?[ыі]н)$/u.test(norm);
/** `жерін` → `жері`, `жолды` → `жол`; any other form as it is. */
export const withoutAccusative = (norm: string): string =>
  /[ыі]н$/u.test(norm) && norm.length > 4
    ? norm.slice(0, -1)
    : norm.length > 4 && /[ндт][ыі]$/u.test(norm)
      ? lemma(norm)
      : norm;
