import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';

/** What messages about an order need of it: ids and its number. */
export interface KnownOrder {
  readonly id: string;
  readonly number: string;
  readonly branchId: string;
  readonly customerId: string;
  readonly authorId: string;
}

/** Keeps orders at hand: later events name them by id alone. */
export const onOrderPlaced = reaction(events.orderPlaced, (uow, order) => {
  const { orderId, number, branchId, customerId, authorId } = order;
  uow.send(
    `insert into notifications.orders (agency_id, id, number, branch_id, customer_id, author_id) values (?, ?, ?, ?, ?, ?)
     on conflict (agency_id, id) do nothing`,
    [uow.agencyId, orderId, number, branchId, customerId, authorId],
  );
});

/** @throws notifications/order-not-known-here: events of other services may come before booking's, then they wait */
export async function orderOf(uow: UnitOfWork, orderId: string): Promise<KnownOrder> {
  const [order] = await uow.rows<KnownOrder>(
    `select id, number, branch_id as "branchId", customer_id as "customerId", author_id as "authorId"
     from notifications.orders where agency_id = ? and id = ?`,
    [uow.agencyId, orderId],
  );
  if (!order) throw errors.orderNotKnownHere();
  return order;
}
