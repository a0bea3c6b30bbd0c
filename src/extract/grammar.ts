import type { ReadLang } from '../core/article.ts';

/*
 * Shape tests for words no lexicon lists. They look at endings only; the endings are data of the two
 * languages, kept here in one place so that no other file of the engine needs letters.
 */
const RU_ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими)$/u;
const RU_NOT_ADJECTIVE = /(?:ание|ение|ция|ции|цию|ией|ании|ении|ству|ствие|телей|ителей)$/u;
const RU_VERB =
  /(?:ет|ют|ут|ит|ят|ает|яет|ался|алась|ались|ется|ются|ится|ятся|лся|лась|лись|лось|ал|ала|али|ало|ил|ила|или|ило|ел|ели|ела|ул|ула|ули|ть|ться|ены|ено|ена|аны|ано|ана|ены|ит|ат)$/u;
const KK_VERB = /(?:ады|еді|йды|йді|ды|ді|ты|ті|мақ|мек|пақ|пек|бақ|бек|ып|іп|май|мей|йтын|атын|етін|йтін)$/u;
const KK_NOT_VERB = /(?:лықты|лікті|мәтін|бүтін|кітап)$/u;

/** Could a Russian word be an adjective or participle that stands before a noun? */
export const looksAdjectival = (norm: string): boolean =>
  norm.length > 3 && RU_ADJECTIVE.test(norm) && !RU_NOT_ADJECTIVE.test(norm);

/** Could a word be a finite verb or converb, which no counted noun phrase reaches across? */
export const looksVerbal = (norm: string, lang: ReadLang): boolean =>
  norm.length > 3 &&
  (lang === 'ru'
    ? RU_VERB.test(norm) &&
      !/(?:итет|етет|тет|анал|иал|нал|тал|питал|сть|ист|ант|ент|рит|комитет)$/u.test(norm)
    : KK_VERB.test(norm) && !KK_NOT_VERB.test(norm));
