import type { ClientBase } from 'pg';

type Table = {
  /** `schema.table` */
  name: string;
  has_agency: boolean;
  secured: boolean;
  forced: boolean;
  /** Policies that let the service's own role see rows. */
  policies: number;
  /** Of these, the policies that don't look at the agency. */
  blind_policies: string[];
  /** A partition nobody may touch but through its parent, whose policies then apply. */
  sealed_partition: boolean;
};

/** Every ordinary and partitioned table of the schemas, with what protects it. */
const tablesSql = `
  select format('%s.%s', n.nspname, c.relname) as name,
         exists (select from pg_attribute a
                 where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped) as has_agency,
         c.relrowsecurity as secured,
         c.relforcerowsecurity as forced,
         count(*) filter (where p.permissive = 'PERMISSIVE')::int as policies,
         coalesce(array_agg(p.policyname::text) filter (
           where p.permissive = 'PERMISSIVE'
             and (not (p.qual like '%agency_id%' or p.qual = 'false')
               or not (p.with_check like '%agency_id%' or p.with_check = 'false'))), '{}') as blind_policies,
         c.relispartition and not exists (
           select from aclexplode(c.relacl) granted where granted.grantee <> c.relowner) as sealed_partition
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_policies p on p.schemaname = n.nspname and p.tablename = c.relname
    and (p.roles = '{public}' or ('yitu_' || n.nspname)::name = any (p.roles))
  where n.nspname = any ($1) and c.relkind in ('r', 'p')
  group by n.nspname, c.relname, c.oid, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relacl, c.relowner
  order by 1`;

/** Foreign keys between two tenant tables that leave the agency out: they reach across agencies unseen by any policy. */
const crossingKeysSql = `
  select format('%s.%s', n.nspname, c.relname) as name, k.conname as key
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'agency_id' and not a.attisdropped
  join pg_attribute f on f.attrelid = k.confrelid and f.attname = 'agency_id' and not f.attisdropped
  where k.contype = 'f' and n.nspname = any ($1) and k.conparentid = 0 and not (a.attnum = any (k.conkey))
  order by 1, 2`;

/** What is wrong with the tables of these schemas; `without` lists those that need no agency. */
export async function findOpenTables(
  client: ClientBase,
  schemas: readonly string[],
  without: Readonly<Record<string, string>>,
): Promise<string[]> {
  const { rows: tables } = await client.query<Table>(tablesSql, [schemas]);
  const { rows: keys } = await client.query<{ name: string; key: string }>(crossingKeysSql, [schemas]);
  const agencyless = tables.filter((table) => !table.has_agency).flatMap(listedNames);
  return [
    ...tables.flatMap((table) =>
      table.has_agency ? describeOpenings(table) : describeAgencyless(table, without),
    ),
    ...keys.map(({ name, key }) => `${name}: the foreign key ${key} leaves out agency_id`),
    ...Object.keys(without)
      .filter((name) => !agencyless.includes(name))
      .map((name) => `${name}: listed as a table without agency, but there is none`),
  ];
}

function describeOpenings(table: Table): string[] {
  if (table.sealed_partition) return [];
  const faults = [
    !table.secured && 'row security is not enabled',
    !table.forced && 'row security is not forced',
    table.policies === 0 && 'no policy applies to the role of the service',
    ...table.blind_policies.map((policy) => `the policy ${policy} does not look at agency_id`),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${table.name}: ${fault}`);
}

function describeAgencyless(table: Table, without: Readonly<Record<string, string>>): string[] {
  if (table.sealed_partition || listedNames(table).some((name) => name in without)) return [];
  return [`${table.name}: has no agency_id and is not listed in tools/check/tenancy/without-agency.ts`];
}

/** A table is listed by its own name, or by `*.table` where every service has it. */
function listedNames({ name }: Table): string[] {
  return [name, `*.${name.split('.')[1] ?? ''}`];
}
