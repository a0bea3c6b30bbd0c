import { type Format, formatOf } from './format.ts';
import { UI_LANGS, type UiLang } from './lang.ts';
import { type Words, wordsOf } from './messages.ts';

/** Words and formats of a language. */
export interface Voice {
  readonly words: Words;
  readonly format: Format;
}

const voice = (lang: UiLang): Voice => ({ words: wordsOf(lang), format: formatOf(lang) });

/** Made once a language, not once a request. */
export const VOICES: Readonly<Record<UiLang, Voice>> = {
  kk: voice('kk'),
  ru: voice('ru'),
  en: voice('en'),
};

/** Each language with its voice, in the order of the interface. */
export const allVoices: readonly (readonly [UiLang, Voice])[] = UI_LANGS.map((lang) => [lang, VOICES[lang]]);
