import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Products get the agency's own code; files of products and departures are taken in, their rows worked through one by one. */
export default class Imports extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.products add column code text;
      create unique index products_code_key on booking.products (agency_id, code) where code is not null;
      create table booking.imports (
        agency_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('products', 'departures')),
        state text not null check (state in ('running', 'finished')),
        dry_run boolean not null,
        publishes boolean not null,
        author_id uuid not null,
        rows integer not null,
        version integer not null,
        created_at timestamptz not null,
        finished_at timestamptz,
        primary key (agency_id, id)
      );
      -- What a row became stands in the transaction that made it so: it becomes it once.
      create table booking.import_rows (
        agency_id uuid not null,
        import_id uuid not null,
        row_number integer not null,
        input jsonb not null,
        state text not null check (state in ('waiting', 'created', 'present', 'refused')),
        problems jsonb not null,
        made_id uuid,
        primary key (agency_id, import_id, row_number),
        foreign key (agency_id, import_id) references booking.imports (agency_id, id)
      );
      create index import_rows_by_state on booking.import_rows (agency_id, import_id, state, row_number);
      ${['imports', 'import_rows'].map((table) => tenantTable('booking', table)).join('\n')}
    `);
  }
}
