import type { ReadingMessages } from '../messages.ts';

/** Words of the pages for reading and checking, and of what goes wrong, in Kazakh. */
export const kkReading: ReadingMessages = {
  expected: '{field}: күтілген мән — {what}',
  'expected.day': 'күн, ЖЖЖЖ-АА-КК',
  'expected.order': '«{other}» күнінен кеш емес күн',
  'expected.whole': '{least} мен {most} аралығындағы бүтін сан',
  'expected.choice': 'мыналардың бірі: {list}',
  'expected.short': 'көп дегенде {most} таңба',
  'fault.bad-query': 'Бұл сұрауға жауап беру мүмкін емес',
  'fault.not-found': 'Бұл мекенжайда ештеңе жоқ',
  'fault.read-only': 'Беттерді тек оқуға болады',
  'fault.too-long': 'Мекенжай тым ұзын',
  'fault.wrong-host': 'Беттер бұл атаумен ашылмайды',
  'fault.taken-out': 'Бұл мақала қоймадан алынған',
  'fault.store-busy': 'Қоймаға қазір жазылып жатыр',
  'fault.store-gone': 'Қойма орнында жоқ',
  'fault.store-damaged': 'Қойма оқылмай тұр',
  'fault.failed': 'Бетті құру мүмкін болмады',
  'faultHow.too-long':
    'Мекенжай {most} таңбадан аспауы керек. Ұзын мәтінді тексеру үшін одан бір сөйлем алыңыз.',
  'faultHow.wrong-host':
    'Беттерді Дерек іске қосылғанда көрсеткен мекенжаймен ашыңыз. Басқа атауға рұқсатты оны іске қосқан адам береді: «derek serve --name».',
  'faultHow.store-busy': 'Оған басқа бағдарлама жазып жатыр. Сәлден соң қайталап көріңіз.',
  'faultHow.store-gone':
    'Файл Дерек іске қосылғаннан кейін көшірілген не жойылған. Оны іске қосқан адам файлды орнына қайтаруы немесе «--db» арқылы басқасын көрсетуі керек.',
  'faultHow.store-damaged':
    'Файл бүлінген. Толығырақ «derek doctor» пәрмені айтады; орнына сақтық көшірмені қою керек.',
  'faultHow.failed': 'Қате біздің жақтан кетті; жазбалардың өзі аман.',
  takenOutOn: '{day} алынған, себебі: {reason}',

  check: 'Тексеру',
  checkLead:
    'Ішінде саны немесе лауазымды тұлғасы бар сөйлемді қойыңыз: Дерек оны басылымдардың хабарлағанымен салыстырады.',
  checkHow:
    'Жауап жазбалар бұл сөйлемді растай ма, оған қайшы келе ме, әлде үндемей ме — соны айтады, әрі сүйенген сөйлемдерінің бәрін көрсетеді. Дерек кімнің дұрыс екенін білмейді; не хабарланғанын біледі.',
  checkLabel: 'Қазақша немесе орысша сөйлем',
  checkButton: 'Тексеру',
  checkAsOf: 'Қай күнге дейін белгілі болғаны бойынша',
  checkClaimedAt: 'Бұл қай күні айтылған',
  checkAnswer: 'Жауап',
  checkOn: '{day} күні белгілі болғаны бойынша',
  checkParsed: 'Сөйлем қалай түсінілді',
  slotOpen: 'айтылмаған',
  checkChart: 'Тұжырым ({claim}) хабарланған мәндердің арасында',
  checkSearched: 'Қайдан ізделді',
  checkOnly:
    '{day} күні белгілі болған мақалалар. Бұл басылымдардың ешқайсысы хабарламаған нәрсе жазбаларда жоқ.',
  permalink: 'Осы жауаптың тұрақты сілтемесі',
  'evidenceOf.supports': 'Нелер растайды',
  'evidenceOf.refutes': 'Нелер қайшы келеді',
  'evidenceOf.supersedes': 'Кейін хабарланғандары',
  'evidenceOf.superseded': 'Сол кезде дұрыс болғандары',
  'evidenceOf.other_scope': 'Жақын, бірақ басқа нәрсе туралы',
};
