import type { Texts } from '@yitu/kernel';
import type { Product } from '../product.ts';
import { endingsAtWords, endingsTogether, everyEnding, readings } from './parts.ts';
import { themeWords } from './themes.ts';

/** Characters of a long text that are looked into: what a product is about stands at its beginning. */
const mostOfText = 1_000;

const countryNames = ['zh', 'en'].map((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

/** By characters: units of UTF-16 would leave half of one, which the database refuses. */
const beginningOf = (text: string): string => Array.from(text).slice(0, mostOfText).join('');

/** A name that is short enough for every part of it to be looked for, also as it is read. */
export const partsOfName = (name: string): string[] => [
  ...everyEnding(name),
  ...endingsTogether(name),
  ...readings(name),
];

const partsOfWord = (word: string): string[] => [
  ...endingsAtWords(word),
  ...endingsTogether(word),
  ...readings(word),
];

/**
 * What a product is found by, but for its long texts: its names and its city, its themes as they stand and as they are called, its country. Any part
 * of a name, and any word of the rest from its beginning, is the beginning of an entry; Chinese also as it is read.
 */
export function endingsOf({
  name,
  destinationCity,
  destinationCountry,
  themes,
}: Pick<Product, 'name' | 'destinationCity' | 'destinationCountry' | 'themes'>): string[] {
  const countries = countryNames.flatMap((names) => names.of(destinationCountry) ?? []);
  const called = themes.flatMap((theme) => [theme, ...(themeWords[theme] ?? [])]);
  const entries = [name.zh, name.en, destinationCity].flatMap(partsOfName);
  return [...new Set([...entries, ...[...called, ...countries].flatMap(partsOfWord)])];
}

/** The same with the words of its summary and its description, and with what the agency calls its city. */
export function entriesOf(product: Product, cityName: Texts | undefined): string[] {
  const { summary, description } = product;
  const texts = [summary.zh, summary.en, description.zh, description.en];
  return [
    ...new Set([
      ...endingsOf(product),
      ...(cityName ? [cityName.zh, cityName.en].flatMap(partsOfName) : []),
      ...texts.flatMap((text) => endingsAtWords(beginningOf(text))),
    ]),
  ];
}
