import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Roles an agency makes for itself, beside the built-in ones. */
export default class Roles extends Migration {
  override up(): void {
    this.addSql(`
      create table identity.roles (
        agency_id uuid not null references identity.agencies,
        id uuid not null,
        code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
        name jsonb not null,
        grants jsonb not null,
        copy_of text,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint roles_code_key unique (agency_id, code)
      );
      -- Who has a role is asked when it is removed.
      create index users_roles on identity.users using gin (roles);
      ${tenantTable('identity', 'roles')}
    `);
  }
}
