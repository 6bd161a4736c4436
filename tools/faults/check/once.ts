import type { Facts } from '../facts/facts.ts';
import type { Attempt, Operation } from '../history/operation.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<
  Facts,
  'operations' | 'orders' | 'departures' | 'payments' | 'refunds' | 'cancellations' | 'events'
>;

/** What was asked once has happened at most once, what was refused has not, and one Idempotency-Key has one answer. */
export const findDoubled = (facts: Looked): Violation[] => [
  ...madeTwice(facts),
  ...madeThoughRefused(facts),
  ...nobodyAsked(facts),
  ...facts.operations.flatMap(answeredDifferently),
];

/** By the mark of the operation that made them. */
function marks({ orders, payments, refunds, cancellations }: Looked): Map<string, number> {
  const count = new Map<string, number>();
  for (const { mark } of [...orders, ...payments, ...refunds, ...cancellations])
    count.set(mark, (count.get(mark) ?? 0) + 1);
  return count;
}

function madeTwice(facts: Looked): Violation[] {
  const count = marks(facts);
  return facts.operations.flatMap(({ id, name }) => {
    const times = count.get(id) ?? 0;
    return times > 1 ? [violation(`${name} ${id} has happened ${times} times`, times - 1)] : [];
  });
}

function madeThoughRefused(facts: Looked): Violation[] {
  const count = marks(facts);
  return facts.operations
    .filter(({ id, outcome }) => outcome === 'failed' && count.has(id))
    .map(({ id, name }) => violation(`${name} ${id} was refused and has happened`));
}

/** Every step of an order that only people take was asked for: by an operation that was done, or may have been. */
function nobodyAsked({ operations, orders, departures, events }: Looked): Violation[] {
  const byPeople = new Set(operations.map(({ event }) => event));
  const asked = new Map<string, number>();
  for (const { event, orderId, outcome } of operations)
    if (orderId !== undefined && outcome !== 'failed')
      asked.set(`${event} ${orderId}`, (asked.get(`${event} ${orderId}`) ?? 0) + 1);
  // Whoever calls off a departure asks for the end of its orders: those without money end by themselves, others when their customer wants it back.
  const calledOff = calledOffBySomebody({ operations, departures });
  for (const { id } of orders.filter(({ departureId }) => calledOff.has(departureId))) {
    const step = `booking.order.cancelled.v1 ${id}`;
    asked.set(step, (asked.get(step) ?? 0) + 1);
  }
  const steps = events.filter(({ type, version }) => type.startsWith('booking.order.') && version > 1);
  const happened = Map.groupBy(
    steps.filter(({ type }) => byPeople.has(type)),
    ({ type, aggregateId }) => `${type} ${aggregateId}`,
  );
  return [...happened].flatMap(([step, list]) => {
    const times = new Set(list.map(({ id }) => id)).size - (asked.get(step) ?? 0);
    return times > 0 ? [violation(`${step}: happened ${times} times more than asked`, times)] : [];
  });
}

/** Departures that somebody was told they have called off; where nobody knows whether they have, all that are. */
function calledOffBySomebody({ operations, departures }: Pick<Looked, 'operations' | 'departures'>) {
  const told = operations.flatMap(({ claims: [claim] }) =>
    claim?.kind === 'departure' ? [claim.departureId] : [],
  );
  const perhaps = operations.some(({ name, outcome }) => name === 'call-off' && outcome === 'unknown');
  const gone = departures.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
  return new Set(perhaps ? [...told, ...gone] : told);
}

/** What seats, coupons and credit that come and go make of the same question a moment later. */
const passing = [
  ...['booking/not-enough-seats', 'booking/seats-available'],
  ...['booking/coupons-used-up', 'booking/coupon-does-not-apply', 'booking/credit-exceeded'],
];

/** No refusal is kept under its key: of two equal requests at once the first may find none, and the second what has come free since. */
const wasShort = ({ said, endedAtMs }: Attempt, doneAtMs: number): boolean =>
  passing.includes(said) && endedAtMs <= doneAtMs;

function answeredDifferently({ id, name, outcome, attempts, claims }: Operation): Violation[] {
  const differing = new Set(claims.map((claim) => JSON.stringify(claim))).size - 1;
  const lastDone = Math.max(
    ...attempts.filter(({ status }) => status >= 200 && status < 300).map(({ endedAtMs }) => endedAtMs),
  );
  const refusals = attempts.filter(
    (one) =>
      one.status >= 400 &&
      one.status < 500 &&
      one.status !== 401 &&
      one.status !== 429 &&
      !wasShort(one, lastDone),
  );
  return [
    ...(differing > 0 ? [violation(`${name} ${id}: ${differing + 1} different answers to one key`)] : []),
    ...(outcome === 'ok' && refusals.length > 0
      ? [violation(`${name} ${id}: done, and yet refused with ${refusals[0]?.said} under the same key`)]
      : []),
  ];
}
