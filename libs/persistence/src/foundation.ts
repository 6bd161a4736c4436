import { tenantTable, workerSees } from './tenant-table.ts';

const partitioned = ['outbox', 'inbox', 'audit_records'];

/**
 * SQL that lets the relay gather a service's audit records (see docs/adr/0016): the branch of who acted, and whether a record has been handed over.
 * The service itself can neither change a record nor say that it was gathered. One migration of each service.
 */
export function auditGathering(service: string): string {
  const records = `"${service}".audit_records`;
  return `
  alter table ${records} add column branch_id uuid, add column gathered_at timestamptz;
  create index audit_records_waiting on ${records} (occurred_at, id) where gathered_at is null;
  revoke insert on ${records} from "yitu_${service}";
  grant insert (${insertedColumns.join(', ')}) on ${records} to "yitu_${service}";
  ${workerSees(service, 'audit_records', [...insertedColumns, 'gathered_at'], ['gathered_at'])}`;
}

const insertedColumns = [
  ...['agency_id', 'id', 'occurred_at', 'actor', 'branch_id', 'action', 'object_type', 'object_id', 'change'],
  ...['before', 'after', 'remote_address', 'trace_id'],
];

/**
 * SQL of the tables every service has: outbox, inbox, idempotency keys, audit records, quarantine. First migration of each service.
 * Time-ordered tables are partitioned by month; `create_partitions` makes the coming ones, the default partition catches what nobody expected.
 */
export function foundationTables(service: string): string {
  return [
    outbox(service),
    inbox(service),
    idempotency(service),
    audit(service),
    quarantine(service),
    defaultPartitions(service, partitioned),
    monthlyPartitions(service, partitioned),
    purging(service),
  ].join('\n');
}

const outbox = (service: string) => `
  create table "${service}".outbox (
    agency_id uuid not null,
    id uuid not null,
    occurred_at timestamptz not null,
    subject text not null,
    aggregate_id uuid not null,
    aggregate_version integer not null,
    envelope text not null,
    not_before timestamptz not null,
    published_at timestamptz,
    primary key (agency_id, occurred_at, id)
  ) partition by range (occurred_at);
  create index outbox_pending on "${service}".outbox (not_before, aggregate_version) where published_at is null;
  ${tenantTable(service, 'outbox')}
  revoke update, delete on "${service}".outbox from "yitu_${service}";
  ${workerSees(service, 'outbox', ['agency_id', 'id', 'occurred_at', 'subject', 'aggregate_id', 'aggregate_version', 'envelope', 'not_before', 'published_at'], ['published_at'])}`;

const inbox = (service: string) => `
  create table "${service}".inbox (
    agency_id uuid not null,
    event_id uuid not null,
    occurred_at timestamptz not null,
    type text not null,
    aggregate_id uuid not null,
    aggregate_version integer not null,
    received_at timestamptz not null default now(),
    primary key (agency_id, occurred_at, event_id)
  ) partition by range (occurred_at);
  ${tenantTable(service, 'inbox')}
  create table "${service}".inbox_positions (
    agency_id uuid not null,
    stream text not null,
    aggregate_id uuid not null,
    version integer not null,
    primary key (agency_id, stream, aggregate_id)
  );
  ${tenantTable(service, 'inbox_positions')}`;

const idempotency = (service: string) => `
  create table "${service}".idempotency_keys (
    agency_id uuid not null,
    actor text not null,
    key text not null,
    request_hash text not null,
    response jsonb,
    created_at timestamptz not null,
    primary key (agency_id, actor, key)
  );
  create index idempotency_keys_created on "${service}".idempotency_keys (created_at);
  ${tenantTable(service, 'idempotency_keys')}
  revoke update on "${service}".idempotency_keys from "yitu_${service}";`;

const audit = (service: string) => `
  create table "${service}".audit_records (
    agency_id uuid not null,
    id uuid not null,
    occurred_at timestamptz not null,
    actor text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    change text not null,
    before jsonb,
    after jsonb,
    remote_address text,
    trace_id text,
    primary key (agency_id, occurred_at, id)
  ) partition by range (occurred_at);
  create index audit_records_object on "${service}".audit_records (agency_id, object_id);
  ${tenantTable(service, 'audit_records')}
  revoke update, delete on "${service}".audit_records from "yitu_${service}";`;

const quarantine = (service: string) => `
  create table "${service}".quarantine (
    agency_id uuid not null,
    id uuid not null,
    subject text not null,
    message text not null,
    mended_data jsonb,
    error text not null,
    deliveries integer not null,
    quarantined_at timestamptz not null,
    replayed_at timestamptz,
    primary key (agency_id, id)
  );
  ${tenantTable(service, 'quarantine')}`;

/**
 * SQL that has a service's own tables partitioned by month like those of the foundation.
 * @param tables created as `partition by range (occurred_at)`, under row security already
 */
export const alsoPartitioned = (service: string, tables: readonly string[]): string =>
  `${defaultPartitions(service, tables)}\n${monthlyPartitions(service, [...partitioned, ...tables])}`;

/** SQL of the default partitions of tables. @param tables partitioned by `occurred_at` */
const defaultPartitions = (service: string, tables: readonly string[]) => `
  ${tables.map((table) => `create table "${service}".${table}_default partition of "${service}".${table} default;`).join('\n  ')}
  ${tables.map((table) => tenantTable(service, `${table}_default`)).join('\n')}
  ${tables.map((table) => `revoke all on "${service}".${table}_default from "yitu_${service}";`).join('\n  ')}`;

/** SQL of the function that makes the coming months' partitions of tables, and of its first run. */
const monthlyPartitions = (service: string, tables: readonly string[]) => `
  create or replace function "${service}".create_partitions(months integer) returns void language plpgsql security definer
    set search_path = pg_catalog, "${service}", pg_temp as $$
    declare
      month date := date_trunc('month', now() at time zone 'UTC')::date;
      parent text;
      partition text;
      first timestamptz;
      last timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtext('${service}.create_partitions'));
      for offset_months in 0..months loop
        foreach parent in array array['${tables.join("', '")}'] loop
          partition := parent || '_' || to_char(month + make_interval(months => offset_months), 'YYYY_MM');
          if to_regclass('"${service}".' || partition) is null then
            first := (month + make_interval(months => offset_months))::timestamp at time zone 'UTC';
            last := (month + make_interval(months => offset_months + 1))::timestamp at time zone 'UTC';
            execute format('create table "${service}".%I (like "${service}".%I including all)', partition, parent);
            -- Rows of that month that came before it had a partition: the default one may not keep them.
            execute format('with moved as (delete from "${service}".%I where occurred_at >= %L and occurred_at < %L returning *)
              insert into "${service}".%I select * from moved', parent || '_default', first, last, partition);
            execute format('alter table "${service}".%I attach partition "${service}".%I for values from (%L) to (%L)', parent, partition, first, last);
            execute format('alter table "${service}".%I enable row level security', partition);
            execute format('alter table "${service}".%I force row level security', partition);
            execute format('create policy tenant on "${service}".%I to "yitu_${service}" using (false)', partition);
          end if;
        end loop;
      end loop;
    end $$;
  revoke all on function "${service}".create_partitions(integer) from public;
  grant execute on function "${service}".create_partitions(integer) to "yitu_${service}_worker";
  select "${service}".create_partitions(3);`;

const purging = (service: string) => `
  -- Answers may hold personal data: they are kept as long as a client may sensibly repeat its request.
  create function "${service}".purge_answers() returns void language sql security definer
    set search_path = pg_catalog, "${service}", pg_temp
    as $$ delete from "${service}".idempotency_keys where created_at < now() - interval '72 hours' $$;
  revoke all on function "${service}".purge_answers() from public;
  grant execute on function "${service}".purge_answers() to "yitu_${service}_worker";`;
