import type { Call } from '@yitu/persistence';
import { Type } from 'typebox';

export const AgencyCode = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: "The agency's code" });

/** The id of the active agency of a code; undefined where there is none. */
export async function agencyIdOf(call: Call, code: string): Promise<string | undefined> {
  const { rows } = await call.database.pool.query<{ id: string | null }>(
    'select identity.agency_id_of($1) as id',
    [code.toLowerCase()],
  );
  return rows[0]?.id ?? undefined;
}
