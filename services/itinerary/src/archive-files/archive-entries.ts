import type { UnitOfWork } from '@yitu/persistence';
import type { Paper } from './components.ts';

type Filed = 'contract' | 'feedback-forms' | 'settlement';

/** A paper that is filed when it comes. It belongs to a departure, or to an order where nothing else is known. */
interface Entry {
  readonly component: Filed;
  readonly sourceId: string;
  readonly departureId?: string;
  readonly orderId?: string;
  readonly reference: string;
  readonly filedAt: Temporal.Instant;
}

export async function file(uow: UnitOfWork, entry: Entry): Promise<void> {
  const { component, sourceId, departureId, orderId, reference, filedAt } = entry;
  await uow.rows(
    `insert into itinerary.archive_entries (agency_id, component, source_id, departure_id, order_id, reference, filed_at)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (agency_id, component, source_id) do nothing`,
    [uow.agencyId, component, sourceId, departureId ?? null, orderId ?? null, reference, filedAt.toString()],
  );
}

/** Files a contract that was signed now. */
export const fileContract = (
  uow: UnitOfWork,
  contract: {
    readonly id: string;
    readonly departureId: string;
    readonly orderId: string;
    readonly number: string;
  },
): Promise<void> => {
  const { id: sourceId, departureId, orderId, number: reference } = contract;
  return file(uow, { component: 'contract', sourceId, departureId, orderId, reference, filedAt: uow.now });
};

/** A contract that binds nobody is no paper of the trip. */
export async function withdrawContract(uow: UnitOfWork, contractId: string): Promise<void> {
  await uow.rows(
    `delete from itinerary.archive_entries where agency_id = ? and component = 'contract' and source_id = ?`,
    [uow.agencyId, contractId],
  );
}

/** What was filed for a departure or for one of the orders that travel on it. */
export async function entriesOf(
  uow: UnitOfWork,
  departureId: string,
): Promise<(Paper & { component: Filed; orderId: string | null })[]> {
  const rows = await uow.rows<{ component: Filed; orderId: string | null; reference: string; at: string }>(
    `select component, order_id as "orderId", reference, to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from itinerary.archive_entries entry where agency_id = ? and (departure_id = ? or order_id in
       (select order_id from itinerary.trip_orders where agency_id = ? and departure_id = ? and not ended))
     order by filed_at, source_id`,
    [uow.agencyId, departureId, uow.agencyId, departureId],
  );
  return rows.map(({ at, ...entry }) => ({ ...entry, since: Temporal.Instant.from(at) }));
}
