import type { CancellationSeen, Facts, OrderSeen, PaymentSeen, RefundSeen } from '../facts/facts.ts';
import type { Claim, Operation } from '../history/operation.ts';
import { cancelledParts, type CancelledParts } from './parts.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<
  Facts,
  'operations' | 'orders' | 'payments' | 'refunds' | 'cancellations' | 'departures' | 'waitingEntries'
>;

/** R1: everything acknowledged to a client is there, with the amount it was told, and nothing that was acknowledged has gone back. */
export function findLost({ operations, ...facts }: Looked): Violation[] {
  const { orders, payments, refunds } = facts;
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const paymentOf = new Map(payments.map((payment) => [payment.id, payment]));
  const refundOf = new Map(refunds.map((refund) => [refund.id, refund]));
  const cancellationOf = new Map(facts.cancellations.map((one) => [one.id, one]));
  const partsOf = cancelledParts(facts);
  const editedAt = lastEdits(operations);
  const differs = (claim: Claim): string | undefined => {
    switch (claim.kind) {
      case 'order':
        return orderDiffers(claim, orderOf.get(claim.orderId), {
          editedAt: editedAt.get(claim.orderId) ?? 0,
          parts: partsOf(claim.orderId),
        });
      case 'payment':
        return paymentDiffers(claim, paymentOf.get(claim.paymentId));
      case 'cancellation':
        return cancellationDiffers(
          claim,
          orderOf.get(claim.orderId),
          cancellationOf.get(claim.cancellationId),
        );
      case 'refund':
        return refundDiffers(claim, refundOf.get(claim.refundId));
      case 'transfer':
        return transferDiffers(claim, orderOf.get(claim.orderId));
      case 'departure':
        return departureDiffers(claim, facts.departures);
      case 'waiting':
        return entryDiffers(claim, facts.waitingEntries);
    }
  };
  return operations.flatMap((operation) =>
    operation.claims.slice(0, 1).flatMap((claim) => {
      const why = differs(claim);
      return why === undefined ? [] : [violation(`${nameOf(operation)}: ${why}`)];
    }),
  );
}

const nameOf = ({ name, id }: Operation) => `${name} ${id}`;

/** The version each order had after its last edit: what it came to before is no longer what it comes to. Of an edit nobody knows of, any may be. */
function lastEdits(operations: Looked['operations']): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { name, orderId, outcome, claims } of operations) {
    if (name !== 'edit' || orderId === undefined || outcome === 'failed') continue;
    const [claim] = claims;
    const version = claim?.kind === 'order' ? claim.version : Infinity;
    last.set(orderId, Math.max(last.get(orderId) ?? 0, version));
  }
  return last;
}

/** What an order has become since: what it came to before its last edit is forgotten, what was cancelled of it is told beside it. */
interface Since {
  readonly editedAt: number;
  readonly parts: CancelledParts;
}

function orderDiffers(
  claim: Claim & { kind: 'order' },
  order: OrderSeen | undefined,
  { editedAt, parts }: Since,
): string | undefined {
  if (!order) return `order ${claim.orderId} is gone`;
  const [total, seats] = [order.total + parts.fee, order.seats + parts.seats];
  if (claim.version >= editedAt && total !== BigInt(claim.total))
    return `told ${claim.total}, stored ${total}`;
  if (claim.version >= editedAt && seats !== claim.seats) return `told ${claim.seats} seats, stored ${seats}`;
  if (order.number !== claim.number) return `told number ${claim.number}, stored ${order.number}`;
  if (order.version < claim.version) return `told version ${claim.version}, stored ${order.version}`;
  if (order.version === claim.version && order.state !== claim.state)
    return `told ${claim.state}, stored ${order.state}`;
  return undefined;
}

function paymentDiffers(
  claim: Claim & { kind: 'payment' },
  payment: PaymentSeen | undefined,
): string | undefined {
  if (!payment) return `payment ${claim.paymentId} is gone`;
  if (payment.amount !== BigInt(claim.amount)) return `told ${claim.amount}, stored ${payment.amount}`;
  return payment.orderId === claim.orderId
    ? undefined
    : `told for ${claim.orderId}, stored for another order`;
}

function cancellationDiffers(
  told: Claim & { kind: 'cancellation' },
  order: OrderSeen | undefined,
  stored: CancellationSeen | undefined,
): string | undefined {
  if (!order) return `order ${told.orderId} is gone`;
  if (told.scope === 'order' && order.state !== 'cancelled') return `told cancelled, stored ${order.state}`;
  if (order.version < told.version) return `told version ${told.version}, stored ${order.version}`;
  if (!stored) return `cancellation ${told.cancellationId} is gone`;
  if (stored.penalty !== BigInt(told.penalty))
    return `told a penalty of ${told.penalty}, stored ${stored.penalty}`;
  return stored.fee === BigInt(told.fee) && stored.seats === told.seats && stored.scope === told.scope
    ? undefined
    : `told ${told.seats} seats for ${told.fee} (${told.scope}), stored ${stored.seats} for ${stored.fee} (${stored.scope})`;
}

function refundDiffers(
  { refundId, amount }: Claim & { kind: 'refund' },
  refund: RefundSeen | undefined,
): string | undefined {
  if (!refund) return `refund ${refundId} is gone`;
  if (refund.state !== 'paid') return `told paid, stored ${refund.state}`;
  return refund.amount === BigInt(amount) ? undefined : `told ${amount}, stored ${refund.amount}`;
}

/** A choice is made once an order and departure, and nobody leaves where people are moved to. */
const transferDiffers = (
  { orderId, departureId }: Claim & { kind: 'transfer' },
  order: OrderSeen | undefined,
): string | undefined => {
  if (!order) return `order ${orderId} is gone`;
  return order.departureId === departureId ? undefined : `told departure ${departureId}, stored another`;
};

const departureDiffers = (
  { departureId }: Claim & { kind: 'departure' },
  departures: Facts['departures'],
): string | undefined => {
  const state = departures.find(({ id }) => id === departureId)?.state;
  return state === 'cancelled' ? undefined : `told cancelled, stored ${state}`;
};

function entryDiffers(
  { entryId, version }: Claim & { kind: 'waiting' },
  entries: Facts['waitingEntries'],
): string | undefined {
  const entry = entries.find(({ id }) => id === entryId);
  if (!entry) return `waiting entry ${entryId} is gone`;
  return entry.version < version ? `told version ${version}, stored ${entry.version}` : undefined;
}
