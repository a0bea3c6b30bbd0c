import type { ReadingMessages } from '../messages.ts';

/** Words of the pages for reading and checking, and of what goes wrong, in Russian. */
export const ruReading: ReadingMessages = {
  expected: '{field}: ожидалось {what}',
  'expected.day': 'число, ГГГГ-ММ-ДД',
  'expected.order': 'число не позднее «{other}»',
  'expected.whole': 'целое от {least} до {most}',
  'expected.choice': 'одно из: {list}',
  'expected.short': 'не более {most} знаков',
  'fault.bad-query': 'На такой запрос ответить нельзя',
  'fault.not-found': 'По этому адресу ничего нет',
  'fault.read-only': 'Страницы можно только читать',
  'fault.too-long': 'Адрес слишком длинный',
  'fault.wrong-host': 'Под этим именем страницы не открываются',
  'fault.taken-out': 'Эта статья изъята из записей',
  'fault.store-busy': 'В хранилище сейчас идёт запись',
  'fault.store-gone': 'Хранилища нет на месте',
  'fault.store-damaged': 'Хранилище не читается',
  'fault.failed': 'Страницу не удалось составить',
  'faultHow.too-long':
    'В адресе может быть не больше {most} знаков. Чтобы проверить длинный текст, возьмите из него одно предложение.',
  'faultHow.wrong-host':
    'Откройте их по адресу, который Дерек показал при запуске. Другое имя разрешает тот, кто его запускает: «derek serve --name».',
  'faultHow.store-busy': 'В него пишет другая программа. Попробуйте ещё раз чуть позже.',
  'faultHow.store-gone':
    'Файл перенесли или удалили после запуска. Тому, кто запускает Дерек, нужно вернуть его на место или указать другой через «--db».',
  'faultHow.store-damaged':
    'Файл повреждён. Подробности покажет команда «derek doctor»; на его место нужно положить резервную копию.',
  'faultHow.failed': 'Ошибка на нашей стороне; сами записи не пострадали.',
  takenOutOn: 'Изъята {day}: {reason}',

  check: 'Проверка',
  checkLead:
    'Вставьте предложение с числом или с человеком на должности: Дерек сопоставит его с тем, что сообщали издания.',
  checkHow:
    'Ответ скажет, подтверждают ли записи это предложение, противоречат ли ему или молчат, и покажет все предложения, на которых он держится. Дерек не знает, кто прав; он знает, что сообщалось.',
  checkLabel: 'Предложение на казахском или русском языке',
  checkButton: 'Проверить',
  checkAsOf: 'По тому, что было известно на',
  checkClaimedAt: 'Когда это было сказано',
  checkAnswer: 'Ответ',
  checkOn: 'по тому, что было известно на {day}',
  checkParsed: 'Как понято предложение',
  slotOpen: 'не сказано',
  checkChart: 'Утверждение ({claim}) среди опубликованных значений',
  checkSearched: 'Где искали',
  checkOnly: 'Статьи, известные на {day}. О чём ни одно из этих изданий не сообщало, того в записях нет.',
  permalink: 'Постоянная ссылка на этот ответ',
  'evidenceOf.supports': 'Что подтверждает',
  'evidenceOf.refutes': 'Что противоречит',
  'evidenceOf.supersedes': 'Что сообщали позже',
  'evidenceOf.superseded': 'Что было верно тогда',
  'evidenceOf.other_scope': 'Близко, но о другом',
};
