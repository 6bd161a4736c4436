import type { Claim } from '../history/operation.ts';
import {
  amountOf,
  orders,
  type Answer,
  type KnownOrder,
  type OrderOperation,
  type Wish,
} from './operations.ts';

interface Looked {
  readonly version: number;
  readonly state: string;
  readonly departureId: string;
}

const standing = ['awaiting-payment', 'confirmed'];
const paidFor = ['awaiting-payment', 'paid'];

/** An order as it is now: payments have moved it since. Nothing where it does not stand any more. */
async function standingNow({ agency }: Wish, { id, seller }: KnownOrder): Promise<Looked | undefined> {
  const now = await agency.people[seller].api().get<Looked>(`${orders}/${id}`);
  return standing.includes(now.state) ? now : undefined;
}

const isCalledOff: NonNullable<OrderOperation['possible']> = ({ departureId }, { calledOff }) =>
  calledOff.has(departureId);

/** What the customer has said to the choice. */
const consentOf = ({ id, agency }: Wish) => ({
  ...{ by: 'telephone', text: `Agreed (${id})`, on: agency.yesterday },
});

/** Where the customers of a departure that does not take place go: nowhere for their money back. */
const choose = (name: string, weight: number, choice: 'transfer' | 'refund'): OrderOperation => ({
  ...{ name, weight, by: 'seller', event: 'booking.order.group-choice-recorded.v1', states: paidFor },
  possible: isCalledOff,
  ask: async (wish, order) => {
    const now = await standingNow(wish, order);
    if (!now || !wish.agency.calledOff.has(now.departureId)) return undefined;
    const open = wish.agency.departures.filter(({ doomed }) => !doomed);
    const target = choice === 'transfer' && { targetDepartureId: wish.random.pick(open).id };
    return {
      ...{ method: 'POST', path: `${orders}/${order.id}/group-choices`, version: now.version },
      body: { choice, ...target, consent: consentOf(wish) },
    };
  },
  claim: (answer) => ({
    ...{ kind: 'transfer', orderId: String(answer['orderId']) },
    departureId: String(answer['targetDepartureId'] ?? answer['departureId']),
  }),
});

const claimCancellation = (answer: Answer): Claim => ({
  ...{ kind: 'cancellation', cancellationId: String(answer['id']), orderId: String(answer['orderId']) },
  ...{ scope: answer['scope'] === 'part' ? 'part' : 'order', version: Number(answer['orderVersion']) },
  penalty: amountOf(answer['penalty']),
  ...cancelledOf(answer['reckoning'] as Reckoning), // by the schema of the operation
});

/** What of an order was cancelled, as its reckoning says it. */
interface Reckoning {
  readonly fee: { readonly amount: string };
  readonly parts: readonly { readonly count: number }[];
}

/** All travellers of the load are adults: each of them has a seat. */
export const cancelledOf = ({ fee, parts }: Reckoning): { fee: string; seats: number } => ({
  fee: fee.amount,
  seats: parts.reduce((sum, { count }) => sum + count, 0),
});

interface Due {
  readonly id: string;
  readonly version: number;
}

/** What is due to go back for an order, and waits for the money to be sent. */
export async function dueRefunds(
  { agency }: Pick<Wish, 'agency'>,
  orderId?: string,
): Promise<readonly Due[]> {
  const of = orderId === undefined ? '' : `&orderId=${orderId}`;
  const path = `/api/finance/v1/refunds?state=due&limit=100${of}`;
  return (await agency.people.cashier.api().get<{ refunds: Due[] }>(path)).refunds;
}

/** The mark stands on the refund: a second one is seen. */
export const payBack = ({ id: mark, agency }: Pick<Wish, 'id' | 'agency'>, { id, version }: Due) => ({
  ...({ method: 'POST', path: `/api/finance/v1/refunds/${id}/payment`, version } as const),
  body: { paidOn: agency.yesterday, reference: mark },
});

export const refund: OrderOperation = {
  ...{ name: 'refund', weight: 20, by: 'cashier', event: 'finance.refund.paid.v1' },
  states: ['cancelled', 'paid'],
  possible: ({ state, paid, total }) => state === 'cancelled' || paid > total,
  ask: async (wish, order) => {
    const [first] = await dueRefunds(wish, order.id);
    return first && payBack(wish, first);
  },
  claim: (answer: Answer) => ({
    ...{ kind: 'refund', refundId: String(answer['id']), orderId: String(answer['orderId']) },
    ...{ version: Number(answer['version']), amount: amountOf(answer['amount']) },
  }),
};

/** What clients do to orders that they have to do with money, and to what is left of them. */
export const endingOperations: readonly OrderOperation[] = [
  {
    ...{ name: 'cancel', weight: 3, by: 'seller', event: 'booking.order.cancelled.v1', states: paidFor },
    ask: async (wish, order) => {
      const now = await standingNow(wish, order);
      if (!now || wish.agency.calledOff.has(now.departureId)) return undefined;
      const body = { reason: `Cannot come (${wish.id})` };
      return { method: 'POST', path: `${orders}/${order.id}/cancellation`, version: now.version, body };
    },
    claim: claimCancellation,
  },
  {
    // Never the last of them: with the last traveller the whole order would end.
    ...{ name: 'part-cancel', weight: 3, by: 'seller', event: 'booking.order.part-cancelled.v1' },
    states: paidFor,
    possible: ({ seats }) => seats > 1,
    ask: async (wish, order) => {
      const now = await standingNow(wish, order);
      if (!now || wish.agency.calledOff.has(now.departureId)) return undefined;
      const part = { category: 'adult', count: wish.random.between(1, order.seats - 1) };
      return {
        ...{ method: 'POST', path: `${orders}/${order.id}/part-cancellation`, version: now.version },
        body: { reason: `Fewer of us come (${wish.id})`, part },
      };
    },
    claim: claimCancellation,
  },
  choose('transfer', 30, 'transfer'),
  choose('give-up', 10, 'refund'),
  refund,
];
