import type { UnitOfWork } from '@yitu/persistence';
import { agencyKeyRows, agencyKeys } from '../agency-keys.ts';
import { newKey } from '../cipher.ts';
import { personKeyRows, unwrapDataKey, wrapDataKey, type PersonKeyRow } from '../person-keys.ts';
import { batchSize, fromTheStart, type Kind, type Means } from './batch.ts';
import { beginNext, destroyOlder, newestVersion } from './newest-key.ts';
import { sealAgain, type KeyChange } from './seal-again.ts';

/** How long a retired data key still opens what a reader has in hand: twice as long as any request may take. */
const graceSeconds = 30;

const retiredAtOnce = 5_000;

/** After every person: to go on destroying what has retired. */
const beyondTheEnd = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * New data keys and a new index key: every sealed field is sealed and indexed again. A person counts as done when their key was made under the
 * newest index key, so that where it stands is in the rows themselves.
 */
export const dataKeys: Kind = {
  begin: (uow, { remembered }, startedAt) => beginNext(uow, remembered, 'index', startedAt),
  due: async (uow) => {
    const [row] = await uow.rows<{ due: number }>(
      `select count(*)::int as due from "${uow.schema}".person_keys where agency_id = ? and index_key_version < ? and retired_at is null`,
      [uow.agencyId, await newestVersion(uow, 'index')],
    );
    return row?.due ?? 0;
  },
  batch: async (uow, means, after) => {
    const newest = await newestVersion(uow, 'index');
    const rows = await uow.rows<PersonKeyRow>(
      `${personKeyRows(uow.schema)} where k.agency_id = ? and k.person_id > ?::uuid and k.index_key_version < ? and k.retired_at is null
       order by k.person_id limit ? for update of k skip locked`,
      [uow.agencyId, after ?? fromTheStart, newest, batchSize],
    );
    if (rows.length > 0) await replaceKeys(uow, means, rows);
    const destroyed = await destroyRetired(uow);
    if (rows.length === batchSize) return { done: rows.length, next: lastOf(rows), finished: false };
    if (destroyed === retiredAtOnce) return { done: rows.length, next: beyondTheEnd, finished: false };
    return { done: rows.length, next: null, finished: await destroyOlder(uow, 'index', newest) };
  },
};

async function replaceKeys(uow: UnitOfWork, means: Means, rows: readonly PersonKeyRow[]): Promise<void> {
  const { remembered, tables } = means;
  const agencyRows = await agencyKeyRows(uow, 'for key share');
  const [agencyKey] = await agencyKeys(uow, remembered, agencyRows, 'wrapping');
  const [indexKey] = await agencyKeys(uow, remembered, agencyRows, 'index');
  if (!agencyKey || !indexKey) throw new Error('the agency has no keys');
  const changes = new Map<string, KeyChange>();
  for (const row of rows) {
    const old = await unwrapDataKey(uow, remembered, row);
    changes.set(row.person_id, { old, new: { version: old.version + 1, key: newKey() } });
  }
  for (const table of tables) await sealAgain(uow, table, changes, indexKey.key);
  const made = [...changes].map(([personId, change]) => ({
    person_id: personId,
    version: change.new.version,
    wrapped: wrapDataKey(uow, personId, change.new, agencyKey),
  }));
  await storeKeys(uow, made, { agencyKey: agencyKey.version, indexKey: indexKey.version });
}

/** The old keys retire and the new ones seal from now on. */
const storeKeys = (
  uow: UnitOfWork,
  made: readonly { person_id: string; version: number; wrapped: string }[],
  by: { agencyKey: number; indexKey: number },
) =>
  uow.rows(
    `with made as (
       select * from jsonb_to_recordset(?::jsonb) as made (person_id uuid, version integer, wrapped text)
     ), retired as (
       update "${uow.schema}".person_keys k set retired_at = ? from made
       where k.agency_id = ? and k.person_id = made.person_id and k.version = made.version - 1
     )
     insert into "${uow.schema}".person_keys (agency_id, person_id, version, wrapped, agency_key_version, index_key_version, created_at)
     select ?, person_id, version, wrapped, ?, ?, ? from made`,
    [
      JSON.stringify(made),
      uow.now.toString(),
      uow.agencyId,
      uow.agencyId,
      by.agencyKey,
      by.indexKey,
      uow.now.toString(),
    ],
  );

const lastOf = (rows: readonly PersonKeyRow[]) => rows.at(-1)?.person_id ?? null;

/** Destroys retired keys whose time is over. @returns how many */
async function destroyRetired(uow: UnitOfWork): Promise<number> {
  const destroyed = await uow.rows(
    `delete from "${uow.schema}".person_keys where agency_id = ? and ctid = any (array(
       select ctid from "${uow.schema}".person_keys where agency_id = ? and retired_at < ? and erased_at is null limit ?))
     returning version`,
    [uow.agencyId, uow.agencyId, uow.now.subtract({ seconds: graceSeconds }).toString(), retiredAtOnce],
  );
  return destroyed.length;
}
