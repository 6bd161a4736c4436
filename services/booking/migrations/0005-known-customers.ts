import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What booking must know of customers and their travellers to price an order: no names, no phones, no documents. Told by crm. */
export default class KnownCustomers extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.customers (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        category text not null,
        primary key (agency_id, id)
      );
      create table booking.travellers (
        agency_id uuid not null,
        id uuid not null,
        customer_id uuid not null,
        primary key (agency_id, id)
      );
      ${['customers', 'travellers'].map((table) => tenantTable('booking', table)).join('\n')}
    `);
  }
}
