import type { productQuery } from './product-query.ts';

/** What is stated of somebody's needs, among what products are looked for by; nothing where nothing is. */
export function needsOf(asked: ReturnType<typeof productQuery>, currency: string) {
  const { text: _text, kind: _kind, country, city, lodging, ...rest } = asked;
  const needs = {
    ...rest,
    ...(country?.[0] && { country: country[0] }),
    ...(city?.[0] && { city: city[0] }),
    ...(lodging?.[0] && { lodging: lodging[0] }),
  };
  return Object.keys(needs).length === 0 ? undefined : { ...needs, currency };
}
