import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const mobile = `check (mobile ~ '^[+][1-9][0-9]{6,14}$')`;
const link = { branch: 'branch_id' };

/**
 * How people come, change and go: invitations, registrations, changes of e-mail address, new passwords, departures; branches that move and close,
 * agencies that are suspended.
 */
export default class People extends Migration {
  override up(): void {
    this.addSql(`
      alter table identity.agencies
        add column state text not null default 'active' constraint agencies_state check (state in ('active', 'suspended')),
        add column country char(2) not null default 'CN';
      alter table identity.branches
        add column state text not null default 'open' constraint branches_state check (state in ('open', 'closed'));
      create unique index branches_headquarters_key on identity.branches (agency_id) where kind = 'headquarters';
      create index branches_parent on identity.branches (agency_id, parent_id);
      alter table identity.users
        add column account text not null default 'staff' constraint users_account check (account in ('staff', 'customer', 'client')),
        add column state text not null default 'active' constraint users_state check (state in ('invited', 'active', 'suspended', 'departed')),
        add column mobile text constraint users_mobile ${mobile},
        add column departed_at timestamptz,
        add column successor_id uuid,
        -- "may act now" is nothing but the state
        add constraint users_active check (active = (state = 'active')),
        add constraint users_departed check ((state = 'departed') = (departed_at is not null)),
        add constraint users_successor foreign key (agency_id, successor_id) references identity.users (agency_id, id);
      create index users_branch on identity.users (agency_id, branch_id);
      -- Who has left lets go of name and addresses: they may come back with a new account.
      drop index identity.users_user_name_key;
      drop index identity.users_email_key;
      create unique index users_user_name_key on identity.users (agency_id, lower(user_name)) where state <> 'departed';
      create unique index users_email_key on identity.users (agency_id, lower(email)) where state <> 'departed';
      create unique index users_mobile_key on identity.users (agency_id, mobile) where state <> 'departed';
      create table identity.invitations (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        display_name text not null,
        email text not null,
        mobile text ${mobile},
        locale text not null check (locale in ('zh', 'en')),
        roles text[] not null,
        state text not null check (state in ('pending', 'accepted', 'withdrawn')),
        -- Named by the link in force; each sending has another one.
        link_id uuid not null,
        expires_at timestamptz not null,
        invited_by uuid not null,
        user_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint invitations_link_key unique (agency_id, link_id),
        constraint invitations_user check ((state = 'accepted') = (user_id is not null)),
        foreign key (agency_id, branch_id) references identity.branches (agency_id, id),
        foreign key (agency_id, invited_by) references identity.users (agency_id, id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      create unique index invitations_pending_key on identity.invitations (agency_id, lower(email)) where state = 'pending';
      create table identity.legal_texts (
        agency_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('terms', 'privacy')),
        text_version text not null,
        valid_from date not null,
        texts jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint legal_texts_version_key unique (agency_id, kind, text_version),
        constraint legal_texts_valid_from_key unique (agency_id, kind, valid_from)
      );
      create table identity.registrations (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        user_name text not null,
        display_name text not null,
        email text not null,
        mobile text not null ${mobile},
        locale text not null check (locale in ('zh', 'en')),
        password_hash text not null,
        terms_id uuid not null,
        privacy_id uuid not null,
        remote_address text not null,
        -- 'asked' until the service has looked whether somebody has these names and addresses already
        state text not null check (state in ('asked', 'pending', 'refused', 'confirmed')),
        -- whose account has them
        existing_user_id uuid,
        user_id uuid,
        expires_at timestamptz not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, branch_id) references identity.branches (agency_id, id),
        foreign key (agency_id, terms_id) references identity.legal_texts (agency_id, id),
        foreign key (agency_id, privacy_id) references identity.legal_texts (agency_id, id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      create index registrations_email on identity.registrations (agency_id, lower(email), created_at);
      create index registrations_address on identity.registrations (agency_id, remote_address, created_at);
      create table identity.legal_acceptances (
        agency_id uuid not null,
        user_id uuid not null,
        legal_text_id uuid not null,
        accepted_at timestamptz not null,
        locale text not null,
        remote_address text not null,
        primary key (agency_id, user_id, legal_text_id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id),
        foreign key (agency_id, legal_text_id) references identity.legal_texts (agency_id, id)
      );
      create table identity.email_changes (
        agency_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        branch_id uuid not null,
        old_email text not null,
        new_email text not null,
        state text not null check (state in ('pending', 'confirmed', 'replaced')),
        expires_at timestamptz not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      create unique index email_changes_pending_key on identity.email_changes (agency_id, user_id) where state = 'pending';
      create table identity.password_resets (
        agency_id uuid not null,
        id uuid not null,
        -- what was typed, until the service has looked whose it is
        login text,
        remote_address text not null,
        user_id uuid,
        branch_id uuid,
        state text not null check (state in ('asked', 'pending', 'nobody', 'used', 'replaced')),
        expires_at timestamptz not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint password_resets_login check ((state = 'asked') = (login is not null)),
        foreign key (agency_id, user_id) references identity.users (agency_id, id)
      );
      create index password_resets_user on identity.password_resets (agency_id, user_id, created_at);
      create index password_resets_address on identity.password_resets (agency_id, remote_address, created_at);
      ${tenantTable('identity', 'invitations', link)}
      ${['legal_texts', 'registrations', 'legal_acceptances', 'email_changes', 'password_resets'].map((table) => tenantTable('identity', table)).join('\n')}
      revoke update, delete on identity.legal_texts, identity.legal_acceptances from yitu_identity;
      -- Who is suspended cannot be found by code: nobody signs in, registers or asks for a password there.
      create or replace function identity.agency_id_of(wanted text) returns uuid language sql stable security definer set search_path = identity
        as $$ select agency_id from identity.agencies where code = wanted and state = 'active' $$;
      -- For the platform's operator, who sees that agencies exist and nothing in them.
      create function identity.agencies_listed(before uuid, most integer)
        returns table (id uuid, code text, name jsonb, currency char(3), time_zone text, state text, version integer, created_at timestamptz)
        language sql stable security definer set search_path = identity
        as $$ select id, code, name, currency, time_zone, state, version, created_at from identity.agencies
              where before is null or id < before order by id desc limit most $$;
      revoke all on function identity.agencies_listed(uuid, integer) from public;
      grant execute on function identity.agencies_listed(uuid, integer) to yitu_identity;
    `);
  }
}
