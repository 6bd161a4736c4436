import type { ClientBase } from 'pg';

type Role = {
  name: string;
  exists: boolean;
  privileged: boolean;
  /** How many objects of the database it owns. */
  owned: number;
  /** Roles whose rights it has. */
  member_of: string[];
  /** Schemas of other services it may use. */
  foreign_schemas: string[];
  may_create: boolean;
};

const rolesSql = `
  select wanted.name,
         r.oid is not null as exists,
         coalesce(r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication, false)
           as privileged,
         (select count(*)::int from pg_shdepend d
          where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o') as owned,
         array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as member_of,
         array(select n.nspname::text from pg_namespace n
               where n.nspname = any ($1) and n.nspname <> wanted.schema
                 and has_schema_privilege(r.oid, n.oid, 'usage')) as foreign_schemas,
         coalesce(has_schema_privilege(r.oid, own.oid, 'create'), false) as may_create
  from (select schema, 'yitu_' || schema || suffix as name
        from unnest($1::text[]) schema, unnest(array['', '_worker']) suffix) wanted
  left join pg_roles r on r.rolname = wanted.name
  left join pg_namespace own on own.nspname = wanted.schema
  order by 1`;

/** What is wrong with the roles `yitu_<schema>` and `yitu_<schema>_worker`: each owns nothing and sees one schema. */
export async function findPowerfulRoles(client: ClientBase, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<Role>(rolesSql, [schemas]);
  return rows.flatMap((role) =>
    role.exists ? describePowers(role) : [`${role.name}: there is no such role`],
  );
}

function describePowers(role: Role): string[] {
  const faults = [
    role.privileged && 'is superuser, bypasses row security, or may create roles, databases or replicas',
    role.owned > 0 && `owns ${role.owned} objects`,
    role.may_create && 'may create objects in its schema',
    ...role.member_of.map((other) => `is a member of ${other}`),
    ...role.foreign_schemas.map((schema) => `may use the schema ${schema}`),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${role.name}: ${fault}`);
}
