import type { UnitOfWork } from '@yitu/persistence';
import type { Product } from './product.ts';

/** Characters of an ending that are kept and searched by. */
export const longestPart = 30;

/** A text in the form texts are compared in: compatible characters made one, small letters, single blanks. */
export const textKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Every ending of the name and the city; any part of them is the beginning of one. */
export function endingsOf({ name, destinationCity }: Pick<Product, 'name' | 'destinationCity'>): string[] {
  const endings = [name.zh, name.en, destinationCity].flatMap((text) => {
    const characters = Array.from(textKey(text));
    return characters.map((_one, start) => characters.slice(start, start + longestPart).join(''));
  });
  return [...new Set(endings.filter((ending) => !ending.startsWith(' ')))];
}

export const facets = ['kind', 'country', 'city', 'theme', 'transport', 'lodging'] as const;
export type Facet = (typeof facets)[number];

/** What a product is found by exactly, and counted by beside a search. */
export function facetsOf(product: Product): { facet: Facet; value: string }[] {
  const { kind, destinationCountry, destinationCity, themes, details } = product;
  const values: Record<Facet, readonly string[]> = {
    kind: [kind],
    country: [destinationCountry],
    city: [destinationCity],
    theme: [...new Set(themes)],
    transport: details.transport ?? [],
    lodging: details.lodgingClass === undefined ? [] : [details.lodgingClass],
  };
  return facets.flatMap((facet) => values[facet].map((value) => ({ facet, value })));
}

/** Lets a stored product be found by what it says now; its row is there and locked or new. */
export async function indexProduct(uow: UnitOfWork, product: Product): Promise<void> {
  const of = [uow.agencyId, product.id];
  await uow.rows('delete from booking.product_endings where agency_id = ? and product_id = ?', of);
  await uow.rows('delete from booking.product_facets where agency_id = ? and product_id = ?', of);
  await uow.rows(
    `insert into booking.product_endings (agency_id, product_id, ending)
     select ?, ?, ending from jsonb_array_elements_text(?::jsonb) as ending`,
    [...of, JSON.stringify(endingsOf(product))],
  );
  await uow.rows(
    `insert into booking.product_facets (agency_id, product_id, facet, value)
     select ?, ?, facet, value from jsonb_to_recordset(?::jsonb) as stands (facet text, value text)`,
    [...of, JSON.stringify(facetsOf(product))],
  );
}
