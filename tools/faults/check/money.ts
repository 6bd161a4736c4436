import type { Facts } from '../facts/facts.ts';
import { violation, type Violation } from './violation.ts';

/** R5, and the effect of each payment exactly once: what was received for an order is what booking has counted, no more than its price, and the books balance. */
export function findMoneyOff({
  orders,
  payments,
  balances,
}: Pick<Facts, 'orders' | 'payments' | 'balances'>): Violation[] {
  const received = new Map<string, bigint>();
  for (const { orderId, amount, state } of payments)
    if (state === 'received') received.set(orderId, (received.get(orderId) ?? 0n) + amount);
  const sum = [...received.values()].reduce((total, amount) => total + amount, 0n);
  return [
    ...orders.flatMap(({ id, paid, total }) => {
      const payed = received.get(id) ?? 0n;
      return [
        ...(paid === payed ? [] : [violation(`order ${id}: received ${payed}, counted ${paid}`)]),
        ...(payed <= total ? [] : [violation(`order ${id}: received ${payed} for ${total}`)]),
      ];
    }),
    ...balances
      .filter(({ debit, credit }) => debit !== credit)
      .map(({ currency, debit, credit }) => violation(`${currency}: debits ${debit}, credits ${credit}`)),
    ...postedSums(balances, sum),
  ];
}

/** Payments are all that is posted in a run: the ledger has their sum. */
function postedSums(balances: Facts['balances'], sum: bigint): Violation[] {
  const posted = balances.reduce((total, { debit }) => total + debit, 0n);
  return posted === sum ? [] : [violation(`payments of ${sum}, posted ${posted}`)];
}
