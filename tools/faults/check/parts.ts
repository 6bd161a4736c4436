import type { CancellationSeen, Facts, OrderSeen } from '../facts/facts.ts';

/** What of an order was cancelled while the rest went on. */
export interface CancelledParts {
  /** What they cost before, minor units. */
  readonly fee: bigint;
  readonly seats: number;
}

const nothing: CancelledParts = { fee: 0n, seats: 0 };

const together = (one: CancelledParts, { fee, seats }: CancelledParts): CancelledParts => ({
  fee: one.fee + fee,
  seats: one.seats + seats,
});

/** Of each order its cancelled parts, all in all: with what is left of it they are what it was before. */
export function cancelledParts({
  cancellations,
}: Pick<Facts, 'cancellations'>): (orderId: string) => CancelledParts {
  const sums = new Map<string, CancelledParts>();
  for (const one of cancellations)
    if (one.scope === 'part') sums.set(one.orderId, together(sums.get(one.orderId) ?? nothing, one));
  return (orderId) => sums.get(orderId) ?? nothing;
}

/** A cancellation, and what its order was right before it. */
export interface Cancelled {
  readonly cancellation: CancellationSeen;
  readonly before: CancelledParts;
}

/** Every cancellation of an order with what was left of it until then, the last first. An order that has ended keeps its last price and seats. */
export function withBefore(
  { total, seats }: Pick<OrderSeen, 'total' | 'seats'>,
  cancellations: readonly CancellationSeen[],
): Cancelled[] {
  let before: CancelledParts = { fee: total, seats };
  return cancellations.toReversed().map((cancellation) => {
    if (cancellation.scope === 'part') before = together(before, cancellation);
    return { cancellation, before };
  });
}
