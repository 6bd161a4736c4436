import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Agencies with their branches, the people who work there, and their sessions. */
export default class AgenciesPeopleSessions extends Migration {
  override up(): void {
    this.addSql(`
      create table identity.agencies (
        agency_id uuid primary key,
        id uuid not null check (id = agency_id),
        code text not null constraint agencies_code_key unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
        name jsonb not null,
        currency char(3) not null,
        time_zone text not null,
        version integer not null,
        created_at timestamptz not null
      );
      create table identity.branches (
        agency_id uuid not null references identity.agencies,
        id uuid not null,
        code text not null,
        kind text not null check (kind in ('headquarters', 'owned', 'franchise')),
        parent_id uuid,
        name jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint branches_code_key unique (agency_id, code),
        foreign key (agency_id, parent_id) references identity.branches (agency_id, id)
      );
      create table identity.users (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        user_name text not null,
        email text not null,
        display_name text not null,
        locale text not null check (locale in ('zh', 'en')),
        password_hash text not null,
        roles text[] not null,
        grants jsonb not null default '[]',
        denials text[] not null default '{}',
        active boolean not null default true,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, branch_id) references identity.branches (agency_id, id)
      );
      create unique index users_user_name_key on identity.users (agency_id, lower(user_name));
      create unique index users_email_key on identity.users (agency_id, lower(email));
      create table identity.sessions (
        agency_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        user_agent text not null,
        remote_address text not null,
        started_at timestamptz not null,
        last_used_at timestamptz not null,
        ended_at timestamptz,
        end_reason text,
        version integer not null,
        primary key (agency_id, id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      create index sessions_user on identity.sessions (agency_id, user_id) where ended_at is null;
      create table identity.refresh_tokens (
        agency_id uuid not null,
        hash text not null,
        session_id uuid not null,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (agency_id, hash),
        foreign key (agency_id, session_id) references identity.sessions (agency_id, id)
      );
      ${tenantTable('identity', 'agencies')}
      ${tenantTable('identity', 'branches')}
      ${tenantTable('identity', 'users', { branch: 'branch_id', owner: 'id' })}
      ${tenantTable('identity', 'sessions')}
      ${tenantTable('identity', 'refresh_tokens')}
      -- Sign-in names the agency by its code before any tenant is set; this function alone may look it up.
      create policy lookup on identity.agencies for select to current_user using (true);
      create function identity.agency_id_of(wanted text) returns uuid language sql stable security definer set search_path = identity
        as $$ select agency_id from identity.agencies where code = wanted $$;
      revoke all on function identity.agency_id_of(text) from public;
      grant execute on function identity.agency_id_of(text) to yitu_identity;
    `);
  }
}
