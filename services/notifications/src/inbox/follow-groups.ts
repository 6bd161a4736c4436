import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { amountOf, textOf } from '../amounts.ts';
import { orderOf } from '../orders/known-orders.ts';
import { putIntoInbox, settleInbox } from './inbox-item.ts';
import { tellAuthor } from './tell-authors.ts';

/** Whoever may decide on a group learns that it is below its minimum; looked at again, it is told anew by the figures of that day. */
const onDepartureAtRisk = reaction(events.departureAtRisk, async (uow, told) => {
  const { departureId: aboutId, operatingBranchId: branchId, groupNumber, departsOn } = told;
  const { confirmedSeats, minimumGroup } = told;
  await settleInbox(uow, aboutId, 'group-at-risk');
  if (branchId === '') return; // told before branches were
  putIntoInbox(uow, {
    ...{ template: 'group-at-risk', aboutId, branchId, to: { permission: 'booking.departure.decide' } },
    facts: {
      ...{ groupNumber, departsOn, confirmedSeats, minimumGroup },
      productName: textOf(told.productName),
    },
  });
});

const decided = (uow: UnitOfWork, { departureId }: { readonly departureId: string }) =>
  settleInbox(uow, departureId, 'group-at-risk');

/** Who sold an order learns that its customer has to choose. */
const onOrderDepartureCalledOff = reaction(
  events.orderDepartureCalledOff,
  async (uow, { orderId, departsOn, chooseBy }) => {
    const order = await orderOf(uow, orderId);
    const facts = { orderNumber: order.number, departsOn, chooseBy };
    await tellAuthor(uow, 'choice-to-record', order, facts, { done: false });
  },
);

/** The choice is made. Where a rule made it, since nothing was heard in time, who sold the order learns that. */
const onOrderGroupChoiceRecorded = reaction(
  events.orderGroupChoiceRecorded,
  async (uow, { orderId, consentBy, paid }) => {
    await settleInbox(uow, orderId, 'choice-to-record');
    if (consentBy !== 'rule') return;
    const order = await orderOf(uow, orderId);
    await tellAuthor(uow, 'choice-over', order, { orderNumber: order.number, paid: amountOf(paid) });
  },
);

const onOrderDepartureGuaranteed = reaction(
  events.orderDepartureGuaranteed,
  async (uow, { orderId, departsOn }) => {
    const order = await orderOf(uow, orderId);
    await tellAuthor(uow, 'group-guaranteed', order, { orderNumber: order.number, departsOn });
  },
);

/** Who sold an order learns that money counted on is not there; it is done with when something comes in, or the order ends. */
const onOrderPaymentTakenBack = reaction(events.orderPaymentTakenBack, async (uow, told) => {
  const order = await orderOf(uow, told.orderId);
  const amounts = { amount: amountOf(told.amount), outstanding: amountOf(told.outstanding) };
  const facts = { orderNumber: order.number, ...amounts, dueOn: told.dueOn };
  await tellAuthor(uow, 'payment-taken-back', order, facts, { done: false });
});

/** The inbox follows groups, what their customers choose, and payments taken back. */
export const followGroups = [
  onDepartureAtRisk,
  reaction(events.departureGuaranteed, decided),
  reaction(events.departureCancelled, decided),
  onOrderDepartureCalledOff,
  onOrderDepartureGuaranteed,
  onOrderGroupChoiceRecorded,
  onOrderPaymentTakenBack,
];
