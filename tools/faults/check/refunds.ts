import { hasEnded, type Facts } from '../facts/facts.ts';
import { withBefore } from './parts.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<Facts, 'orders' | 'payments' | 'refunds' | 'cancellations' | 'penaltyShare'>;

const sumBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string, of: (item: Item) => bigint) => {
  const sums = new Map<string, bigint>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0n) + of(item));
  return sums;
};

/**
 * Of an order that has ended, what went back and what is kept of it are what was paid, and what is kept is the penalty, or all where that is more.
 * Of one that stands goes back what was paid beyond the price of what is left of it and the penalties for what is not. Each cancellation, of all or of a
 * part, is reckoned by the agency's policy. No payment gives back more than it was, and nothing that is due stays unpaid.
 */
export const findRefundsOff = (facts: Looked): Violation[] => [
  ...wrongSums(facts),
  ...wronglyReckoned(facts),
  ...beyondPayments(facts),
  ...facts.refunds
    .filter(({ state }) => state !== 'paid')
    .map(({ id, state }) => violation(`refund ${id} is ${state}, and never paid`)),
];

function wrongSums({ orders, payments, refunds, cancellations }: Looked): Violation[] {
  const live = payments.filter(({ state }) => state === 'received');
  const received = sumBy(
    live,
    ({ orderId }) => orderId,
    ({ amount }) => amount,
  );
  const gone = sumBy(
    refunds,
    ({ orderId }) => orderId,
    ({ amount }) => amount,
  );
  const penalties = sumBy(
    cancellations,
    ({ orderId }) => orderId,
    ({ penalty }) => penalty,
  );
  return orders.flatMap(({ id, state, total }) => {
    const [paid, back, penalty] = [received, gone, penalties].map((sums) => sums.get(id) ?? 0n) as [
      bigint,
      bigint,
      bigint,
    ]; // three of three
    const kept = penalty + (hasEnded(state) ? 0n : total);
    const due = paid > kept ? paid - kept : 0n;
    return back === due
      ? []
      : [
          violation(
            `order ${id} (${state}): paid ${paid}, penalty ${penalty}, refunded ${back} instead of ${due}`,
          ),
        ];
  });
}

/** What was cancelled cost its share of the order's price, the customer owes the policy's share of that, and what was paid for it is kept or goes back. */
function wronglyReckoned({ orders, cancellations, penaltyShare }: Looked): Violation[] {
  const byOrder = Map.groupBy(cancellations, ({ orderId }) => orderId);
  return orders.flatMap((order) =>
    withBefore(order, byOrder.get(order.id) ?? []).flatMap(({ cancellation: one, before }) => {
      const penalty = one.cause === 'customer' ? (one.fee * BigInt(penaltyShare)) / 10_000n : 0n;
      const kept = penalty < one.paid ? penalty : one.paid;
      // A discount is shared out in whole minor units, rounded down: what was cancelled bears less than one of them a seat too much.
      const off = one.fee * BigInt(before.seats) - before.fee * BigInt(one.seats);
      const right = one.penalty === penalty && one.kept === kept && one.kept + one.refund === one.paid;
      if (right && off >= 0n && off < BigInt(before.seats)) return [];
      const sums = `penalty ${one.penalty}, paid ${one.paid}, kept ${one.kept}, back ${one.refund}`;
      return [
        violation(
          `cancellation ${one.id} (${one.cause}): ${one.seats} of ${before.seats} seats for ${one.fee} of ${before.fee}, ${sums}`,
        ),
      ];
    }),
  );
}

function beyondPayments({ payments, refunds }: Looked): Violation[] {
  const back = sumBy(
    refunds,
    ({ paymentId }) => paymentId,
    ({ amount }) => amount,
  );
  return payments.flatMap(({ id, amount }) => {
    const gone = back.get(id) ?? 0n;
    return gone > amount ? [violation(`payment ${id}: ${gone} refunded of ${amount}`)] : [];
  });
}
