import type { UnitOfWork } from '@yitu/persistence';
import { agencyKeyRows, agencyKeys } from '../agency-keys.ts';
import { personKeyRows, unwrapDataKey, wrapDataKey, type PersonKeyRow } from '../person-keys.ts';
import { batchSize, fromTheStart, type Kind, type Means } from './batch.ts';
import { beginNext, destroyOlder, newestVersion } from './newest-key.ts';

/** A new agency key: the persons' data keys are wrapped by it; what they seal stays as it is. */
export const agencyKey: Kind = {
  begin: (uow, { remembered }, startedAt) => beginNext(uow, remembered, 'wrapping', startedAt),
  due: async (uow) => {
    const [row] = await uow.rows<{ due: number }>(
      `select count(*)::int as due from "${uow.schema}".person_keys where agency_id = ? and agency_key_version < ?`,
      [uow.agencyId, await newestVersion(uow, 'wrapping')],
    );
    return row?.due ?? 0;
  },
  batch: async (uow, means, after) => {
    const newest = await newestVersion(uow, 'wrapping');
    const rows = await uow.rows<PersonKeyRow>(
      `${personKeyRows(uow.schema)} where k.agency_id = ? and k.person_id > ?::uuid and k.agency_key_version < ?
       order by k.person_id, k.version limit ? for update of k skip locked`,
      [uow.agencyId, after ?? fromTheStart, newest, batchSize],
    );
    if (rows.length > 0) await wrapAgain(uow, means, rows);
    if (rows.length === batchSize)
      return { done: rows.length, next: rows.at(-1)?.person_id ?? null, finished: false };
    return { done: rows.length, next: null, finished: await destroyOlder(uow, 'wrapping', newest) };
  },
};

async function wrapAgain(
  uow: UnitOfWork,
  { remembered }: Means,
  rows: readonly PersonKeyRow[],
): Promise<void> {
  const [newest] = await agencyKeys(uow, remembered, await agencyKeyRows(uow, 'for key share'), 'wrapping');
  if (!newest) throw new Error('the agency has no key');
  const again = await Promise.all(
    rows.map(async (row) => ({
      person_id: row.person_id,
      version: row.version,
      wrapped: wrapDataKey(uow, row.person_id, await unwrapDataKey(uow, remembered, row), newest),
    })),
  );
  await uow.rows(
    `update "${uow.schema}".person_keys k set wrapped = again.wrapped, agency_key_version = ?
     from jsonb_to_recordset(?::jsonb) as again (person_id uuid, version integer, wrapped text)
     where k.agency_id = ? and k.person_id = again.person_id and k.version = again.version`,
    [newest.version, JSON.stringify(again), uow.agencyId],
  );
}
