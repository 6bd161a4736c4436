import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { withdrawContract } from '../archive-files/archive-entries.ts';
import { endTripOrder, lockOrder } from '../trips/trip-orders.ts';
import { Contract } from './contract.ts';

interface EndedOrder {
  readonly orderId: string;
  readonly departureId: string;
}

/** An order that ended before its trip travels no more, its contract binds nobody, and it gets no other one. */
async function endOrder(uow: UnitOfWork, order: EndedOrder, reason: string): Promise<void> {
  const { orderId } = order;
  await lockOrder(uow, orderId);
  await endTripOrder(uow, order);
  const [live] = await uow.rows<{ id: string }>(
    `select id from itinerary.contracts where agency_id = ? and order_id = ? and state in ('generated', 'sent', 'signed') for update`,
    [uow.agencyId, orderId],
  );
  if (!live) return;
  const contract = await uow.get(Contract, live.id);
  contract.state = 'void';
  uow.publish(contract, events.contractVoided, {
    ...{ contractId: contract.id, orderId, reason, branchId: contract.branchId },
  });
  await withdrawContract(uow, contract.id);
}

export const onOrderCancelled = reaction(events.orderCancelled, (uow, order) =>
  endOrder(uow, order, 'order-cancelled'),
);

export const onOrderExpired = reaction(events.orderExpired, (uow, order) =>
  endOrder(uow, order, 'order-expired'),
);
