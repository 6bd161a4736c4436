import type { Facts, OrderSeen, PaymentSeen, RefundSeen } from '../facts/facts.ts';
import type { Claim, Operation } from '../history/operation.ts';
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
  const penalties = penaltiesOf(facts);
  const editedAt = lastEdits(operations);
  const differs = (claim: Claim): string | undefined => {
    switch (claim.kind) {
      case 'order':
        return orderDiffers(claim, orderOf.get(claim.orderId), editedAt.get(claim.orderId));
      case 'payment':
        return paymentDiffers(claim, paymentOf.get(claim.paymentId));
      case 'cancellation':
        return cancellationDiffers(claim, orderOf.get(claim.orderId), penalties.get(claim.orderId));
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

function orderDiffers(
  claim: Claim & { kind: 'order' },
  order: OrderSeen | undefined,
  editedAt = 0,
): string | undefined {
  if (!order) return `order ${claim.orderId} is gone`;
  if (claim.version >= editedAt && order.total !== BigInt(claim.total))
    return `told ${claim.total}, stored ${order.total}`;
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

const penaltiesOf = ({ cancellations }: Pick<Facts, 'cancellations'>) =>
  new Map(cancellations.map(({ orderId, penalty }) => [orderId, penalty]));

function cancellationDiffers(
  { orderId, version, penalty: told }: Claim & { kind: 'cancellation' },
  order: OrderSeen | undefined,
  penalty: bigint | undefined,
): string | undefined {
  if (!order) return `order ${orderId} is gone`;
  if (order.state !== 'cancelled') return `told cancelled, stored ${order.state}`;
  if (order.version < version) return `told version ${version}, stored ${order.version}`;
  return penalty === BigInt(told) ? undefined : `told a penalty of ${told}, stored ${penalty}`;
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
