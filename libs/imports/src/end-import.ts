import type { UnitOfWork } from '@yitu/persistence';
import { countsOf } from './count-rows.ts';
import { importView, type Import } from './import.ts';
import type { Imports } from './imports.ts';

/** Ends an import that runs, and forgets what its rows said. */
export async function endImport(
  uow: UnitOfWork,
  { events, keeping }: Imports,
  one: Import,
  state: 'finished' | 'cancelled',
) {
  await keeping.hold?.(uow, one.id);
  await uow.rows(
    `update "${uow.schema}".import_rows set input = null where agency_id = ? and import_id = ? and input is not null`,
    [uow.agencyId, one.id],
  );
  await keeping.forget?.(uow, one.id);
  const counts = (await countsOf(uow, [one.id])).of(one.id);
  one.state = state;
  one.finishedAt = uow.now;
  const { created, present, refused } = counts;
  const { id: importId, kind, dryRun } = one;
  uow.publish(one, events[state], { importId, kind, dryRun, created, present, refused });
  return importView(one, counts);
}
