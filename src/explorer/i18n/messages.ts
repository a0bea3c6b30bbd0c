import { en, enPlurals } from './en.ts';
import { enFigures } from './figures/en.ts';
import { kkFigures } from './figures/kk.ts';
import { ruFigures } from './figures/ru.ts';
import { kk, kkPlurals } from './kk.ts';
import type { UiLang } from './lang.ts';
import { enReading } from './reading/en.ts';
import { kkReading } from './reading/kk.ts';
import { ruReading } from './reading/ru.ts';
import { ru, ruPlurals } from './ru.ts';

/** Forms of a counted phrase by the plural categories that Intl gives; `other` is the last resort. */
export type Plural = Readonly<
  Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>> & { other: string }
>;
export type MessageKey = keyof typeof en | keyof typeof enFigures | keyof typeof enReading;
export type PluralKey = keyof typeof enPlurals;
export type Messages = Readonly<Record<keyof typeof en, string>>;
export type FigureMessages = Readonly<Record<keyof typeof enFigures, string>>;
export type ReadingMessages = Readonly<Record<keyof typeof enReading, string>>;
export type Plurals = Readonly<Record<PluralKey, Plural>>;

export const MESSAGES: Readonly<Record<UiLang, Readonly<Record<MessageKey, string>>>> = {
  kk: { ...kk, ...kkFigures, ...kkReading },
  ru: { ...ru, ...ruFigures, ...ruReading },
  en: { ...en, ...enFigures, ...enReading },
};
const PLURALS: Readonly<Record<UiLang, Plurals>> = { kk: kkPlurals, ru: ruPlurals, en: enPlurals };

/** The words of the interface in one language. */
export interface Words {
  /** A message, its `{name}` places filled. */
  t(key: MessageKey, places?: Readonly<Record<string, string>>): string;
  /** A message whose key is put together from data; the data's own word when we have none for it. */
  label(group: string, word: string): string;
  /** A counted phrase: «3 значения». `shown` is the count as it is to be written. */
  count(key: PluralKey, n: number, shown: string): string;
}

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);

const isKey = (key: string): key is MessageKey => Object.hasOwn(MESSAGES.en, key);

/** The words of a language. */
export function wordsOf(lang: UiLang): Words {
  const messages = MESSAGES[lang];
  const plurals = PLURALS[lang];
  const rules = new Intl.PluralRules(lang);
  return {
    t: (key, places = {}) => fill(messages[key], places),
    label: (group, word) => {
      const key = `${group}.${word}`;
      return isKey(key) ? messages[key] : word;
    },
    count: (key, n, shown) => {
      const forms: Plural = plurals[key];
      return fill(forms[rules.select(n)] ?? forms.other, { n: shown });
    },
  };
}
