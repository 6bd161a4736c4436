import { createHash } from 'node:crypto';
import type { Call, UnitOfWork } from '@yitu/persistence';

/** What signing in needs to know of somebody. */
export interface Account {
  readonly user_id: string;
  readonly password_hash: string;
  readonly active: boolean;
  readonly known_device: boolean;
}

/** What people may type to say who they are. Each has a unique index on (agency_id, …). */
const names = ['lower(users.user_name)', 'lower(users.email)'];

/**
 * The agency of a code. One that is none gets an id all the same, always the same one: what is counted and searched for it takes as long and
 * stands as long as for any other.
 */
export async function findAgency(call: Call, code: string): Promise<{ id: string; exists: boolean }> {
  const { rows } = await call.database.pool.query<{ id: string | null }>(
    'select identity.agency_id_of($1) as id',
    [code.toLowerCase()],
  );
  const id = rows[0]?.id;
  return id ? { id, exists: true } : { id: idOfNobody(code.toLowerCase()), exists: false };
}

/** @param login a user name or an e-mail address @param deviceHash of the device it is typed on */
export async function findAccount(
  uow: UnitOfWork,
  login: string,
  deviceHash: string | undefined,
): Promise<Account | undefined> {
  const [account] = await uow.rows<Account>(
    `select users.id as user_id, users.password_hash, users.active,
       exists (select from identity.known_devices as devices
         where devices.agency_id = users.agency_id and devices.user_id = users.id and devices.hash = ?) as known_device
     from identity.users where users.agency_id = ? and (${names.map((name) => `${name} = lower(?)`).join(' or ')})
     order by lower(users.user_name) = lower(?) desc limit 1`,
    [deviceHash ?? '', uow.agencyId, ...names.map(() => login), login],
  );
  return account;
}

/** A UUID of version 8 (RFC 9562): made of a hash. */
function idOfNobody(code: string): string {
  const bytes = createHash('sha256').update(`no agency ${code}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Whether somebody may sign in at this moment: between two steps they may have been suspended. */
export async function isActive(uow: UnitOfWork, userId: string): Promise<boolean> {
  const rows = await uow.rows('select from identity.users where agency_id = ? and id = ? and active', [
    uow.agencyId,
    userId,
  ]);
  return rows.length > 0;
}
