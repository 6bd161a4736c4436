import { actorOf } from '@yitu/access';
import type { Keeping } from '@yitu/imports';
import type { SealedTable, Vault } from '@yitu/vault';

const [table, field] = ['import_rows', 'input'] as const;

/** What rows say of people is sealed for their import as if it were a person. */
export const sealedRows: SealedTable = {
  table,
  personColumn: 'import_id',
  fields: [{ field, column: 'input' }],
};

/**
 * Rows wait sealed under a key of their import, and it is destroyed with the import's end: what they said cannot be read in any copy of the database,
 * but as the customers they have become.
 */
export const sealed = (vault: Vault): Keeping => ({
  column: 'text',
  ready: (agencyId) => vault.ready(agencyId),
  hold: (uow, importId) => vault.hold(uow, importId),
  keep: async (uow, importId, rows) => {
    const sealing = await vault.sealing(uow, importId);
    return rows.map(({ id, input }) => ({
      ...{ id, kept: sealing.seal({ table, row: id, field }, JSON.stringify(input)) },
    }));
  },
  open: async (uow, importId) => {
    const open = await vault.opening(uow, importId);
    return ({ id, kept }) => JSON.parse(open({ table, row: id, field }, kept)) as unknown;
  },
  forget: (uow, importId) =>
    vault.erase(uow, importId, { by: actorOf(uow.member), reason: 'the import has ended' }),
});
