import i18next from 'i18next';

export type Locale = 'zh' | 'en';

/** A text of the data, in both languages. */
export type LocalText = Readonly<Record<Locale, string>>;

const kept = 'yitu.language';

/** The language somebody chose before, else the one the browser prefers; Chinese is the first. */
export function preferredLocale(): Locale {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.languages.find((one) => /^(zh|en)/.test(one))?.startsWith('en') ? 'en' : 'zh';
}

export const currentLocale = (): Locale => (i18next.language === 'en' ? 'en' : 'zh');

/** Switches the language of everything at once, and keeps the choice. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(kept, locale);
  await i18next.changeLanguage(locale);
}
