import type { ReadLang } from '../core/article.ts';
import * as kk from './packs/kk/shape.ts';
import * as ru from './packs/ru/shape.ts';
import type { WordForm } from './words.ts';

const ASKED = { kk: 1, ru: 4 } as const;
const VERBAL = { kk: 2, ru: 8 } as const;

/** The same of a word of a text, worked out once per spelling. */
export function isVerbal(form: WordForm, lang: ReadLang): boolean {
  if ((form.verbal & ASKED[lang]) === 0)
    form.verbal |= ASKED[lang] | (looksVerbal(form.type.norm, lang) ? VERBAL[lang] : 0);
  return (form.verbal & VERBAL[lang]) !== 0;
}

/** Could a word be a finite verb, which no noun phrase reaches across? */
export const looksVerbal = (norm: string, lang: ReadLang): boolean =>
  norm.length > 3 && (lang === 'ru' ? ru.looksVerbal(norm) : kk.looksVerbal(norm));

/** Is a suffix joined to digits that of an ordinal? */
export const isOrdinalSuffix = (suffix: string, lang: ReadLang): boolean =>
  lang === 'ru' ? ru.isOrdinalSuffix(suffix) : kk.isOrdinalSuffix(suffix);

/** Is a suffix joined to digits that of a decade: `2020-х`, `90-жылдары`? */
export const isDecadeSuffix = (suffix: string): boolean =>
  ru.isDecadeSuffix(suffix) || kk.isDecadeSuffix(suffix);

/** Words after whose full stop a sentence goes on (razdel's scheme, LANGUAGE §2.3). */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'г ул им обл т ст п пп проф о стр д кв тел каз рус см ср напр акад қ ауд б м-р р-н ж жж н тыс млн млрд трлн руб тг ' +
    'чел гг в вв ред пос с'
  ).split(' '),
);

/** Letters with stops between a post and a name (`м.а.`, «и.о.»), after which a sentence goes on: the last two of each. */
export const STOPPED: ReadonlySet<string> = new Set(['ма', 'ио']);

/** Of these, the ones that close a sentence when a capital follows. */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'тыс млн млрд трлн руб тг чел г гг ж жж н'.split(' '),
);
