import type { ReactNode } from 'react';
import { countryName, listText, localText } from '../../format/names.ts';
import { moneyText } from '../../format/money.ts';
import { wordsOfAspects } from '../../names/product-words.ts';

const words: Readonly<Record<string, (word: string) => string>> = {
  ...wordsOfAspects,
  // A country's code, and the city.
  destination: (text) => text.replace(/^[A-Z]{2}(?= )/, countryName),
};

/** One value of a comparison in words: they are texts, amounts, numbers, and lists of these. */
export function comparedText(aspect: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (list.length === 0) return '—';
    if (list.length === 1) return comparedText(aspect, list[0]);
    const strings = list.filter((one) => typeof one === 'string');
    if (strings.length > 0) return listText(strings.map((one) => words[aspect]?.(one) ?? one));
    return (
      <ul className="plain-list">
        {list.map((one) => (
          <li key={JSON.stringify(one)}>{comparedText(aspect, one)}</li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'string') return words[aspect]?.(value) ?? value;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return '—';
  if ('zh' in value && 'en' in value) return localText({ zh: String(value.zh), en: String(value.en) });
  if ('amount' in value && 'currency' in value)
    return moneyText({ amount: String(value.amount), currency: String(value.currency) });
  return '—';
}
