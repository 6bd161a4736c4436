import { tenantTable } from '@yitu/persistence';

/** SQL of the tables a service keeps its imports in, rows sealed; whose they are says the author and the branch they are for. */
export const importTables = (service: string, kinds: readonly string[]): string => `
  create table "${service}".imports (
    agency_id uuid not null,
    id uuid not null,
    kind text not null constraint imports_kind check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})),
    state text not null constraint imports_state check (state in ('running', 'finished', 'cancelled')),
    dry_run boolean not null,
    branch_id uuid not null,
    author_id uuid not null,
    terms jsonb not null,
    rows integer not null,
    version integer not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (agency_id, id),
    constraint imports_once_over check ((state = 'running') = (finished_at is null))
  );
  create index imports_by_author on "${service}".imports (agency_id, author_id) where state = 'running';
  -- What a row became stands in the transaction that made it so: it becomes it once. What it says is there as long as it waits.
  create table "${service}".import_rows (
    agency_id uuid not null,
    import_id uuid not null,
    row_number integer not null,
    id uuid not null,
    input text constraint import_rows_sealed check (input ~ '^v1[.][0-9]+[.][A-Za-z0-9_-]{40,}$'),
    state text not null constraint import_rows_state check (state in ('waiting', 'created', 'present', 'refused')),
    problems jsonb not null,
    made_id uuid,
    primary key (agency_id, import_id, row_number),
    constraint import_rows_id unique (agency_id, id),
    constraint import_rows_import foreign key (agency_id, import_id) references "${service}".imports (agency_id, id),
    constraint import_rows_input_of_waiting check (state = 'waiting' or input is null)
  );
  create index import_rows_by_state on "${service}".import_rows (agency_id, import_id, state, row_number);
  ${tenantTable(service, 'imports', { branch: 'branch_id', owner: 'author_id' })}
  ${tenantTable(service, 'import_rows')}`;

/** Why statements that write these tables need no audit record: for the `unrecorded` of a service that has them. */
export const importsUnrecorded = {
  import_rows: 'what an import is made of, which is recorded; what becomes of a row is recorded as well',
} as const;
