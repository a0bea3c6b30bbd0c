import type { ClauseWords } from '../../clause.ts';

/** Words by which a Kazakh clause shows what its figure measures; a final hyphen stands for all words that begin so. */
export const CLAUSE_WORDS: ClauseWords = {
  // Adverbs and connectives that say nothing of what is measured.
  aside:
    'тағы да сондай-ақ сонымен қатар бірге барлығы жалпы қазір қазіргі бүгінде бүгін ғана әлі мұнда онда ' +
    'осылайша сөйтіп керісінше яғни ал бірақ және бұған мәселен мысалы нақты дәлірегі биыл былтыр кейін ' +
    'бірден шамамен орта есеппен тиісінше уақытта таңда алдағы былтырғыдан былтырғыға гектарына шаққанда ' +
    'ауысымына бойы ішінде ішіндегі өзінде тек енді содан бері барлық бұдан бөлек жылдан жалпысы',
  frameAfter:
    'аясында шеңберінде барысында кезінде сәйкес дерегінде деректерінде есебінде қорытындысында ' +
    'қорытындысымен қорытындысына мәліметінше мәліметіне мәліметтерге дерегінше дерегіне деректеріне ' +
    'айтуынша ақпаратынша есебінше бастамасымен тапсырмасымен қарағанда салыстырғанда қарай бері бастап',
  byWay: 'бойынша',
  // Words that point to what was measured before.
  pronoun: 'ол олар олардың оның бұл осы сол соның бұлар оларда оған оны оларды мұндай бұның осындай аталған',
  // «из них», «среди них», «в том числе», «оның ішінде»: a part of what was counted before.
  partOf: 'оның олардың соның ішінде',
  // Nouns that say how much, not of what: alone they leave open what is measured.
  vague: 'көрсеткіш сома сомасы мөлшері саны көлемі деңгейі үлесі жалпы ең төменгі орташа құны',
  // Verbs that say no more than that there is something.
  exist: 'бар болды болады болған еді екен болып',
  // Verb forms behind a Kazakh predicate: «жоспарлап отыр», «жеткен еді».
  auxiliary:
    'отыр отырған жатыр жатқан тұр жүр еді екен болатын болады болды керек тиіс деп дейді деді мүмкін ' +
    'болмақ',
  schoolYear: 'оқу',
  sayThat: 'деп',
  must: 'тиіс керек',
  auxiliaryGoing: 'отыр жатыр тұр жүр',
};
