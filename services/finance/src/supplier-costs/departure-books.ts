import type { UnitOfWork } from '@yitu/persistence';

/**
 * Locks a departure's books until the transaction ends, opening them when they are new: a cost comes before a settlement or not at all.
 * @returns whether the group is settled
 */
export async function lockDepartureBooks(uow: UnitOfWork, departureId: string): Promise<boolean> {
  const [row] = await uow.rows<{ settled: boolean }>(
    `insert into finance.departure_books (agency_id, departure_id, settled) values (?, ?, false)
     on conflict (agency_id, departure_id) do update set settled = departure_books.settled
     returning settled`,
    [uow.agencyId, departureId],
  );
  if (!row) throw new Error('the statement always gives one row');
  return row.settled;
}

/** Closes a departure's locked books for good. */
export async function closeDepartureBooks(uow: UnitOfWork, departureId: string): Promise<void> {
  await uow.rows(
    'update finance.departure_books set settled = true where agency_id = ? and departure_id = ?',
    [uow.agencyId, departureId],
  );
}
