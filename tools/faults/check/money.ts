import type { Facts } from '../facts/facts.ts';
import { cancelledParts } from './parts.ts';
import { violation, type Violation } from './violation.ts';

/** R5, and the effect of each payment exactly once: what was received for an order is what booking has counted, no more than its price was, and the books balance. */
export function findMoneyOff({
  orders,
  payments,
  balances,
  refunds,
  cancellations,
  accounts,
}: Pick<Facts, 'orders' | 'payments' | 'balances' | 'refunds' | 'cancellations' | 'accounts'>): Violation[] {
  const received = new Map<string, bigint>();
  for (const { orderId, amount, state } of payments)
    if (state === 'received') received.set(orderId, (received.get(orderId) ?? 0n) + amount);
  const sum = [...received.values()].reduce((total, amount) => total + amount, 0n);
  const partsOf = cancelledParts({ cancellations });
  return [
    ...orders.flatMap(({ id, paid, total }) => {
      const payed = received.get(id) ?? 0n;
      const price = total + partsOf(id).fee;
      return [
        ...(paid === payed ? [] : [violation(`order ${id}: received ${payed}, counted ${paid}`)]),
        ...(payed <= price ? [] : [violation(`order ${id}: received ${payed} for ${price}`)]),
      ];
    }),
    ...balances
      .filter(({ debit, credit }) => debit !== credit)
      .map(({ currency, debit, credit }) => violation(`${currency}: debits ${debit}, credits ${credit}`)),
    ...misposted(accounts, sum, refunds),
    ...misearned(accounts, earnedOf(received, cancellations)),
  ];
}

/** The built-in chart of accounts: what is moved by payments, refunds and penalties. */
const cash = '1001';
const [advances, owedToCustomers, revenue] = ['2203', '2241', '6001'] as const;

/**
 * Payments, refunds and penalties are all that is posted in a run. Cash is what came in less what went out; what is recorded and not paid out is owed;
 * what was received and is not due to go back is either still an advance or a penalty earned.
 */
function misposted(accounts: Facts['accounts'], received: bigint, refunds: Facts['refunds']): Violation[] {
  const sumOf = (list: Facts['refunds']) => list.reduce((sum, { amount }) => sum + amount, 0n);
  const recorded = sumOf(refunds);
  const paidOut = sumOf(refunds.filter(({ state }) => state === 'paid'));
  const on = (code: string) => accounts[code] ?? 0n;
  const expected = [
    ['cash', on(cash), received - paidOut],
    ['owed to customers', on(owedToCustomers), paidOut - recorded],
    ['advances and revenue', on(advances) + on(revenue), recorded - received],
  ] as const;
  return expected.flatMap(([what, is, should]) =>
    is === should ? [] : [violation(`${what}: posted ${is}, by payments and refunds ${should}`)],
  );
}

/** Of each order the penalties that its payments cover. */
function earnedOf(received: ReadonlyMap<string, bigint>, cancellations: Facts['cancellations']): bigint {
  const penalties = Map.groupBy(cancellations, ({ orderId }) => orderId);
  return [...received].reduce((sum, [orderId, amount]) => {
    const owed = (penalties.get(orderId) ?? []).reduce((all, { penalty }) => all + penalty, 0n);
    return sum + (owed < amount ? owed : amount);
  }, 0n);
}

/** What customers owe for what they cancelled, the whole or parts, is revenue as soon as it has been received, and nothing else is. */
function misearned(accounts: Facts['accounts'], earned: bigint): Violation[] {
  const posted = -(accounts[revenue] ?? 0n);
  return posted === earned ? [] : [violation(`revenue: posted ${posted}, penalties received ${earned}`)];
}
