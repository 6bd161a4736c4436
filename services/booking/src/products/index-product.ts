import type { Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Product } from './product.ts';
import { entriesOf, partsOfName } from './words/words-of-product.ts';

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
  const [named] = await uow.rows<{ name: Texts }>(
    `select city->'name' as name from booking.city_names cross join jsonb_array_elements(cities) as city
     where agency_id = ? and version = (select max(version) from booking.city_names where agency_id = ?) and city->>'city' = ?`,
    [uow.agencyId, uow.agencyId, product.destinationCity],
  );
  await uow.rows('delete from booking.product_endings where agency_id = ? and product_id = ?', of);
  await uow.rows('delete from booking.product_facets where agency_id = ? and product_id = ?', of);
  await uow.rows(
    `insert into booking.product_endings (agency_id, product_id, ending)
     select ?, ?, ending from jsonb_array_elements_text(?::jsonb) as ending`,
    [...of, JSON.stringify(entriesOf(product, named?.name))],
  );
  await uow.rows(
    `insert into booking.product_facets (agency_id, product_id, facet, value)
     select ?, ?, facet, value from jsonb_to_recordset(?::jsonb) as stands (facet text, value text)`,
    [...of, JSON.stringify(facetsOf(product))],
  );
}

/**
 * Lets all products of some cities be found by what these are called from now on. What they were called before finds them too, until they are changed
 * themselves: it may stand in their titles.
 */
export async function indexCityNames(
  uow: UnitOfWork,
  cities: readonly { readonly city: string; readonly name: Texts }[],
): Promise<void> {
  const parts = cities.flatMap(({ city, name }) =>
    [...new Set([name.zh, name.en].flatMap(partsOfName))].map((ending) => ({ city, ending })),
  );
  await uow.rows(
    `insert into booking.product_endings (agency_id, product_id, ending)
     select ?, product_id, ending from jsonb_to_recordset(?::jsonb) as part (city text, ending text)
       join booking.product_facets on agency_id = ? and facet = 'city' and value = city
     on conflict do nothing`,
    [uow.agencyId, JSON.stringify(parts), uow.agencyId],
  );
}
