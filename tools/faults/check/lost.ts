import type { Facts, OrderSeen, PaymentSeen } from '../facts/facts.ts';
import type { Claim, Operation } from '../history/operation.ts';
import { violation, type Violation } from './violation.ts';

/** R1: everything acknowledged to a client is there, with the amount it was told, and nothing that was acknowledged has gone back. */
export function findLost({
  operations,
  orders,
  payments,
}: Pick<Facts, 'operations' | 'orders' | 'payments'>): Violation[] {
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const paymentOf = new Map(payments.map((payment) => [payment.id, payment]));
  return operations.flatMap((operation) =>
    operation.claims.slice(0, 1).flatMap((claim) => {
      const why =
        claim.kind === 'order'
          ? orderDiffers(claim, orderOf.get(claim.orderId))
          : paymentDiffers(claim, paymentOf.get(claim.paymentId));
      return why === undefined ? [] : [violation(`${nameOf(operation)}: ${why}`)];
    }),
  );
}

const nameOf = ({ name, id }: Operation) => `${name} ${id}`;

function orderDiffers(claim: Claim & { kind: 'order' }, order: OrderSeen | undefined): string | undefined {
  if (!order) return `order ${claim.orderId} is gone`;
  if (order.total !== BigInt(claim.total)) return `told ${claim.total}, stored ${order.total}`;
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
