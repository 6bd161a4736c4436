import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { preferredLocale, type LocalText } from './locale.ts';

// Begun with this module, and at once: areas declare their texts while they are loaded.
void i18next.use(initReactI18next).init({
  lng: preferredLocale(),
  resources: { zh: {}, en: {} },
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // React escapes
});
const follow = (language: string) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
follow(i18next.language);
i18next.on('languageChanged', follow);

type Values = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** The texts of one area, known by key in both languages. */
export interface AreaTexts<Key extends string> {
  /** The texts in the language of now; the component is drawn again when it changes. */
  use(): Translate<Key>;
  /** The same outside of components. */
  say: Translate<Key>;
  /** The text of a word that comes from data (a state, a kind), or the word itself. To be used below `use()`. */
  readonly word: (key: string) => string;
}

/**
 * Declares the texts of an area, Chinese and English side by side: a missing one does not compile. `{{name}}` stands for a value.
 * @param area a name of its own
 */
export function defineTexts<const Key extends string>(
  area: string,
  texts: Readonly<Record<Key, LocalText>>,
): AreaTexts<Key> {
  const entries = Object.entries<LocalText>(texts);
  for (const locale of ['zh', 'en'] as const)
    i18next.addResourceBundle(
      locale,
      area,
      Object.fromEntries(entries.map(([key, text]) => [key, text[locale]])),
    );
  const translate = (key: string, values?: Values): string => i18next.t(key, { ...values, ns: area });
  return {
    use: () => {
      useTranslation();
      return translate;
    },
    say: translate,
    word: (key) => (key in texts ? translate(key) : key),
  };
}
