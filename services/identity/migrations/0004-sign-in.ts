import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What is counted, kept and asked for where people sign in. */
export default class SignIn extends Migration {
  override up(): void {
    this.addSql(counters + secondFactors + passkeys + sweeping);
  }
}

const counters = `
  alter table identity.sessions add column method text not null default 'password',
    add column device_hash text;
  -- The successor, sealed with the token itself: only who holds the token can open it.
  alter table identity.refresh_tokens add column successor text;
  create index refresh_tokens_expiry on identity.refresh_tokens (expires_at);
  -- No foreign key to agencies: attempts at an agency that is none are counted like others, so that nobody learns which there are.
  create table identity.sign_in_failures (
    agency_id uuid not null,
    key text not null,
    failures integer not null check (failures >= 0),
    since timestamptz not null,
    last_at timestamptz not null,
    blocked_until timestamptz,
    told_at timestamptz,
    primary key (agency_id, key)
  );
  create index sign_in_failures_last on identity.sign_in_failures (last_at);
  create table identity.known_devices (
    agency_id uuid not null,
    user_id uuid not null,
    hash text not null,
    known_since timestamptz not null,
    last_used_at timestamptz not null,
    primary key (agency_id, hash, user_id),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create index known_devices_last on identity.known_devices (last_used_at);
  ${tenantTable('identity', 'sign_in_failures')}
  ${tenantTable('identity', 'known_devices')}`;

const secondFactors = `
  alter table identity.agencies add column second_factor_required_for text[] not null default '{}';
  create table identity.sign_in_tickets (
    agency_id uuid not null,
    hash text not null,
    user_id uuid not null,
    purpose text not null check (purpose in ('second-factor', 'enrolment')),
    tries_left integer not null check (tries_left >= 0),
    expires_at timestamptz not null,
    primary key (agency_id, hash),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create index sign_in_tickets_expiry on identity.sign_in_tickets (expires_at);
  create table identity.totp_authenticators (
    agency_id uuid not null,
    user_id uuid not null,
    secret text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    -- The time step of the last code that was accepted: none is accepted twice.
    last_step bigint not null,
    primary key (agency_id, user_id),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create table identity.recovery_codes (
    agency_id uuid not null,
    user_id uuid not null,
    hash text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (agency_id, user_id, hash),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  ${tenantTable('identity', 'sign_in_tickets')}
  ${tenantTable('identity', 'totp_authenticators')}
  ${tenantTable('identity', 'recovery_codes')}`;

const passkeys = `
  create table identity.passkeys (
    agency_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    credential_id text not null,
    public_key text not null,
    counter bigint not null check (counter >= 0),
    transports text[] not null,
    name text not null,
    synced boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (agency_id, id),
    constraint passkeys_credential_key unique (agency_id, credential_id),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create index passkeys_user on identity.passkeys (agency_id, user_id);
  -- Where nobody has said yet who they are, the agency is the nil UUID: no foreign keys.
  create table identity.passkey_challenges (
    agency_id uuid not null,
    hash text not null,
    user_id uuid,
    purpose text not null check (purpose in ('registration', 'authentication')),
    expires_at timestamptz not null,
    primary key (agency_id, hash)
  );
  create index passkey_challenges_expiry on identity.passkey_challenges (expires_at);
  ${tenantTable('identity', 'passkeys')}
  ${tenantTable('identity', 'passkey_challenges')}`;

const swept = [
  'sign_in_failures',
  'sign_in_tickets',
  'passkey_challenges',
  'known_devices',
  'refresh_tokens',
] as const;

/** What has passed is of no more use to anybody; the service itself sees one agency at a time, so this function alone looks at all. */
const sweeping = `
  ${swept.map((table) => `create policy sweep on identity.${table} to current_user using (true);`).join('\n  ')}
  create function identity.sweep_sign_ins() returns void language sql security definer
    set search_path = pg_catalog, identity, pg_temp as $$
      delete from identity.sign_in_failures where last_at < now() - interval '1 day';
      delete from identity.sign_in_tickets where expires_at < now();
      delete from identity.passkey_challenges where expires_at < now();
      delete from identity.known_devices where last_used_at < now() - interval '180 days';
      delete from identity.refresh_tokens where expires_at < now() - interval '30 days';
    $$;
  revoke all on function identity.sweep_sign_ins() from public;
  grant execute on function identity.sweep_sign_ins() to yitu_identity;`;
