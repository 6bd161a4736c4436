import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { holdUntilDue } from '../hold-until-due.ts';
import { orderView, type Order } from '../order.ts';
import type { Placing } from './decide.ts';

/** What follows from an order that was stored: its event, the end of its hold, its audit record. */
export function announce(uow: UnitOfWork, order: Order, { holdExpiresAt }: Placing): void {
  uow.publish(order, events.orderPlaced, {
    orderId: order.id,
    number: order.number,
    branchId: order.branchId,
    customerId: order.customerId,
    departureId: order.departureId,
    productId: order.productId,
    total: { amount: order.total, currency: order.currency },
    seats: order.seats,
    authorId: order.authorId,
    holdExpiresAt: holdExpiresAt.toString(),
  });
  holdUntilDue(uow, order.id, holdExpiresAt);
  const after = { ...orderView(order), note: order.note && '***' }; // notes are about people
  uow.audit({ objectType: 'Order', objectId: order.id, change: 'create', after });
}
