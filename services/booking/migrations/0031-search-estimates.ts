import { Migration } from '@mikro-orm/migrations';

/**
 * What the planner must know to find the products of a search: how many have a value of a facet (country and city are not independent of the facet
 * they belong to), and how many endings begin with a word: they are among hundreds of thousands, of which a hundred samples say nothing.
 */
export default class SearchEstimates extends Migration {
  override up(): void {
    this.addSql(`
      create statistics booking.product_facets_values (mcv, ndistinct, dependencies) on agency_id, facet, value from booking.product_facets;
      alter statistics booking.product_facets_values set statistics 1000;
      alter table booking.product_endings alter column ending set statistics 1000;
    `);
  }
}
