import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** API clients of integration teams, and sign-in through an agency's own identity provider. */
export default class ClientsIdentityProviders extends Migration {
  override up(): void {
    this.addSql(`
      -- A client acts with a user of the same id; what it may do are its scopes alone.
      create table identity.clients (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        name text not null,
        scopes jsonb not null,
        enabled boolean not null,
        removed_at timestamptz,
        last_used_at timestamptz,
        last_used_address text,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint clients_id_key unique (id),
        foreign key (agency_id, id) references identity.users (agency_id, id),
        foreign key (agency_id, branch_id) references identity.branches (agency_id, id)
      );
      create table identity.client_secrets (
        agency_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        primary key (agency_id, id),
        foreign key (agency_id, client_id) references identity.clients (agency_id, id)
      );
      create index client_secrets_client on identity.client_secrets (agency_id, client_id);
      -- What the tokens of a client's session were asked for: never more than the client's scopes at the moment.
      create table identity.client_sessions (
        agency_id uuid not null,
        session_id uuid not null,
        client_id uuid not null,
        scope text not null,
        primary key (agency_id, session_id),
        foreign key (agency_id, session_id) references identity.sessions (agency_id, id),
        foreign key (agency_id, client_id) references identity.clients (agency_id, id)
      );
      create index client_sessions_client on identity.client_sessions (agency_id, client_id);
      ${tenantTable('identity', 'clients', { branch: 'branch_id' })}
      ${tenantTable('identity', 'client_secrets')}
      ${tenantTable('identity', 'client_sessions')}
      -- A client names itself and no agency; this function alone may look up whose it is.
      create policy lookup on identity.clients for select to current_user using (true);
      create function identity.agency_id_of_client(wanted uuid) returns uuid language sql stable security definer set search_path = identity
        as $$ select clients.agency_id from identity.clients join identity.agencies using (agency_id)
              where clients.id = wanted and agencies.state = 'active' $$;
      revoke all on function identity.agency_id_of_client(uuid) from public;
      grant execute on function identity.agency_id_of_client(uuid) to yitu_identity;

      create table identity.identity_providers (
        agency_id uuid not null,
        id uuid not null,
        issuer text not null,
        client_id text not null,
        client_secret text not null,
        email_domains text[] not null,
        user_name_claim text not null,
        new_role text,
        new_branch_id uuid,
        required boolean not null,
        version integer not null,
        changed_at timestamptz not null,
        primary key (agency_id, id),
        constraint identity_providers_agency_key unique (agency_id),
        foreign key (agency_id, new_branch_id) references identity.branches (agency_id, id),
        check ((new_role is null) = (new_branch_id is null))
      );
      -- Sign-ins that have come back from the provider: none does so twice. What they carry is in the browser's own cookie.
      create table identity.provider_sign_ins (
        agency_id uuid not null,
        hash text not null,
        expires_at timestamptz not null,
        primary key (agency_id, hash)
      );
      create index provider_sign_ins_expiry on identity.provider_sign_ins (agency_id, expires_at);
      create table identity.provider_accounts (
        agency_id uuid not null,
        issuer text not null,
        subject text not null,
        user_id uuid not null,
        linked_at timestamptz not null,
        primary key (agency_id, issuer, subject),
        constraint provider_accounts_user_key unique (agency_id, issuer, user_id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      ${tenantTable('identity', 'identity_providers')}
      ${tenantTable('identity', 'provider_sign_ins')}
      ${tenantTable('identity', 'provider_accounts')}
    `);
  }
}
