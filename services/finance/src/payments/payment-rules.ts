import type { Money } from '@yitu/kernel';
import { credit, debit, type Line } from '../entries/line.ts';
import { errors } from '../errors.ts';
import { moneyText } from '../money-text.ts';
import type { OrderFacts } from '../orders.ts';
import { accountOf, type PaymentMethod } from './payment.ts';

/** Money comes in, and is owed to the customer until the group is settled. */
export const paymentLines = (method: PaymentMethod, { amount, currency }: Money): Line[] => [
  debit(accountOf[method], amount, currency),
  credit('customer-advances', amount, currency),
];

/** @param open minor units @throws finance/overpayment */
export function checkOpen({ amount, currency }: Money, open: bigint): void {
  if (amount > open)
    throw errors.overpayment({ open: moneyText({ amount: open > 0n ? open : 0n, currency }) });
}

/** @throws finance/order-not-approved, order-cancelled, order-expired */
export function checkState({ state, number }: OrderFacts): void {
  if (state === 'cancelled') throw errors.orderCancelled({ number });
  if (state === 'expired') throw errors.orderExpired({ number });
  // booking confirms an order with the first payment after its approval: one that came before would never confirm it.
  if (state === 'draft' || state === 'in-review' || state === 'returned')
    throw errors.orderNotApproved({ number });
}

/** @throws finance/currency-differs */
export function checkCurrency({ total: { currency } }: OrderFacts, amount: Money): void {
  if (amount.currency === currency) return;
  const message = { zh: `应为 ${currency}`, en: `must be ${currency}` };
  throw errors.currencyDiffers(
    { currency },
    { fields: [{ field: '/body/amount/currency', rule: 'currency-of-order', message }] },
  );
}
