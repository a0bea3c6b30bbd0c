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
      'Taking the data away',
      'Every page exists as JSON, every table as CSV: the addresses stand at the foot of the page. Nothing is loaded from other sites and nothing is recorded about readers.',
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
      'Как забрать данные',
      'Каждая страница есть в виде JSON, каждая таблица — в виде CSV: адреса стоят внизу страницы. С других сайтов ничего не загружается, о читателях ничего не записывается.',
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
      'Деректерді қалай алуға болады',
      'Әр беттің JSON, әр кестенің CSV нұсқасы бар: мекенжайлары беттің төменгі жағында. Басқа сайттардан ештеңе жүктелмейді, оқырмандар туралы ештеңе жазылмайды.',
    ],
  ],
};
