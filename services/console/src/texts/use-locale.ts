import { useTranslation } from 'react-i18next';
import { currentLocale, type Locale } from './locale.ts';

/** The language of now; the component is drawn again when it changes. */
export function useLocale(): Locale {
  useTranslation();
  return currentLocale();
}
