import { countryName } from '../format/names.ts';
import { lodgingWords, themeWords, transportWords } from './product-words.ts';
import { currentLocale, type LocalText } from '../texts/locale.ts';

/** A text that the service made of the data's words, for people: words for themes, names for countries. */
export function spokenText(text: LocalText): string {
  const locale = currentLocale();
  const named = text[locale].replace(/\s*\(([A-Z]{2})\)/g, (_code, country: string) =>
    locale === 'zh' ? `（${countryName(country)}）` : ` (${countryName(country)})`,
  );
  return locale === 'zh' ? named.replace(/[a-z]+(-[a-z]+)*/g, wordOf) : named;
}

/** What it is about is not told with the text: a word of one of them, or itself. */
const wordOf = (key: string): string =>
  [transportWords, lodgingWords, themeWords].map(({ word }) => word(key)).find((word) => word !== key) ?? key;
