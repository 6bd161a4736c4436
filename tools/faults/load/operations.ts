import type { Claim } from '../history/operation.ts';
import type { Random } from '../random.ts';
import type { LoadedAgency, Role } from './agency.ts';

/** An order as the client that placed it knows it. */
export interface KnownOrder {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  /** What is to be paid for it in all, minor units: for those who are left, and the penalties for those who are not. */
  readonly total: bigint;
  /** What the client has had recorded for it and was not paid back. */
  readonly paid: bigint;
  readonly seats: number;
  readonly departureId: string;
  /** Who placed it, and looks after it. */
  readonly seller: Seller;
  /** The Idempotency-Key it was made under, which stands in its note. */
  readonly mark: string;
}

/** Who sells, each in a branch of their own. */
export type Seller = 'sales' | 'agent';

/** What a client sends. */
export interface Asked {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** For If-Match. */
  readonly version?: number;
}

export interface Wish {
  /** Idempotency-Key; also left as a mark on what is made. */
  readonly id: string;
  readonly random: Random;
  readonly agency: LoadedAgency;
}

interface Named<By> {
  readonly name: string;
  /** How often, beside the others that are possible. */
  readonly weight: number;
  readonly by: By;
  /** Type of the event that follows when it is done. */
  readonly event: string;
}

/** Something that is done to an order of the client's own. */
export interface OrderOperation extends Named<Role | 'seller'> {
  /** States in which it makes sense. */
  readonly states: readonly string[];
  /** Whether it makes sense of this one at all. */
  readonly possible?: (order: KnownOrder, agency: LoadedAgency) => boolean;
  /** @returns nothing where a look at it shows that there is nothing to ask for. @throws when it cannot be looked at now */
  readonly ask: (wish: Wish, order: KnownOrder) => Asked | Promise<Asked | undefined>;
  readonly claim: (answer: Answer) => Claim;
}

/** What is asked for with an order. */
export interface Placed {
  readonly customerId: string;
  readonly departureId: string;
  readonly counts: readonly { readonly category: string; readonly count: number }[];
  readonly note: string;
  /** Codes. */
  readonly coupons?: readonly string[];
}

export interface PlaceOperation extends Named<Seller> {
  readonly ask: (wish: Wish) => Asked & { readonly body: Placed };
  readonly claim: (answer: Answer) => Claim;
}

export type Answer = Readonly<Record<string, unknown>>;

export const orders = '/api/booking/v1/orders';

export const place: PlaceOperation = {
  name: 'place',
  weight: 10,
  by: 'sales',
  event: 'booking.order.placed.v1',
  ask: ({ id, random, agency }) => ({
    method: 'POST',
    path: orders,
    body: {
      customerId: random.pick(agency.customerIds),
      departureId: random.pick(agency.departures).id,
      counts: [{ category: 'adult', count: random.between(1, 3) }],
      note: id,
    },
  }),
  claim: orderClaim,
};

const placeWithCoupon: PlaceOperation = {
  ...{ ...place, name: 'place-with-coupon', weight: 3 },
  ask: (wish) => {
    const { body, ...asked } = place.ask(wish);
    return { ...asked, body: { ...body, coupons: [wish.random.pick(wish.agency.campaigns).code] } };
  },
};

/** By a franchise branch: once it is approved it uses the branch's credit. */
const placeAtFranchise: PlaceOperation = {
  ...{ ...place, name: 'place-at-franchise', weight: 4, by: 'agent' },
  ask: (wish) => {
    const { body, ...asked } = place.ask(wish);
    return { ...asked, body: { ...body, customerId: wish.agency.franchise.customerId } };
  },
};

/** The ways in which clients place orders. */
export const placings: readonly PlaceOperation[] = [place, placeWithCoupon, placeAtFranchise];

const onOrder = (
  named: Pick<OrderOperation, 'name' | 'weight' | 'by' | 'event'> & { readonly states: readonly string[] },
  method: Asked['method'],
  path: string,
  bodyOf: (id: string) => object | undefined,
): OrderOperation => ({
  ...named,
  ask: ({ id }, order) => {
    const body = bodyOf(id);
    return { method, path: `${orders}/${order.id}${path}`, version: order.version, ...(body && { body }) };
  },
  claim: orderClaim,
});

const waiting = ['in-review', 'returned'];

/** What clients do to orders until they are paid. A new operation is a new line here, or in ending-operations.ts. */
export const payingOperations: readonly OrderOperation[] = [
  onOrder(
    { name: 'approve', weight: 9, by: 'reviewer', event: 'booking.order.approved.v1', states: ['in-review'] },
    'POST',
    '/approval',
    () => ({}),
  ),
  onOrder(
    { name: 'return', weight: 3, by: 'reviewer', event: 'booking.order.returned.v1', states: ['in-review'] },
    'POST',
    '/return',
    (id) => ({ reason: `Names are missing (${id})` }),
  ),
  onOrder(
    {
      name: 'resubmit',
      weight: 6,
      by: 'seller',
      event: 'booking.order.resubmitted.v1',
      states: ['returned'],
    },
    'POST',
    '/resubmission',
    () => ({}),
  ),
  onOrder(
    { name: 'withdraw', weight: 3, by: 'seller', event: 'booking.order.cancelled.v1', states: waiting },
    'DELETE',
    '',
    () => undefined,
  ),
  {
    ...{ name: 'edit', weight: 3, by: 'seller', event: 'booking.order.edited.v1', states: waiting },
    ask: ({ random }, { id, version, mark }) => ({
      ...{ method: 'PUT', path: `${orders}/${id}`, version },
      body: { counts: [{ category: 'adult', count: random.between(1, 3) }], note: mark },
    }),
    claim: orderClaim,
  },
  {
    name: 'pay',
    weight: 10,
    by: 'cashier',
    event: 'finance.payment.received.v1',
    states: ['awaiting-payment'],
    ask: ({ id, random, agency }, { id: orderId, total, paid }) => {
      const open = total - paid;
      // Some pay all at once, some in parts; the deposit is 30 %.
      const amount = random.next() < 0.5 ? open : (open + 2n) / 3n;
      return {
        method: 'POST',
        path: '/api/finance/v1/payments',
        body: {
          ...{ orderId, amount: { amount: amount.toString(), currency: 'CNY' } },
          ...{ method: 'cash', receivedOn: agency.yesterday, reference: id },
        },
      };
    },
    claim: (answer) => ({
      kind: 'payment',
      paymentId: String(answer['id']),
      orderId: String(answer['orderId']),
      amount: amountOf(answer['amount']),
    }),
  },
];

export function orderClaim(answer: Answer): Claim {
  return {
    kind: 'order',
    orderId: String(answer['id']),
    version: Number(answer['version']),
    state: String(answer['state']),
    total: amountOf(answer['total']),
    seats: Number(answer['seats']),
    number: String(answer['number']),
  };
}

export const amountOf = (money: unknown): string =>
  typeof money === 'object' && money !== null ? String(Reflect.get(money, 'amount')) : '';
