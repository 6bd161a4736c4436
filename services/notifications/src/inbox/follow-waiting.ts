import { events } from '@yitu/contracts';
import { agencyOf } from '@yitu/directory';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { amountOf, textOf } from '../amounts.ts';
import { orderOf } from '../orders/known-orders.ts';
import { changeItems, putIntoInbox, settleInbox } from './inbox-item.ts';

/** Who put a customer on the waiting list learns that seats are held for them. */
const onWaitingEntryOffered = reaction(events.waitingEntryOffered, async (uow, told) => {
  const { entryId: aboutId, branchId, authorId, seats, departsOn, returnsOn } = told;
  const { timeZone } = await agencyOf(uow);
  const productName = textOf(told.productName);
  putIntoInbox(uow, {
    ...{ template: 'waiting-offered', aboutId, branchId, to: { userId: authorId } },
    facts: { productName, departsOn, returnsOn, seats, timeZone, offerExpiresAt: told.offerExpiresAt ?? '' },
  });
});

const answered = (uow: UnitOfWork, { entryId }: { entryId: string }) => settleInbox(uow, entryId);

/** Who made an order learns that its balance is overdue and somebody has to decide. */
const onOrderBalanceFlagged = reaction(events.orderBalanceFlagged, async (uow, told) => {
  const { orderId, branchId, authorId, outstanding, dueOn } = told;
  const kind = told.kind === 'deposit' ? 'deposit' : 'balance';
  const { number: orderNumber } = await orderOf(uow, orderId);
  putIntoInbox(uow, {
    ...{ template: 'balance-flagged', aboutId: orderId, branchId, to: { userId: authorId } },
    facts: { orderNumber, kind, amount: amountOf(outstanding), dueOn },
  });
});

/** What reviewers read of an order that waits for them is what it is now. */
const onOrderEdited = reaction(events.orderEdited, async (uow, { orderId, seats, total }) => {
  await changeItems(
    uow,
    `update notifications.inbox_items set facts = facts || ?::jsonb where agency_id = ? and about_id = ? and template = 'order-placed'`,
    [JSON.stringify({ seats, total: amountOf(total) }), uow.agencyId, orderId],
  );
});

/** The inbox follows waiting lists, overdue balances and edited orders. */
export const followWaiting = [
  onWaitingEntryOffered,
  reaction(events.waitingEntryAccepted, answered),
  reaction(events.waitingEntryDeclined, answered),
  reaction(events.waitingEntryLapsed, answered),
  reaction(events.waitingEntryEnded, answered),
  onOrderBalanceFlagged,
  onOrderEdited,
];
