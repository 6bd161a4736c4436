import type { KeyObject } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { newKey } from './cipher.ts';
import type { AgencyKeyRow, RememberedKeys } from './remembered-keys.ts';

/** An agency's key, unwrapped. */
export interface AgencyKey {
  readonly version: number;
  readonly key: KeyObject;
}

type Purpose = AgencyKeyRow['purpose'];

/** All keys of the agency, newest first. @param lock held so that no rotation removes one while a data key is being made under it */
export const agencyKeyRows = (uow: UnitOfWork, lock: '' | 'for key share' = ''): Promise<AgencyKeyRow[]> =>
  uow.rows<AgencyKeyRow>(
    `select purpose, version, root_key_id, wrapped from "${uow.schema}".agency_keys
     where agency_id = ? order by version desc ${lock}`,
    [uow.agencyId],
  );

/** Makes the next version of an agency's key; another replica that does the same at the same time makes the very same version, and one of both stays. */
export async function makeAgencyKey(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  purpose: Purpose,
  version: number,
): Promise<void> {
  const { rootKeyId, wrapped } = await remembered.wrap(uow.agencyId, { purpose, version }, newKey());
  await uow.rows(
    `insert into "${uow.schema}".agency_keys (agency_id, purpose, version, root_key_id, wrapped, created_at)
     values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [uow.agencyId, purpose, version, rootKeyId, wrapped, uow.now.toString()],
  );
}

/** The agency's keys of a purpose, newest first; makes the first one when there is none. */
export async function agencyKeys(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  rows: readonly AgencyKeyRow[],
  purpose: Purpose,
): Promise<AgencyKey[]> {
  return Promise.all(
    rows
      .filter((row) => row.purpose === purpose)
      .map(async (row) => ({ version: row.version, key: await remembered.unwrap(uow.agencyId, row) })),
  );
}
