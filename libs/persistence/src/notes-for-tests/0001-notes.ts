import { Migration } from '@mikro-orm/migrations';
import { foundationTables } from '../foundation.ts';
import { tenantTable } from '../tenant-table.ts';

/** Notes of branches, for the tests of the unit of work. */
export default class Notes extends Migration {
  override up(): void {
    this.addSql(`
      ${foundationTables('notes')}
      create table notes.notes (
        agency_id uuid, id uuid, branch_id uuid not null, author_id uuid not null, text text not null, version integer not null,
        primary key (agency_id, id)
      );
      ${tenantTable('notes', 'notes', { branch: 'branch_id', owner: 'author_id' })}
    `);
  }
}
