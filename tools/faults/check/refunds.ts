import { hasEnded, type Facts } from '../facts/facts.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<Facts, 'orders' | 'payments' | 'refunds' | 'cancellations'>;

const sumBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string, of: (item: Item) => bigint) => {
  const sums = new Map<string, bigint>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0n) + of(item));
  return sums;
};

/**
 * Of an order that has ended, what went back and what is kept of it are what was paid, and what is kept is the penalty, or all where that is more.
 * Nothing goes back of one that stands. No payment gives back more than it was, and nothing that is due stays unpaid.
 */
export const findRefundsOff = (facts: Looked): Violation[] => [
  ...wrongSums(facts),
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
  return orders.flatMap(({ id, state }) => {
    const [paid, back, penalty] = [received, gone, penalties].map((sums) => sums.get(id) ?? 0n) as [
      bigint,
      bigint,
      bigint,
    ]; // three of three
    const due = hasEnded(state) && paid > penalty ? paid - penalty : 0n;
    return back === due
      ? []
      : [
          violation(
            `order ${id} (${state}): paid ${paid}, penalty ${penalty}, refunded ${back} instead of ${due}`,
          ),
        ];
  });
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
