/**
 * Which columns say whose a row is. Without `branch` a row is the whole agency's, whatever the reach; with a branch and no `owner` nothing of it is one's
 * own, so reach own sees none.
 */
export interface Ownership {
  readonly branch?: string;
  readonly owner?: string;
}

// A missing setting is NULL, after a commit it is an empty string: both mean "no tenant". The sub-select makes it evaluated once per query.
const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
const agency = `agency_id = ${setting('agency_id')}::uuid`;

function visible({ branch, owner }: Ownership): string {
  if (!branch) return agency;
  const inBranch = `${branch} = any ((select string_to_array(nullif(current_setting('yitu.branch_ids', true), ''), ','))::uuid[])`;
  const own = owner ? ` or (${setting('reach')} = 'own' and ${owner} = ${setting('user_id')}::uuid)` : '';
  return `${agency} and (${setting('reach')} = 'agency' or (${setting('reach')} = 'branch' and ${inBranch})${own})`;
}

/**
 * SQL that puts a table with tenant data under forced row security for the service's role: the agency always, branch and owner by the reach of
 * the permission in use. To be run in the migration that creates the table.
 */
export function tenantTable(service: string, table: string, ownership: Ownership = {}): string {
  const name = `"${service}"."${table}"`;
  const rule = visible(ownership);
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy tenant on ${name} to "yitu_${service}" using (${rule}) with check (${rule});
    grant select, insert, update, delete on ${name} to "yitu_${service}";`;
}

/**
 * SQL that lets the worker role (relay and timers) see the named columns of all agencies' rows of a table; it writes only `writable` columns.
 */
export function workerSees(
  service: string,
  table: string,
  columns: string[],
  writable: string[] = [],
): string {
  const name = `"${service}"."${table}"`;
  const worker = `"yitu_${service}_worker"`;
  const update = writable.length > 0 ? `grant update (${writable.join(', ')}) on ${name} to ${worker};` : '';
  return `
    create policy worker on ${name} to ${worker} using (true);
    grant select (${columns.join(', ')}) on ${name} to ${worker};
    ${update}`;
}
