/** Languages of the interface. What the outlets wrote stays in the language they wrote it in. */
export type UiLang = 'kk' | 'ru' | 'en';

export const UI_LANGS: readonly UiLang[] = ['kk', 'ru', 'en'];

/** What each language calls itself. */
export const LANG_NAMES: Readonly<Record<UiLang, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
};

const asUiLang = (value: string): UiLang | undefined => UI_LANGS.find((lang) => lang === value.toLowerCase());

/** The language that was asked for by `?hl=`; undefined when it was not, or is none of ours. */
export const requestedLang = (hl: string | undefined): UiLang | undefined =>
  hl === undefined ? undefined : asUiLang(hl);

/** The best language for an `Accept-Language` header: the highest weight wins, Kazakh when nothing fits. */
export function preferredLang(header: string | undefined): UiLang {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { lang: asUiLang(tag.split('-')[0] ?? ''), q: weight === undefined ? 1 : Number(weight), at };
    })
    .filter((choice) => choice.lang !== undefined && choice.q > 0)
    .sort((a, b) => b.q - a.q || a.at - b.at);
  return wanted[0]?.lang ?? 'kk';
}
