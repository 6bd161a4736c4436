import type { LocalDate, Money } from '@yitu/kernel';
import { checkNotInFuture } from '../../entries/entry-date.ts';
import type { Line } from '../../entries/line.ts';
import type { OrderFacts } from '../../orders.ts';
import type { PaymentMethod } from '../payment.ts';
import { checkCurrency, checkOpen, checkState, paymentLines } from '../payment-rules.ts';

export interface PaymentWish {
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly receivedOn: LocalDate;
  /** What becomes of more than the order costs: refused, or taken and left to booking's rules. */
  readonly beyondTotal?: 'refuse' | 'credit';
}

/**
 * Whether a payment may be recorded for an order, and its postings: money comes in, and is owed to the customer until the group is settled.
 * @param received minor units received for the order so far, refunds taken off
 * @throws finance/order-not-approved, order-cancelled, order-expired, currency-differs, date-in-future, overpayment
 */
export function decidePayment(
  order: OrderFacts,
  received: bigint,
  { amount, method, receivedOn, beyondTotal = 'refuse' }: PaymentWish,
  currentDate: LocalDate,
): Line[] {
  checkState(order);
  checkCurrency(order, amount);
  checkNotInFuture(receivedOn, currentDate, '/body/receivedOn');
  const open = order.total.amount + (order.penalty?.amount ?? 0n) - received;
  if (beyondTotal === 'refuse') checkOpen(amount, open);
  return paymentLines(method, amount);
}
