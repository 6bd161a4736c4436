import type { KeyObject } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { agencyKeyRows, agencyKeys, type AgencyKey } from './agency-keys.ts';
import { decrypt, encrypt, keyOf, newKey, type Binding } from './cipher.ts';
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
  readonly root_key_id: string;
  readonly agency_wrapped: string;
}

/** The select list and tables of a PersonKeyRow; `k` is the person's key. */
export const personKeyRows = (schema: string) => `
  select k.person_id, k.version, k.wrapped, k.erased_at is not null as erased, k.agency_key_version, a.root_key_id, a.wrapped as agency_wrapped
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

/**
 * The data key that seals for a person now, made when there is none. Its row stays locked (shared) until the transaction ends: neither an erasure
 * nor a rotation of this person comes between this and the row that is sealed with it.
 * @throws vault/person-erased
 */
export async function sealingKeyOf(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  personId: string,
): Promise<DataKey> {
  // One that waited for a rotation finds the row it waited for retired, and its successor with the next look.
  for (let attempt = 1; attempt <= 5; attempt++) {
    const [row] = await uow.rows<PersonKeyRow>(
      `${personKeyRows(uow.schema)} where k.agency_id = ? and k.person_id = ? and k.retired_at is null for share of k`,
      [uow.agencyId, personId],
    );
    if (row) return unwrapDataKey(uow, remembered, row);
    await refuseErased(uow, personId);
    await makeDataKey(uow, remembered, personId);
  }
  throw new Error('the data key of a person changes at every look');
}

async function refuseErased(uow: UnitOfWork, personId: string): Promise<void> {
  const erased = await uow.rows(
    `select from "${uow.schema}".person_keys where agency_id = ? and person_id = ? and erased_at is not null`,
    [uow.agencyId, personId],
  );
  if (erased.length > 0) throw vaultErrors.personErased();
}

async function makeDataKey(uow: UnitOfWork, remembered: RememberedKeys, personId: string): Promise<void> {
  const rows = await agencyKeyRows(uow, 'for key share');
  const [agencyKey] = await agencyKeys(uow, remembered, rows, 'wrapping');
  const index = rows.find(({ purpose }) => purpose === 'index');
  if (!agencyKey || !index)
    throw new Error('the agency has no keys: ask the vault for it before the transaction');
  const key: DataKey = { version: 1, key: newKey() };
  await uow.rows(
    `insert into "${uow.schema}".person_keys (agency_id, person_id, version, wrapped, agency_key_version, index_key_version, created_at)
     select ?, ?, 1, ?, ?, ?, ?
     where not exists (select from "${uow.schema}".person_keys where agency_id = ? and person_id = ?)
     on conflict do nothing`,
    [
      uow.agencyId,
      personId,
      wrapDataKey(uow, personId, key, agencyKey),
      agencyKey.version,
      index.version,
      uow.now.toString(),
      uow.agencyId,
      personId,
    ],
  );
}

/**
 * Destroys all data keys of a person for good; who, when and why stays. Somebody of whom nothing was sealed gets the tombstone too, so that nothing
 * will be.
 */
export async function destroyDataKeys(
  uow: UnitOfWork,
  personId: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  const now = uow.now.toString();
  await uow.rows(
    `with destroyed as (
       update "${uow.schema}".person_keys
       set wrapped = null, agency_key_version = null, index_key_version = null, erased_at = ?, erased_by = ?, erasure_reason = ?
       where agency_id = ? and person_id = ? and erased_at is null returning version
     )
     insert into "${uow.schema}".person_keys (agency_id, person_id, version, created_at, erased_at, erased_by, erasure_reason)
     select ?, ?, 1, ?, ?, ?, ?
     where not exists (select from "${uow.schema}".person_keys where agency_id = ? and person_id = ?)`,
    [
      now,
      by,
      reason,
      uow.agencyId,
      personId,
      uow.agencyId,
      personId,
      now,
      now,
      by,
      reason,
      uow.agencyId,
      personId,
    ],
  );
}
