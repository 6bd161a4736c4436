import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { Type } from 'typebox';

/** What a device keeps from one sign-in to the next, to be known again. It opens nothing: it only keeps its owner's failures apart from others'. */
export const DeviceToken = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'What an earlier sign-in from this device answered as `device`',
});

/** Devices are kept as hashes only, like every secret somebody else holds. */
export const hashDevice = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Notes that somebody has signed in with a device. A device several people use, as at a counter, keeps one token for all of them; a token that
 * nobody of the agency has signed in with is replaced, since whoever sent it may have made it up for somebody else.
 * @returns the token to keep
 */
export async function rememberDevice(
  uow: UnitOfWork,
  userId: string,
  given: string | undefined,
): Promise<string> {
  const token =
    given !== undefined && (await isKnown(uow, given)) ? given : randomBytes(32).toString('base64url');
  await uow.rows(
    `insert into identity.known_devices (agency_id, user_id, hash, known_since, last_used_at) values (?, ?, ?, ?, ?)
     on conflict (agency_id, hash, user_id) do update set last_used_at = excluded.last_used_at`,
    [uow.agencyId, userId, hashDevice(token), uow.now.toString(), uow.now.toString()],
  );
  return token;
}

async function isKnown(uow: UnitOfWork, token: string): Promise<boolean> {
  const rows = await uow.rows('select from identity.known_devices where agency_id = ? and hash = ? limit 1', [
    uow.agencyId,
    hashDevice(token),
  ]);
  return rows.length > 0;
}

/** The device is no longer known: its owner, or an administrator, has ended its session. */
export async function forgetDevice(uow: UnitOfWork, userId: string, hash: string): Promise<void> {
  await uow.rows('delete from identity.known_devices where agency_id = ? and user_id = ? and hash = ?', [
    uow.agencyId,
    userId,
    hash,
  ]);
}

/** Whether somebody has signed in with a device before. */
export async function knowsDevice(uow: UnitOfWork, userId: string, token: string): Promise<boolean> {
  const rows = await uow.rows(
    'select from identity.known_devices where agency_id = ? and user_id = ? and hash = ?',
    [uow.agencyId, userId, hashDevice(token)],
  );
  return rows.length > 0;
}
