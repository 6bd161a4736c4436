import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { amountOf, textOf } from '../amounts.ts';
import { queueLetter } from './delivery.ts';

/** The customer is reminded of what is to be paid. */
const onOrderPaymentReminded = reaction(events.orderPaymentReminded, (uow, told) => {
  const { kind, outstanding, dueOn, graceUntil, overdue } = told;
  queueLetter(uow, 'payment-reminder', told, {
    ...{ kind, amount: amountOf(outstanding), dueOn, graceUntil, overdue },
  });
  return Promise.resolve();
});

/** The customer learns that they have paid too much, and what becomes of it. */
const onOrderOverpaid = reaction(events.orderOverpaid, (uow, told) => {
  const { excess, handling } = told;
  queueLetter(uow, 'order-overpaid', told, { excess: amountOf(excess), refunded: handling === 'refund' });
  return Promise.resolve();
});

/** A party that waited learns that seats are held for it. There is no order yet: what the letter is about is the entry of the waiting list. */
const onWaitingEntryOffered = reaction(events.waitingEntryOffered, (uow, told) => {
  const { entryId, branchId, customerId, authorId, seats, departsOn, returnsOn } = told;
  const productName = textOf(told.productName);
  queueLetter(
    uow,
    'waiting-offer',
    { orderId: entryId, customerId, branchId },
    {
      ...{ productName, departsOn, returnsOn, seats, authorId },
      offerExpiresAt: told.offerExpiresAt ?? '',
    },
  );
  return Promise.resolve();
});

/** The customer learns that a quotation waits for them. Those sent before their author was told of are old news. */
const onQuotationSent = reaction(events.quotationSent, (uow, told) => {
  const { quotationId, branchId, customerId, authorId, total, expiresAt } = told;
  if (authorId === '') return Promise.resolve();
  queueLetter(
    uow,
    'quotation-sent',
    { orderId: quotationId, customerId, branchId },
    { total: amountOf(total), expiresAt: expiresAt ?? '', authorId },
  );
  return Promise.resolve();
});

export const paymentLetterReactions = [
  onOrderPaymentReminded,
  onOrderOverpaid,
  onWaitingEntryOffered,
  onQuotationSent,
];
