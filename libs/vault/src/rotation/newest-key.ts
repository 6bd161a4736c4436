import type { UnitOfWork } from '@yitu/persistence';
import { makeAgencyKey } from '../agency-keys.ts';
import type { AgencyKeyRow, RememberedKeys } from '../remembered-keys.ts';

type Purpose = AgencyKeyRow['purpose'];

/**
 * Makes the next version of an agency's key, unless a rotation is still under way (it is gone on with) or one was begun since `startedAt` (this is
 * the same one, begun again).
 */
export async function beginNext(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  purpose: Purpose,
  startedAt: Temporal.Instant,
): Promise<void> {
  const [keys] = await uow.rows<{ count: number; newest: number; current: boolean }>(
    `select count(*)::int as count, max(version) as newest, max(created_at) >= ?::timestamptz as current
     from "${uow.schema}".agency_keys where agency_id = ? and purpose = ?`,
    [startedAt.toString(), uow.agencyId, purpose],
  );
  if (keys?.count !== 1 || keys.current) return;
  await makeAgencyKey(uow, remembered, purpose, keys.newest + 1);
  uow.audit({ objectType: 'AgencyKey', objectId: `${purpose} ${keys.newest + 1}`, change: 'create' });
}

/** The version that is used for what is new. */
export async function newestVersion(uow: UnitOfWork, purpose: Purpose): Promise<number> {
  const [row] = await uow.rows<{ version: number | null }>(
    `select max(version) as version from "${uow.schema}".agency_keys where agency_id = ? and purpose = ?`,
    [uow.agencyId, purpose],
  );
  return row?.version ?? 0;
}

/**
 * Destroys the versions before the newest once no data key needs them. Who is making a data key under one of them is waited for.
 * @returns whether they are gone
 */
export async function destroyOlder(uow: UnitOfWork, purpose: Purpose, newest: number): Promise<boolean> {
  await uow.rows(
    `select from "${uow.schema}".agency_keys where agency_id = ? and purpose = ? and version < ? for update`,
    [uow.agencyId, purpose, newest],
  );
  const column = purpose === 'wrapping' ? 'agency_key_version' : 'index_key_version';
  const [needed] = await uow.rows<{ needed: boolean }>(
    `select exists (select from "${uow.schema}".person_keys where agency_id = ? and ${column} < ?) as needed`,
    [uow.agencyId, newest],
  );
  if (needed?.needed) return false;
  await uow.rows(
    `delete from "${uow.schema}".agency_keys where agency_id = ? and purpose = ? and version < ?`,
    [uow.agencyId, purpose, newest],
  );
  return true;
}
