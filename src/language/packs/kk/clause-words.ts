import type { ClauseWords } from '../../clause.ts';

/** Words by which a Kazakh clause shows what its figure measures; a final hyphen stands for all words that begin so. */
export const CLAUSE_WORDS: ClauseWords = {
  // Adverbs and connectives that say nothing of what is measured.
  aside:
    'тағы да сондай-ақ сонымен қатар бірге барлығы қазір қазіргі бүгінде бүгін ғана әлі мұнда онда ' +
    'осылайша сөйтіп керісінше яғни ал бірақ және бұған мәселен мысалы нақты дәлірегі биыл былтыр кейін ' +
    'брифингте жиында отырыста мәжілісте бірден шамамен есеппен тура тиісінше уақытта таңда алдағы былтырғыдан былтырғыға гектарына шаққанда ' +
    'ауысымына бойы ішінде ішіндегі өзінде көлеміндегі мөлшеріндегі сомасындағы тек енді содан бері барлық бұдан бөлек жылдан жалпысы',
  frameAfter:
    'аясында шеңберінде барысында кезінде сәйкес дерегінде деректерінде есебінде қорытындысында ' +
    'қорытындысымен қорытындысына мәліметінше мәліметіне мәліметтерге дерегінше дерегіне деректеріне ' +
    'айтуынша ақпаратынша есебінше жобасымен бағдарламасымен бастамасымен тапсырмасымен қарағанда салыстырғанда қарай бері бастап',
  byWay: 'бойынша',
  // Words that point to what was measured before.
  pronoun:
    'ол олар олардың оның бұл осы сол соның бұлар оларда олардан одан бұдан оларға оған оны оларды мұндай бұның осындай аталған',
  // «из них», «среди них», «в том числе», «оның ішінде»: a part of what was counted before.
  partOf: 'оның олардың соның',
  // Nouns that say how much, not of what: alone they leave open what is measured.
  vague:
    'өсім өсімі көрсеткіш көрсеткіші сома сомасы мөлшері саны көлемі деңгейі үлесі жалпы ең төменгі орташа құны',
  // Before «аудан»: a part of a town.
  quarter: 'шағын ықшам мөлтек',
  // Verbs that say no more than that there is something.
  exist: 'бар болды болады болған еді екен болып',
  // Verb forms behind a Kazakh predicate: «жоспарлап отыр», «жеткен еді».
  auxiliary:
    'отыр отырған жатыр жатқан тұр жүр еді екен болатын болады болды керек тиіс деп дейді деді мүмкін ' +
    'болмақ',
  // Words that only tell how things are counted: «4 мың түп ағаш».
  classifier: 'түп дана данасы бас',
  ofSubject: 'бағалан- бағаланды бағаланған есептелді',
  schoolYear: 'оқу',
  sayThat: 'деп',
  must: 'тиіс керек',
  auxiliaryGoing: 'отыр жатыр тұр жүр',
};
