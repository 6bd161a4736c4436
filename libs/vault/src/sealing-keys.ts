import type { UnitOfWork } from '@yitu/persistence';
import { agencyKeyRows, agencyKeys } from './agency-keys.ts';
import { newKey } from './cipher.ts';
import { vaultErrors } from './errors.ts';
import { personKeyRows, unwrapDataKey, wrapDataKey, type PersonKeyRow } from './person-keys.ts';
import type { RememberedKeys } from './remembered-keys.ts';
import type { DataKey } from './sealed-text.ts';

/** Ids as one parameter of a statement, for `= any (?::uuid[])`: the one form for which the planner takes the index, however little it knows. */
export const idsOf = (ids: Iterable<string>): string => `{${[...ids].join(',')}}`;

/** What seals for a person now, and the version of the index key that all rows of this person are found by. */
export interface SealingKey extends DataKey {
  readonly indexKeyVersion: number;
}

/**
 * The data keys that seal for some persons now, made where there are none. Their rows stay locked (shared) until the transaction ends: neither an
 * erasure nor a rotation of these persons comes between this and the rows that are sealed with them.
 * @throws vault/person-erased
 */
export async function sealingKeysOf(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  personIds: readonly string[],
): Promise<Map<string, SealingKey>> {
  // One that waited for a rotation finds the row it waited for retired, and its successor with the next look.
  for (let attempt = 1; attempt <= 5; attempt++) {
    const rows = await uow.rows<PersonKeyRow>(
      `${personKeyRows(uow.schema)} where k.agency_id = ? and k.person_id = any (?::uuid[]) and k.retired_at is null and k.erased_at is null
       order by k.person_id for share of k`,
      [uow.agencyId, idsOf(personIds)],
    );
    const known = new Set(rows.map((row) => row.person_id));
    const missing = personIds.filter((id) => !known.has(id));
    if (missing.length === 0) return unwrapped(uow, remembered, rows);
    await refuseErased(uow, missing);
    await makeDataKeys(uow, remembered, missing);
  }
  throw new Error('the data key of a person changes at every look');
}

const unwrapped = async (uow: UnitOfWork, remembered: RememberedKeys, rows: readonly PersonKeyRow[]) =>
  new Map(
    await Promise.all(
      rows.map(async (row) => {
        const key = await unwrapDataKey(uow, remembered, row);
        return [row.person_id, { ...key, indexKeyVersion: row.index_key_version }] as const;
      }),
    ),
  );

async function refuseErased(uow: UnitOfWork, personIds: readonly string[]): Promise<void> {
  const erased = await uow.rows(
    `select from "${uow.schema}".person_keys where agency_id = ? and person_id = any (?::uuid[]) and erased_at is not null`,
    [uow.agencyId, idsOf(personIds)],
  );
  if (erased.length > 0) throw vaultErrors.personErased();
}

/** First keys of persons; where somebody else makes one at the same time, theirs stays. */
async function makeDataKeys(
  uow: UnitOfWork,
  remembered: RememberedKeys,
  personIds: readonly string[],
): Promise<void> {
  const rows = await agencyKeyRows(uow, 'for key share');
  const [agencyKey] = await agencyKeys(uow, remembered, rows, 'wrapping');
  const index = rows.find(({ purpose }) => purpose === 'index');
  if (!agencyKey || !index)
    throw new Error('the agency has no keys: ask the vault for it before the transaction');
  const made = personIds.map((personId) => ({
    person_id: personId,
    wrapped: wrapDataKey(uow, personId, { version: 1, key: newKey() }, agencyKey),
  }));
  await uow.rows(
    `insert into "${uow.schema}".person_keys (agency_id, person_id, version, wrapped, agency_key_version, index_key_version, created_at)
     select ?::uuid, made.person_id, 1, made.wrapped, ?, ?, ?
     from jsonb_to_recordset(?::jsonb) as made (person_id uuid, wrapped text)
     where not exists (select from "${uow.schema}".person_keys k where k.agency_id = ? and k.person_id = made.person_id)
     order by made.person_id
     on conflict do nothing`,
    [uow.agencyId, agencyKey.version, index.version, uow.now.toString(), JSON.stringify(made), uow.agencyId],
  );
}
