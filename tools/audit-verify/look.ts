import { isId } from '@yitu/kernel';
import type { ClientBase } from 'pg';
import type { CheckpointStore } from '../../services/identity/src/audit/checkpoint-store.ts';

/**
 * What this role can see: everything, or as identity's own role the chains alone.
 * @throws for any other role: row security would show it nothing, and nothing is not what is there
 */
export async function openLook(client: ClientBase): Promise<{ records: boolean }> {
  const { rows } = await client.query<{ role: string; everything: boolean }>(
    'select rolname as role, rolsuper or rolbypassrls as everything from pg_roles where rolname = current_user',
  );
  const [{ role, everything } = { role: '', everything: false }] = rows;
  if (!everything && role !== 'yitu_identity')
    throw new Error(
      `${role} sees no rows: verify as the administrator, a role that bypasses row security, or yitu_identity`,
    );
  return { records: everything };
}

/**
 * The agencies to verify: those of the database, and those of which there are only checkpoints left.
 * @param wanted code or id of one of them; all without it
 */
export async function agenciesOf(
  client: ClientBase,
  store: CheckpointStore,
  wanted?: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select agency_id as id, code as name from identity.agencies order by code',
  );
  const { rows: headed } = await client.query<{ id: string }>(
    'select agency_id as id from identity.audit_heads',
  );
  const named = new Map(rows.map((row) => [row.id, row]));
  for (const id of [...headed.map((row) => row.id), ...(await store.agencies())])
    if (!named.has(id)) named.set(id, { id, name: id });
  const agencies = [...named.values()];
  if (wanted === undefined) return agencies;
  const chosen = agencies.filter(({ id, name }) => id === wanted || name === wanted);
  if (chosen.length > 0) return chosen;
  if (isId(wanted)) return [{ id: wanted, name: wanted }];
  // identity's own role sees no agency before one is set, but may look one up by its code.
  const { rows: coded } = await client.query<{ id: string | null }>(
    'select identity.agency_id_of($1) as id',
    [wanted],
  );
  const id = coded[0]?.id;
  if (!id) throw new Error(`there is no agency ${wanted}`);
  return [{ id, name: wanted }];
}
