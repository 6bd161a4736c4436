import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { amountOf } from '../amounts.ts';
import { orderOf } from '../orders/known-orders.ts';
import { changeItems, putIntoInbox, settleInbox } from './inbox-item.ts';

const reviewers = (authorId: string) =>
  ({ permission: 'booking.order.approve', exceptUserId: authorId }) as const;

/** Reviewers learn of an order that waits for them; its author, who may not review it, does not. */
const onOrderPlaced = reaction(events.orderPlaced, async (uow, order) => {
  const { orderId, branchId, number: orderNumber, seats, authorId } = order;
  const facts = { orderNumber, total: amountOf(order.total), seats };
  putIntoInbox(uow, {
    template: 'order-placed',
    aboutId: orderId,
    branchId,
    facts,
    to: reviewers(authorId),
  });
});

/** The author learns that an order came back. */
const onOrderReturned = reaction(events.orderReturned, async (uow, { orderId, branchId, authorId }) => {
  await settleInbox(uow, orderId);
  const { number: orderNumber } = await orderOf(uow, orderId);
  const to = { userId: authorId };
  putIntoInbox(uow, {
    template: 'order-returned',
    aboutId: orderId,
    branchId,
    facts: { orderNumber },
    to,
  });
});

/** What was returned waits for review again. The reviewers' item of the first time is opened again: nothing in it has changed. */
const onOrderResubmitted = reaction(events.orderResubmitted, async (uow, { orderId }) => {
  await settleInbox(uow, orderId, 'order-returned');
  await changeItems(
    uow,
    `update notifications.inbox_items set done_at = null where agency_id = ? and about_id = ? and template = 'order-placed'`,
    [uow.agencyId, orderId],
  );
});

const settle = (uow: UnitOfWork, { orderId }: { orderId: string }) => settleInbox(uow, orderId);

/** The inbox follows what happens to orders. */
export const followOrders = [
  onOrderPlaced,
  onOrderReturned,
  onOrderResubmitted,
  reaction(events.orderApproved, settle),
  reaction(events.orderCancelled, settle),
  reaction(events.orderExpired, settle),
];
