import { Migration } from '@mikro-orm/migrations';
import type { Product } from '../src/products/product.ts';
import { entriesOf } from '../src/products/words/words-of-product.ts';

interface Row extends Pick<Product, 'name' | 'summary' | 'description' | 'themes'> {
  readonly agency_id: string;
  readonly id: string;
  readonly destination_city: string;
  readonly destination_country: string;
  readonly city_name: Product['name'] | null;
}

/** A product that says all it may has 1,400 entries and more: a batch is some 5 MB. */
const batch = 50;
const nil = '00000000-0000-0000-0000-000000000000';

/** Products are found by their themes, countries and long texts too, and by how all that is read. */
export default class WordsOfProducts extends Migration {
  override async up(): Promise<void> {
    let last = { agency_id: nil, id: nil };
    for (;;) {
      const products = (await this.execute(
        `select p.agency_id, p.id, name, summary, description, themes, destination_city, destination_country, (
           select city->'name' from booking.city_names n cross join jsonb_array_elements(cities) as city
           where n.agency_id = p.agency_id and city->>'city' = p.destination_city order by n.version desc limit 1
         ) as city_name
         from booking.products p where (p.agency_id, p.id) > (?, ?) order by p.agency_id, p.id limit ${batch}`,
        [last.agency_id, last.id],
      )) as Row[]; // as the statement selects
      const [final] = products.slice(-1);
      if (!final) break;
      await this.#index(products);
      last = final;
    }
  }

  async #index(products: readonly Row[]): Promise<void> {
    const indexed = products.map(({ agency_id, id, city_name, ...row }) => {
      const product = {
        ...row,
        destinationCity: row.destination_city,
        destinationCountry: row.destination_country,
      } as unknown as Product; // all that is looked at stands here
      return { agency_id, id, entries: entriesOf(product, city_name ?? undefined) };
    });
    await this.execute(
      `insert into booking.product_endings (agency_id, product_id, ending)
       select agency_id, id, ending from jsonb_to_recordset(?::jsonb) as given (agency_id uuid, id uuid, entries jsonb),
         jsonb_array_elements_text(entries) as ending
       on conflict do nothing`,
      [JSON.stringify(indexed)],
    );
  }
}
