import type { UnitOfWork } from '@yitu/persistence';
import type { AgencyKeyRow } from '../remembered-keys.ts';
import type { Kind, Means } from './batch.ts';

const wrappedByOthers = async (uow: UnitOfWork, { source }: Means, lock = ''): Promise<AgencyKeyRow[]> =>
  uow.rows<AgencyKeyRow>(
    `select purpose, version, root_key_id, wrapped from "${uow.schema}".agency_keys
     where agency_id = ? and root_key_id <> ? ${lock}`,
    [uow.agencyId, await source.currentRootKeyId()],
  );

/** A new root key: the agency's keys are wrapped by it. The source has it already; the old one may go when every service has finished. */
export const rootKey: Kind = {
  begin: () => Promise.resolve(),
  due: async (uow, means) => (await wrappedByOthers(uow, means)).length,
  batch: async (uow, means) => {
    const rows = await wrappedByOthers(uow, means, 'for update');
    for (const row of rows) {
      const key = await means.remembered.unwrap(uow.agencyId, row);
      const { rootKeyId, wrapped } = await means.remembered.wrap(uow.agencyId, row, key);
      await uow.rows(
        `update "${uow.schema}".agency_keys set root_key_id = ?, wrapped = ? where agency_id = ? and purpose = ? and version = ?`,
        [rootKeyId, wrapped, uow.agencyId, row.purpose, row.version],
      );
    }
    return { done: rows.length, next: null, finished: true };
  },
};
