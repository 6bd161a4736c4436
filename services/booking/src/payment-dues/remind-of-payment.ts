import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Departure } from '../departures/departure.ts';
import { Order, PaymentDue } from '../orders/order.ts';
import { standingOf, type StandingDue } from './standing.ts';

/**
 * What of one due payment of an order has not come in, and whether it is all of the order's; nothing when it has, or the order has ended or travels. Nor while its departure is called off:
 * nobody pays for a trip that does not take place, and what becomes of the order is its customer's choice.
 */
export async function openDue(
  uow: UnitOfWork,
  order: Order,
  wanted: { readonly kind: string; readonly dueOn: string },
): Promise<(StandingDue & { readonly alone: boolean }) | undefined> {
  if (order.state !== 'awaiting-payment' && order.state !== 'confirmed') return undefined;
  if ((await uow.get(Departure, order.departureId)).state === 'cancelled') return undefined;
  const dues = await uow.find(PaymentDue, { orderId: order.id });
  const standing = standingOf(dues, order.total, order.paid, await agencyToday(uow));
  const due = standing.dues.find(
    ({ kind, dueOn, outstanding }) => kind === wanted.kind && dueOn === wanted.dueOn && outstanding > 0n,
  );
  return due && { ...due, alone: dues.length === 1 };
}

/** Has the customer reminded of what is due and has not come in. A message for what was paid meanwhile changes nothing. */
export const onPaymentReminderDue = reaction(
  events.paymentReminderDue,
  async (uow, { orderId, kind, dueOn, graceUntil, overdue }) => {
    const order = await uow.lock(Order, orderId);
    const due = await openDue(uow, order, { kind, dueOn });
    if (!due) return;
    const { branchId, customerId, currency } = order;
    uow.publish(order, events.orderPaymentReminded, {
      ...{ orderId, branchId, customerId, dueOn, graceUntil, overdue },
      kind: due.alone ? 'all' : kind,
      outstanding: { amount: due.outstanding, currency },
    });
  },
);
