import type { Money } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { checkCurrency, checkOpen, checkState } from '../../payments/payment-rules.ts';
import type { OrderWithDues } from '../../orders.ts';

/** What is due of an order, minor units. */
export interface Due {
  readonly amount: bigint;
}

/**
 * What somebody is sent to pay: what they want to, up to what is open; else what is due next.
 * @param dues of the order's schedule, the earliest first @param received minor units, refunds taken off
 * @throws finance/order-not-approved, order-cancelled, order-expired, departure-called-off, currency-differs, overpayment, nothing-open
 */
export function decideAmount(
  order: Omit<OrderWithDues, 'dues'>,
  dues: readonly Due[],
  received: bigint,
  wanted: Money | undefined,
): Money {
  checkState(order);
  if (order.calledOff) throw errors.departureCalledOff({ number: order.number });
  const { currency } = order.total;
  const open = order.total.amount + (order.penalty?.amount ?? 0n) - received;
  if (open <= 0n) throw errors.nothingOpen();
  if (!wanted) return { amount: dueNext(dues, received, open), currency };
  checkCurrency(order, wanted);
  checkOpen(wanted, open);
  return wanted;
}

/** What was received counts towards the earliest; where the schedule asks for no more, all that is open is due. */
function dueNext(dues: readonly Due[], received: bigint, open: bigint): bigint {
  let left = received;
  for (const { amount } of dues) {
    if (left < amount) return amount - left < open ? amount - left : open;
    left -= amount;
  }
  return open;
}
