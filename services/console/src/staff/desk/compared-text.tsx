import type { ReactNode } from 'react';
import { listText, localText } from '../../format/names.ts';
import { moneyText } from '../../format/money.ts';
import { wordsOfAspects } from '../../names/product-words.ts';

/** Says the values of a comparison in words. @param placeText of a country's code and a city */
export function comparing(placeText: (country: string, city: string) => string) {
  // A country's code, and the city.
  const destination = (text: string) => placeText(text.slice(0, 2), text.slice(3));
  const words: Words = { ...wordsOfAspects, destination };
  return (aspect: string, value: unknown): ReactNode => comparedText(words, aspect, value);
}

type Words = Readonly<Record<string, (word: string) => string>>;

/** One value of a comparison: they are texts, amounts, numbers, and lists of these. */
function comparedText(words: Words, aspect: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (list.length === 0) return '—';
    if (list.length === 1) return comparedText(words, aspect, list[0]);
    const strings = list.filter((one) => typeof one === 'string');
    if (strings.length > 0) return listText(strings.map((one) => words[aspect]?.(one) ?? one));
    return (
      <ul className="plain-list">
        {list.map((one) => (
          <li key={JSON.stringify(one)}>{comparedText(words, aspect, one)}</li>
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
