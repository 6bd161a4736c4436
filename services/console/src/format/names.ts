import { currentLocale, type LocalText } from '../texts/locale.ts';

/** A text of the data in the language of now, or in the other where it was left empty. */
export function localText(text: LocalText): string {
  const locale = currentLocale();
  return text[locale] || text[locale === 'zh' ? 'en' : 'zh'];
}

/** A country's name by its ISO 3166-1 code. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(currentLocale() === 'zh' ? 'zh-CN' : 'en', { type: 'region' }).of(code) ?? code;

/** More about what stands before it, in brackets as the language of now sets them. */
export const inBrackets = (text: string): string => (currentLocale() === 'zh' ? `（${text}）` : ` (${text})`);

/** Words one after another, as the language of now sets them apart. */
export const listText = (words: readonly string[]): string =>
  words.join(currentLocale() === 'zh' ? '、' : ', ');
