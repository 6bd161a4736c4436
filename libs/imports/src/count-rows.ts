import type { UnitOfWork } from '@yitu/persistence';
import type { Counts, RowState } from './import.ts';

/** How many rows of imports are in which state. */
export async function countsOf(
  uow: UnitOfWork,
  importIds: readonly string[],
): Promise<{ of(importId: string): Counts }> {
  const rows = await uow.rows<{ import_id: string; state: RowState; count: number }>(
    `select import_id, state, count(*)::integer as count from "${uow.schema}".import_rows
     where agency_id = ? and import_id = any (?::uuid[]) group by import_id, state`,
    [uow.agencyId, `{${importIds.join(',')}}`],
  );
  return {
    of: (importId) => ({
      ...{ waiting: 0, created: 0, present: 0, refused: 0 },
      ...Object.fromEntries(
        rows.filter((row) => row.import_id === importId).map(({ state, count }) => [state, count]),
      ),
    }),
  };
}
