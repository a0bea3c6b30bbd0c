import type { ReadLang } from '../core/article.ts';
import { EndingTable } from './ending-table.ts';
import { type GivenNames, nameCases as russianCases } from './packs/ru/names.ts';

const Is = { patronymic: 1, surname: 2 } as const;
/** Endings of person names in both languages and spellings, in the nominative or any case. */
const ENDINGS = new EndingTable({
  [Is.patronymic]: 'ұлы|қызы|улы|кызы|[ое]вич(а|у|ем)?|ич|[ое]вн([аыеу]|ой)',
  [Is.surname]: 'ұлы|қызы|[ое]ва?|[ое]вич|[ое]вна',
});

/** Is a lower-cased word a patronymic in some case? */
export const isPatronymic = (norm: string): boolean => (ENDINGS.bitsOf(norm) & Is.patronymic) !== 0;

/** Does a lower-cased word end as surnames or patronymics do? */
export const looksSurname = (norm: string): boolean => (ENDINGS.bitsOf(norm) & Is.surname) !== 0;

/**
 * A Russian surname or its feminine in any case: «Смирнова», «Ильиной», «Каспийскому» may be places too, but for the
 * name before them.
 */
const SURNAME_FORM = /(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ы|ых|ыми)?$|(?:ск|цк)(?:ий|ая|ого|ому|ой|ую|им|ом)$/u;

/** Does a lower-cased word end as Russian surnames do in one of their cases? */
export const isSurnameForm = (norm: string): boolean => SURNAME_FORM.test(norm);

/** Is a lower-cased word a man's Russian surname in the nominative? */
export const isPlainSurname = (norm: string): boolean => /(?:ов|ев|ёв|ин|ын)$/u.test(norm);

/**
 * Endings of surnames in the cases of each language; a Kazakh surname in -ева is a woman's, a Russian one may be a
 * man's too.
 */
const CASE_ENDINGS: Readonly<Record<ReadLang, readonly string[]>> = {
  ru: 'ым а у е ой ом'.split(' '),
  kk: 'тың тің ның нің дың дің қа ке ға ге ты ті ны ні ді ды пен мен бен тан тен нан нен дан ден'.split(' '),
};
const SHORTEST = 4;

/** What a surname in any case of a language may be in the nominative, itself included. */
export function surnameForms(word: string, lang: ReadLang): string[] {
  const out = [word];
  for (const ending of CASE_ENDINGS[lang]) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST) continue;
    const stem = word.slice(0, -ending.length);
    // «Сериковой» is never Сериков.
    if (ending !== 'ой' || !isPlainSurname(stem)) out.push(stem);
    if (ending === 'ой' || ending === 'у') out.push(`${stem}а`);
  }
  return out;
}

/** Is a lower-cased Russian word a verb that tells of a woman: `рассказала`, `обратилась`? By its shape, `школа` too. */
export const tellsOfWoman = (norm: string): boolean => /[аеёиуыяо]ла(?:сь)?$/u.test(norm);

/**
 * The cases that a person's name as written can be in, as bits of `Tag`; none where nothing can be compared:
 * a Kazakh name bears the case of the whole phrase, and the post before it none.
 */
export const nameCases = (lang: ReadLang, parts: readonly string[], given: GivenNames): number =>
  lang === 'ru' ? russianCases(parts, given) : 0;
