import type { UiLang } from './lang.ts';

/** One section of the page about Derek: a heading and its paragraphs. */
export type AboutSection = readonly [heading: string, ...paragraphs: string[]];

/** What Derek is, how to read its pages, and what it does not claim. */
export const ABOUT: Readonly<Record<UiLang, readonly AboutSection[]>> = {
  en: [
    [
      'What this is',
      'Derek (Kazakh дерек: a fact, a piece of evidence) reads the news of Kazakhstan in Kazakh and Russian. From each article it takes the public programs, regions, officials and figures that the text names, and files them by date together with the sentence they come from.',
      'It is made for people who have to show where a number comes from: reporters, researchers, civil servants.',
    ],
    [
      'How to read a value',
      'The number is what the article says, no more exact than its words: “> 45 000” stands for “more than 45 thousand”, “≈” for “about”, “≥” and “≤” for “at least” and “at most”. “509 → 541” is a change from one level to another, “+” and “−” an increase or decrease by that much, “×5” five times as many.',
      'A small question mark means that this part is not said in the sentence itself and was concluded from the text around it. Plans, forecasts, denials and rules carry a label: they are not reports of what happened.',
      'The date is the time the value holds for, never narrower than the text. Where the text names none, the day of publication stands there and says so.',
    ],
    [
      'What it does not claim',
      'Derek does not judge whether an outlet is right. Two outlets may give two numbers; both are shown. Facts are found by rules, not by people; each card names its rule, and a rule can err. The sentence beside the number is what counts.',
      'Only people who hold a public post have a page, and only as far as the articles name them in that post.',
    ],
    [
      'How a fact comes to be',
      'A page is fetched as the outlet’s rules for robots allow, and kept byte for byte. From it the story is taken, apart from teasers, captions and notes. Sentence by sentence rules look for programs, places, people in posts, numbers and events; each card names its rule, and “derek explain” shows its steps.',
      'Articles in both languages are joined to one story when they share enough that is rare: numbers, people, places, days. Values that the articles of a story share count once, since ten reprints of one press release are one source.',
      'When a page changes, its new text is kept beside the old one. When the rules change, the stored pages are read anew; nothing is corrected by hand without being said.',
    ],
    [
      'How a claim is checked',
      'A sentence is taken apart into what is counted, how much, where, of which program and when. Only reports that surely speak of the same thing decide; what differs in time, place or unit is shown, and decides nothing. What goes against a claim has to be sure; where it is not, the answer is that the record does not decide.',
      'The answer is given by what was known on a day. What was right and was overtaken later is called that, not wrong.',
      'A number in a claim stands for a stretch of numbers, by its own words; the table below says for which. A number in an article stands for no more than its own rounding.',
    ],
    [
      'Taking the data away',
      'Every page exists as JSON, every table as CSV: the addresses stand at the foot of the page. Nothing is loaded from other sites and nothing is recorded about readers.',
    ],
    [
      'How to cite, and the licence',
      'Each page says at its foot how to cite it, with a permanent address. Cite the outlet for what it reported, and Derek for the collection; name the day, since the record grows. “derek release” freezes a state of the record under a name and a checksum. With “?asOf=” and that name, or a day, any page shows the record as it was then.',
      'The program and its lists are under the MIT licence. The articles belong to their outlets: what stands here of them are quotes that show where a value comes from.',
    ],
  ],
  ru: [
    [
      'Что это такое',
      'Дерек (по-казахски «дерек» — факт, свидетельство) читает новости Казахстана на казахском и русском языках. Из каждой статьи он берёт названные в ней государственные программы, регионы, должностных лиц и показатели и хранит их по датам вместе с предложением, из которого они взяты.',
      'Он сделан для тех, кому нужно показать, откуда взято число: для журналистов, исследователей, государственных служащих.',
    ],
    [
      'Как читать значение',
      'Число точно настолько, насколько точны слова статьи: «> 45 000» значит «более 45 тысяч», «≈» — «около», «≥» и «≤» — «не менее» и «не более». «509 → 541» — переход от одного уровня к другому, «+» и «−» — прибавка или убыль на столько, «×5» — впятеро больше.',
      'Маленький вопросительный знак значит, что в самом предложении этого нет: так следует из текста вокруг. Планы, прогнозы, опровержения и нормы подписаны: это не сообщения о случившемся.',
      'Дата — время, к которому относится значение, и она никогда не точнее текста. Если текст времени не называет, стоит день публикации, и это сказано.',
    ],
    [
      'Чего Дерек не утверждает',
      'Дерек не судит, право ли издание. Два издания могут назвать два числа — показаны будут оба. Факты находят правила, а не люди; на каждой карточке названо правило, и правило может ошибиться. Важно то предложение, которое стоит рядом с числом.',
      'Страницы есть только у людей на государственных должностях, и только в той мере, в какой статьи называют их в этой должности.',
    ],
    [
      'Как получается факт',
      'Страница загружается так, как позволяют правила издания для роботов, и хранится байт в байт. Из неё берётся сам материал, без анонсов, подписей и приписок. В каждом предложении правила ищут программы, места, людей на должностях, числа и события; на карточке названо правило, а «derek explain» покажет его шаги.',
      'Статьи на двух языках соединяются в один сюжет, если у них достаточно общего и редкого: чисел, людей, мест, дат. Значение, общее для статей сюжета, считается один раз: десять перепечаток одного пресс-релиза — один источник.',
      'Если страница меняется, новый текст хранится рядом со старым. Если меняются правила, сохранённые страницы читаются заново; ничто не правится вручную без указания на это.',
    ],
    [
      'Как проверяется утверждение',
      'Предложение разбирается на части: что сосчитано, сколько, где, по какой программе и когда. Решают только сообщения, которые точно о том же; что отличается временем, местом или единицей, показано, но ничего не решает. То, что противоречит утверждению, должно быть несомненным; иначе ответ — записи этого не решают.',
      'Ответ даётся по тому, что было известно на определённый день. Что было верно и лишь потом сменилось новым, так и названо: не ошибкой, а прежним значением.',
      'Число в утверждении по своим словам означает целый промежуток чисел; какой именно, сказано в таблице ниже. Число в статье означает не больше собственного округления.',
    ],
    [
      'Как забрать данные',
      'Каждая страница есть в виде JSON, каждая таблица — в виде CSV: адреса стоят внизу страницы. С других сайтов ничего не загружается, о читателях ничего не записывается.',
    ],
    [
      'Как ссылаться, и лицензия',
      'Внизу каждой страницы сказано, как на неё сослаться, с постоянным адресом. За сообщение ссылайтесь на издание, за собрание — на Дерек; называйте день, потому что записи прибывают. Команда «derek release» закрепляет состояние записей под именем и с контрольной суммой. С «?asOf=» и этим именем или датой в адресе любая страница показывает записи такими, какими они были тогда.',
      'Программа и её списки распространяются по лицензии MIT. Статьи принадлежат изданиям: здесь из них приводятся цитаты, которые показывают, откуда взято значение.',
    ],
  ],
  kk: [
    [
      'Бұл не',
      'Дерек Қазақстан жаңалықтарын қазақ және орыс тілдерінде оқиды. Әр мақаладан онда аталған мемлекеттік бағдарламаларды, өңірлерді, лауазымды тұлғалар мен көрсеткіштерді алып, қай сөйлемнен алынғанымен бірге күні бойынша сақтайды.',
      'Ол санның қайдан алынғанын көрсетуі керек адамдарға арналған: журналистерге, зерттеушілерге, мемлекеттік қызметшілерге.',
    ],
    [
      'Мәнді қалай оқу керек',
      'Сан мақаладағы сөзден артық дәл емес: «> 45 000» — «45 мыңнан астам», «≈» — «шамамен», «≥» пен «≤» — «кемінде» және «аспайды» дегенді білдіреді. «509 → 541» — бір деңгейден екінші деңгейге өзгеру, «+» пен «−» — сонша өсу не кему, «×5» — бес есе көп.',
      'Кішкентай сұрақ белгісі бұл бөлігі сөйлемнің өзінде айтылмағанын, айналасындағы мәтіннен шығарылғанын білдіреді. Жоспар, болжам, теріске шығару және норма деп белгіленгендер — болған істің хабары емес.',
      'Күні — мән қатысты уақыт, ол ешқашан мәтіндегіден дәл болмайды. Мәтінде уақыты айтылмаса, жарияланған күні тұрады және солай деп жазылады.',
    ],
    [
      'Дерек нені айтпайды',
      'Дерек басылымның дұрыс-бұрысына төрелік етпейді. Екі басылым екі түрлі сан айтса, екеуі де көрсетіледі. Фактілерді адам емес, ережелер табады; әр карточкада ережесі жазылған, ал ереже қателесуі мүмкін. Негізгісі — санның жанында тұрған сөйлем.',
      'Тек мемлекеттік қызметтегі адамдардың беті бар, онда да мақалаларда сол қызметіне қатысты айтылғаны ғана.',
    ],
    [
      'Факт қалай шығады',
      'Бет басылымның роботтарға қойған ережелері бойынша жүктеледі де, сол күйінде сақталады. Одан анонс, сурет астындағы жазу мен ескертпелерсіз мақаланың өзі алынады. Ережелер әр сөйлемнен бағдарламаларды, жерлерді, лауазымды тұлғаларды, сандар мен оқиғаларды іздейді; карточкада ережесі жазылған, ал «derek explain» оның қадамдарын көрсетеді.',
      'Екі тілдегі мақалаларда сирек кездесетін ортақ нәрсе — сан, адам, жер, күн — жеткілікті болса, олар бір оқиғаға біріктіріледі. Оқиғаның мақалаларына ортақ мән бір рет саналады: бір баспасөз хабарламасын он рет көшіріп басу — бір дереккөз.',
      'Бет өзгерсе, жаңа мәтіні ескісінің қасында сақталады. Ережелер өзгерсе, сақталған беттер қайта оқылады; ештеңе айтылмай қолмен түзетілмейді.',
    ],
    [
      'Тұжырым қалай тексеріледі',
      'Сөйлем бөліктерге ажыратылады: не саналған, қанша, қай жерде, қай бағдарлама бойынша және қашан. Дәл сол нәрсе туралы екені анық хабарлар ғана шешеді; уақыты, жері не өлшемі бөлек болса, көрсетіледі, бірақ ештеңе шешпейді. Тұжырымға қайшы келетін хабар күмәнсіз болуға тиіс; олай болмаса, жауап — «кесіп айтуға дерек жеткіліксіз».',
      'Жауап белгілі бір күні не мәлім болғанына қарай беріледі. Бұрын дұрыс болып, кейін жаңарған мән қате емес, бұрынғы мән деп аталады.',
      'Тұжырымдағы сан өз сөзіне қарай тұтас бір аралықты білдіреді; қандай екені төмендегі кестеде айтылған. Мақаладағы сан өзінің дөңгелектенуінен артық ештеңе білдірмейді.',
    ],
    [
      'Деректерді қалай алуға болады',
      'Әр беттің JSON, әр кестенің CSV нұсқасы бар: мекенжайлары беттің төменгі жағында. Басқа сайттардан ештеңе жүктелмейді, оқырмандар туралы ештеңе жазылмайды.',
    ],
    [
      'Қалай сілтеме жасау керек және лицензия',
      'Әр беттің төменгі жағында оған қалай сілтеме жасауға болатыны тұрақты мекенжайымен жазылған. Хабар үшін басылымға, жинағы үшін Дерекке сілтеме жасаңыз; жазбалар көбейіп отырғандықтан, күнін атаңыз. «derek release» жазбалардың бір қалпын атымен және бақылау сомасымен бекітеді. Мекенжайға «?asOf=» мен сол атты немесе күнді қосса, кез келген бет жазбалардың сол кездегі қалпын көрсетеді.',
      'Бағдарлама мен оның тізімдері MIT лицензиясымен таратылады. Мақалалар басылымдарға тиесілі: мұнда олардан мәннің қайдан алынғанын көрсететін дәйексөздер ғана келтірілген.',
    ],
  ],
};

/** A wording of a number in a claim, in both languages, and the numbers it allows; `v` is the number itself. */
export interface Tolerance {
  readonly kk: string;
  readonly ru: string;
  readonly allows: string;
  readonly note: Readonly<Record<UiLang, string>>;
}

const same = (text: string): Tolerance['note'] => ({ kk: text, ru: text, en: text });

/** What a wording allows, as `verdict/compare.ts` has it. */
export const TOLERANCES: readonly Tolerance[] = [
  {
    kk: '42 500',
    ru: '42 500',
    allows: 'v ± u/2, ≤ 5 %',
    note: {
      kk: 'u — соңғы мәнді таңбаның бірлігі: 42 500 үшін 100, 1,5 млрд үшін 100 млн',
      ru: 'u — единица последнего значащего знака: 100 для 42 500, 100 млн для 1,5 млрд',
      en: 'u is one unit of the last significant place: 100 for 42 500, 100 million for 1.5 billion',
    },
  },
  { kk: 'шамамен, -дай', ru: 'около, примерно', allows: 'v ± 5–10 %', note: same('') },
  {
    kk: 'дерлік, жуық',
    ru: 'почти',
    allows: 'v − 10 % … < v',
    note: {
      kk: 'v-дан сәл асса — ішінара',
      ru: 'чуть больше v — отчасти',
      en: 'a little above v: in part',
    },
  },
  { kk: 'сәл астам', ru: 'чуть более', allows: '> v … v + 10 %', note: same('') },
  {
    kk: 'астам, артық',
    ru: 'более, свыше',
    allows: '> v',
    note: {
      kk: 'дәл v болса — ішінара; екі есе көп болса — рас, бірақ кемітілген',
      ru: 'ровно v — отчасти; вдвое больше — верно, но преуменьшено',
      en: 'exactly v: in part; twice as much: true, but understated',
    },
  },
  { kk: 'кемінде, кем емес', ru: 'не менее', allows: '≥ v', note: same('') },
  { kk: 'аз, төмен', ru: 'менее, ниже', allows: '< v', note: same('') },
  { kk: 'дейін, аспайды', ru: 'до, не более', allows: '≤ v', note: same('') },
  { kk: 'A-дан B-ға дейін', ru: 'от A до B', allows: 'A … B', note: same('') },
  { kk: 'жүздеген, мыңдаған', ru: 'сотни, тысячи', allows: '2 × … < 10 ×', note: same('') },
];
