import { tenantTable } from '@yitu/persistence';

/**
 * SQL of the tables the vault keeps in a service's schema, for the service's migration that first needs them: wrapped keys only, and the tombstones
 * of those that were destroyed.
 */
export const vaultTables = (service: string): string => `
  create table "${service}".agency_keys (
    agency_id uuid not null,
    -- 'wrapping' keys wrap the data keys of persons, 'index' keys make what sealed values are found by.
    purpose text not null constraint agency_keys_purpose check (purpose in ('wrapping', 'index')),
    version integer not null check (version > 0),
    root_key_id text not null,
    wrapped text not null,
    created_at timestamptz not null,
    primary key (agency_id, purpose, version)
  );
  create table "${service}".person_keys (
    agency_id uuid not null,
    person_id uuid not null,
    version integer not null check (version > 0),
    wrapped text,
    wrapped_by text not null generated always as ('wrapping') stored,
    agency_key_version integer,
    -- The newest index key when this one was made: whatever is sealed with a key of an older one is due to be sealed and indexed again.
    indexed_by text not null generated always as ('index') stored,
    index_key_version integer,
    created_at timestamptz not null,
    -- A newer version seals now; this one still opens what a reader may have in hand.
    retired_at timestamptz,
    erased_at timestamptz,
    erased_by text,
    erasure_reason text,
    primary key (agency_id, person_id, version),
    -- No agency key goes while a data key needs it.
    constraint person_keys_agency_key foreign key (agency_id, wrapped_by, agency_key_version)
      references "${service}".agency_keys (agency_id, purpose, version),
    constraint person_keys_index_key foreign key (agency_id, indexed_by, index_key_version)
      references "${service}".agency_keys (agency_id, purpose, version),
    constraint person_keys_erased_whole check (
      num_nonnulls(wrapped, agency_key_version, index_key_version) = case when erased_at is null then 3 else 0 end
      and num_nonnulls(erased_at, erased_by, erasure_reason) in (0, 3)
    )
  );
  -- No index over the key versions: wrapping a million keys again stays cheap, and only that asks for them.
  create index person_keys_retired on "${service}".person_keys (agency_id, retired_at) where retired_at is not null;
  ${tenantTable(service, 'agency_keys')}
  ${tenantTable(service, 'person_keys')}
  -- A tombstone stays as it is: not even the service's own role changes or removes one.
  create policy tombstones_stay on "${service}".person_keys as restrictive for delete to "yitu_${service}" using (erased_at is null);
  create policy tombstones_stay_as_they_are on "${service}".person_keys as restrictive for update to "yitu_${service}"
    using (erased_at is null) with check (true);
  -- The agencies a rotation has to visit; of their keys it tells nothing.
  create function "${service}".vault_agencies() returns setof uuid language sql stable security definer
    set search_path = pg_catalog, "${service}", pg_temp
    as $$ select distinct agency_id from "${service}".agency_keys order by agency_id $$;
  revoke all on function "${service}".vault_agencies() from public;
  grant execute on function "${service}".vault_agencies() to "yitu_${service}";`;

/** Why statements that write these tables need no audit record: for the `unrecorded` of a service that has them. */
export const vaultUnrecorded = {
  agency_keys: 'made when they are first needed; that a new one follows is recorded',
  person_keys: 'made with the first value, which is recorded; who erases somebody records it with the person',
} as const;
