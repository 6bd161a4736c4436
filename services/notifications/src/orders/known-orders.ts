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
  const row = { id: orderId, number, branch_id: branchId, customer_id: customerId, author_id: authorId };
  uow.gather(storeOrders, row, orderId);
});

const storeOrders = `insert into notifications.orders (agency_id, id, number, branch_id, customer_id, author_id)
  select agency_id, id, number, branch_id, customer_id, author_id
  from jsonb_to_recordset(?) as told (agency_id uuid, id uuid, number text, branch_id uuid, customer_id uuid, author_id uuid)
  on conflict (agency_id, id) do nothing`;

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
