import type { KeyObject } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import type { AgencyKey } from './agency-keys.ts';
import { decrypt, encrypt, keyOf, type Binding } from './cipher.ts';
import { vaultErrors } from './errors.ts';
import type { DataKey } from './sealed-text.ts';
import type { RememberedKeys } from './remembered-keys.ts';

/** A person's data key as its row holds it, with the agency's key it is wrapped by: read in one statement, so that no rotation comes between. */
export interface PersonKeyRow {
  readonly person_id: string;
  readonly version: number;
  readonly wrapped: string;
  readonly erased: boolean;
  readonly agency_key_version: number;
  readonly index_key_version: number;
  readonly root_key_id: string;
  readonly agency_wrapped: string;
}

/** The select list and tables of a PersonKeyRow; `k` is the person's key. */
export const personKeyRows = (schema: string) => `
  select k.person_id, k.version, k.wrapped, k.erased_at is not null as erased, k.agency_key_version, k.index_key_version,
    a.root_key_id, a.wrapped as agency_wrapped
  from "${schema}".person_keys k
  left join "${schema}".agency_keys a
    on a.agency_id = k.agency_id and a.purpose = k.wrapped_by and a.version = k.agency_key_version`;

const bindingOf = (uow: UnitOfWork, personId: string, version: number, agencyKeyVersion: number): Binding => [
  'yitu vault person key v1',
  uow.agencyId,
  uow.schema,
  personId,
  version,
  agencyKeyVersion,
];

/** A person's data key under an agency's key, as text for its row. */
export const wrapDataKey = (
  uow: UnitOfWork,
  personId: string,
  { version, key }: DataKey,
  agencyKey: AgencyKey,
): string =>
  encrypt(agencyKey.key, bindingOf(uow, personId, version, agencyKey.version), key.export()).toString(
    'base64',
  );

/** @throws SealBroken */
export async function unwrapDataKey(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  row: PersonKeyRow,
): Promise<DataKey> {
  const { person_id: personId, version, agency_key_version: by } = row;
  const agencyKey = await remembered.unwrap(uow.agencyId, {
    purpose: 'wrapping',
    version: by,
    root_key_id: row.root_key_id,
    wrapped: row.agency_wrapped,
  });
  const bytes = decrypt(agencyKey, bindingOf(uow, personId, version, by), Buffer.from(row.wrapped, 'base64'));
  return { version, key: keyOf(bytes) };
}

/** All data keys of a person that still open something. @throws vault/person-erased, SealBroken */
export async function dataKeysOf(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  personId: string,
): Promise<Map<number, KeyObject>> {
  const rows = await uow.rows<PersonKeyRow>(
    `${personKeyRows(uow.schema)} where k.agency_id = ? and k.person_id = ?`,
    [uow.agencyId, personId],
  );
  if (rows.some(({ erased }) => erased)) throw vaultErrors.personErased();
  const keys = await Promise.all(rows.map((row) => unwrapDataKey(uow, remembered, row)));
  return new Map(keys.map(({ version, key }) => [version, key]));
}

interface Erasure {
  readonly by: string;
  readonly reason: string;
}

/**
 * Destroys all data keys of a person for good; who, when and why stays. Somebody of whom nothing was sealed gets the tombstone too, so that nothing
 * will be. A statement sees no row that was made while it waited: a rotation that has just replaced the key is looked for again.
 */
export async function destroyDataKeys(uow: UnitOfWork, personId: string, erasure: Erasure): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (await lockDataKeys(uow, personId)) return destroyLocked(uow, personId, erasure);
    if (await leaveTombstone(uow, personId, erasure)) return;
  }
  throw new Error('the data key of a person changes at every look');
}

/** Locks all data keys of a person. @returns whether there are any */
export async function lockDataKeys(uow: UnitOfWork, personId: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const keys = await uow.rows<{ retired: boolean }>(
      `select retired_at is not null as retired from "${uow.schema}".person_keys
       where agency_id = ? and person_id = ? and erased_at is null order by version for update`,
      [uow.agencyId, personId],
    );
    // Whoever holds the key that seals now holds up every rotation: no other key is made.
    if (keys.some(({ retired }) => !retired)) return true;
    if (keys.length === 0) return false;
  }
  throw new Error('the data key of a person changes at every look');
}

const destroyLocked = async (uow: UnitOfWork, personId: string, { by, reason }: Erasure): Promise<void> =>
  void (await uow.rows(
    `update "${uow.schema}".person_keys
     set wrapped = null, agency_key_version = null, index_key_version = null, erased_at = ?, erased_by = ?, erasure_reason = ?
     where agency_id = ? and person_id = ? and erased_at is null`,
    [uow.now.toString(), by, reason, uow.agencyId, personId],
  ));

/** @returns whether the person is erased now; false when a first key was made at the same moment */
async function leaveTombstone(uow: UnitOfWork, personId: string, { by, reason }: Erasure): Promise<boolean> {
  const now = uow.now.toString();
  await uow.rows(
    `insert into "${uow.schema}".person_keys (agency_id, person_id, version, created_at, erased_at, erased_by, erasure_reason)
     values (?, ?, 1, ?, ?, ?, ?) on conflict do nothing`,
    [uow.agencyId, personId, now, now, by, reason],
  );
  const [left] = await uow.rows<{ erased: boolean }>(
    `select bool_and(erased_at is not null) as erased from "${uow.schema}".person_keys where agency_id = ? and person_id = ?`,
    [uow.agencyId, personId],
  );
  return left?.erased === true;
}
