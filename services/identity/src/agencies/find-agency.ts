import { createHash } from 'node:crypto';
import type { Call } from '@yitu/persistence';
import { Type } from 'typebox';

export const AgencyCode = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: "The agency's code" });

/** The id of the active agency of a code; undefined where there is none. */
async function agencyIdOf(call: Call, code: string): Promise<string | undefined> {
  const { rows } = await call.database.pool.query<{ id: string | null }>(
    'select identity.agency_id_of($1) as id',
    [code.toLowerCase()],
  );
  return rows[0]?.id ?? undefined;
}

/**
 * The agency of a code. One that is none gets an id all the same, always the same one: what is counted and searched for it takes as long and
 * stands as long as for any other.
 */
export async function findAgency(call: Call, code: string): Promise<{ id: string; exists: boolean }> {
  const id = await agencyIdOf(call, code);
  return id ? { id, exists: true } : { id: idOfNobody(code.toLowerCase()), exists: false };
}

/** A UUID of version 8 (RFC 9562): made of a hash. */
function idOfNobody(code: string): string {
  const bytes = createHash('sha256').update(`no agency ${code}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
