import { hasEnded, type CouponSeen, type Facts, type OrderSeen } from '../facts/facts.ts';
import { isWithCoupon } from '../facts/read-limits.ts';
import { findLimitsOff } from './limits.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<
  Facts,
  'operations' | 'orders' | 'cancellations' | 'events' | 'campaigns' | 'coupons' | 'limitSamples'
>;

/**
 * Coupons used are those that orders hold, never more than there are, in all or for one customer. An order holds what it was placed with until it ends;
 * one that was confirmed keeps it when its customer cancels.
 */
export const findCouponsOff = (facts: Looked): Violation[] => [
  ...wronglyHeld(facts),
  ...wronglyCounted(facts),
  ...beyondCustomers(facts),
  ...neverTaken(facts),
  ...findLimitsOff(facts, 'coupon'),
];

/** Whether the rules leave an order what it was placed with. */
function holding({ cancellations, events }: Looked): (order: OrderSeen) => boolean {
  const confirmed = new Set(
    events.filter(({ type }) => type === 'booking.order.confirmed.v1').map(({ aggregateId }) => aggregateId),
  );
  const byCustomers = new Set(
    cancellations
      .filter(({ scope, cause }) => scope === 'order' && cause === 'customer')
      .map(({ orderId }) => orderId),
  );
  return ({ id, state }) => !hasEnded(state) || (confirmed.has(id) && byCustomers.has(id));
}

function wronglyHeld(facts: Looked): Violation[] {
  const holds = holding(facts);
  const orderOf = new Map(facts.orders.map((order) => [order.id, order]));
  return facts.coupons.flatMap(({ orderId, code, givenBack }) => {
    const order = orderOf.get(orderId);
    if (!order || holds(order) !== givenBack) return [];
    return [
      violation(`order ${orderId} (${order.state}): ${code} is ${givenBack ? 'given back' : 'still held'}`),
    ];
  });
}

const held = ({ coupons }: Looked, wanted: string): CouponSeen[] =>
  coupons.filter(({ code, givenBack }) => code === wanted && !givenBack);

function wronglyCounted(facts: Looked): Violation[] {
  return facts.campaigns.flatMap(({ code, totalLimit, redeemed, redeemedByCode }) => {
    const used = held(facts, code).length;
    const off = Math.abs(redeemed - used) + Math.abs(redeemedByCode - used);
    const beyond = Math.max(redeemed, used) - totalLimit;
    return [
      ...(off > 0
        ? [violation(`${code}: ${redeemed} redeemed, ${redeemedByCode} by code, orders hold ${used}`, off)]
        : []),
      ...(beyond > 0 ? [violation(`${code}: ${beyond} used beyond ${totalLimit}`, beyond)] : []),
    ];
  });
}

function beyondCustomers(facts: Looked): Violation[] {
  const customerOf = new Map(facts.orders.map(({ id, customerId }) => [id, customerId]));
  return facts.campaigns.flatMap(({ code, perCustomer }) => {
    const byCustomer = Map.groupBy(held(facts, code), ({ orderId }) => customerOf.get(orderId));
    return [...byCustomer]
      .filter(([, uses]) => uses.length > perCustomer)
      .map(([customerId, { length }]) =>
        violation(`${code}: customer ${customerId} uses ${length} of ${perCustomer}`, length - perCustomer),
      );
  });
}

/** An order that was acknowledged with a coupon has it. */
function neverTaken({ operations, coupons }: Looked): Violation[] {
  const taken = new Set(coupons.map(({ orderId }) => orderId));
  return operations
    .filter(isWithCoupon)
    .flatMap(({ name, id, claims: [claim] }) =>
      claim?.kind === 'order' && !taken.has(claim.orderId)
        ? [violation(`${name} ${id}: order ${claim.orderId} has no coupon`)]
        : [],
    );
}
