import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { withdrawContract } from '../archive-files/archive-entries.ts';
import { endTripOrder } from '../trips/trip-orders.ts';
import { Contract } from './contract.ts';

/** An order that ended before its trip travels no more, and its contract binds nobody. */
async function endOrder(uow: UnitOfWork, orderId: string, reason: string): Promise<void> {
  await endTripOrder(uow, orderId);
  const [live] = await uow.rows<{ id: string }>(
    `select id from itinerary.contracts where agency_id = ? and order_id = ? and state in ('generated', 'sent', 'signed') for update`,
    [uow.agencyId, orderId],
  );
  if (!live) return;
  const contract = await uow.get(Contract, live.id);
  contract.state = 'void';
  uow.publish(contract, events.contractVoided, { contractId: contract.id, orderId, reason });
  await withdrawContract(uow, contract.id);
}

export const onOrderCancelled = reaction(events.orderCancelled, (uow, { orderId }) =>
  endOrder(uow, orderId, 'order-cancelled'),
);

export const onOrderExpired = reaction(events.orderExpired, (uow, { orderId }) =>
  endOrder(uow, orderId, 'order-expired'),
);
