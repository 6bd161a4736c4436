import { countryCodes } from '@yitu/kernel/countries';
import { currentLocale } from '../texts/locale.ts';
import { countryName } from './names.ts';

const first = ['CN', 'HK', 'MO', 'TW'];

/** Countries and regions to choose from by their codes: those most customers come from, then all others by name in the language of now. */
export function countryChoices(): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(currentLocale() === 'zh' ? 'zh-CN' : 'en');
  const choice = (value: string) => ({ value, label: countryName(value) });
  const others = [...countryCodes].filter((code) => !first.includes(code)).map(choice);
  return [...first.map(choice), ...others.toSorted((one, other) => compare(one.label, other.label))];
}
