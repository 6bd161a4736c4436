import { allocate, money } from '@yitu/kernel';
import { credit, debit, type Line } from '../../entries/line.ts';
import { errors } from '../../errors.ts';
import { moneyText } from '../../money-text.ts';
import type { OrderFacts } from '../../orders.ts';

export interface Cost {
  readonly branchId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly entryNumber: string;
}

/** All that is known of a group when it is to be settled. */
export interface Group {
  readonly settled: boolean;
  /** itinerary's word for how far the trip is. */
  readonly trip: string;
  readonly orders: readonly OrderFacts[];
  /** Minor units received less refunded, by order; more than the total stays owed to the customer. */
  readonly received: ReadonlyMap<string, bigint>;
  readonly costs: readonly Cost[];
}

export interface Share {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly branchId: string;
  readonly seats: number;
  readonly revenue: bigint;
  readonly cost: bigint;
}

export interface Settling {
  readonly currency: string;
  readonly shares: readonly Share[];
  /** The entry of each branch, in the order of their ids. */
  readonly postings: readonly { readonly branchId: string; readonly lines: readonly Line[] }[];
}

/**
 * Settles a group: what its completed orders were sold for becomes revenue, what suppliers charged becomes cost of sales, split over the orders by
 * seats. An order that never travelled (unapproved, unpaid) takes no part.
 * @throws finance/departure-settled, trip-not-ended, orders-not-complete, no-orders-to-settle, costs-in-other-currency, orders-not-paid
 */
export function decideSettlement({ settled, trip, orders, received, costs }: Group): Settling {
  if (settled) throw errors.departureSettled();
  if (trip !== 'ended') throw errors.tripNotEnded();
  checkComplete(orders);
  const completed = orders
    .filter(({ state }) => state === 'completed')
    .toSorted((left, right) => (left.number < right.number ? -1 : 1));
  const [first] = completed;
  if (!first) throw errors.noOrdersToSettle();
  const { currency } = first.total;
  checkCurrency(costs, currency);
  checkPaid(completed, received);
  const shares = sharesOf(completed, costs, currency);
  return { currency, shares, postings: postingsOf(shares, costs, currency) };
}

/** booking may not have heard yet that the trip is over: its orders are complete a moment later. */
function checkComplete(orders: readonly OrderFacts[]): void {
  const travelling = orders.filter(({ state }) => state === 'confirmed' || state === 'travelling');
  if (travelling.length > 0)
    throw errors.ordersNotComplete({ orders: travelling.map(({ number }) => number).join(', ') });
}

function checkCurrency(costs: readonly Cost[], currency: string): void {
  const foreign = costs.filter((cost) => cost.currency !== currency);
  if (foreign.length === 0) return;
  const entries = foreign.map(({ entryNumber }) => entryNumber).join(', ');
  throw errors.costsInOtherCurrency({ currency, entries });
}

function checkPaid(orders: readonly OrderFacts[], received: ReadonlyMap<string, bigint>): void {
  const unpaid = orders.flatMap(({ orderId, number, total }) => {
    const open = money(total.amount - (received.get(orderId) ?? 0n), total.currency);
    return open.amount <= 0n ? [] : [`${number} (${moneyText(open)})`];
  });
  if (unpaid.length > 0) throw errors.ordersNotPaid({ orders: unpaid.join(', ') });
}

function sharesOf(orders: readonly OrderFacts[], costs: readonly Cost[], currency: string): Share[] {
  const cost = money(
    costs.reduce((sum, { amount }) => sum + amount, 0n),
    currency,
  );
  const parts = allocate(
    cost,
    orders.map(({ seats }) => BigInt(seats)),
  );
  return orders.map(({ orderId, number, branchId, seats, total }, index) => ({
    orderId,
    orderNumber: number,
    branchId,
    seats,
    revenue: total.amount,
    cost: parts[index]?.amount ?? 0n,
  }));
}

function postingsOf(shares: readonly Share[], costs: readonly Cost[], currency: string) {
  const branches = new Set([...shares, ...costs].map(({ branchId }) => branchId));
  return [...branches].toSorted().flatMap((branchId) => {
    const ofBranch = shares.filter((share) => share.branchId === branchId);
    const lines = branchLines({
      revenue: ofBranch.reduce((sum, { revenue }) => sum + revenue, 0n),
      cost: ofBranch.reduce((sum, { cost }) => sum + cost, 0n),
      recorded: costs
        .filter((cost) => cost.branchId === branchId)
        .reduce((sum, { amount }) => sum + amount, 0n),
      currency,
    });
    return lines.length === 0 ? [] : [{ branchId, lines }];
  });
}

/**
 * The postings of one branch. Where it recorded more cost than its orders bear, the other branches owe it the difference, and the other way round;
 * over all branches these differences come to nothing.
 */
function branchLines({
  revenue,
  cost,
  recorded,
  currency,
}: Record<'revenue' | 'cost' | 'recorded', bigint> & { currency: string }): Line[] {
  const owed = recorded - cost;
  return [
    debit('customer-advances', revenue, currency),
    credit('revenue', revenue, currency),
    debit('cost-of-sales', cost, currency),
    owed < 0n ? credit('between-branches', -owed, currency) : debit('between-branches', owed, currency),
    credit('tours-in-progress', recorded, currency),
  ].filter((line) => line.debit + line.credit > 0n);
}
