import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { penaltiesOf } from '../cancellations/owed.ts';
import { claimRefund } from '../cancellations/refund-claim.ts';
import { reverseCommission } from '../commissions/record-commission.ts';
import { giveBackOfOrder, giveBackReserved } from '../coupons/redeem.ts';
import { releaseCredit } from '../credit/use-credit.ts';
import { giveSeatsBack } from '../waiting-list/give-seats-back.ts';
import type { Order } from './order.ts';

/** Why an approved order is cancelled, what its customer owes for that, and what is kept of it all in all, in minor units. */
export interface Ending {
  readonly cause: string;
  readonly penalty: bigint;
  readonly kept: bigint;
  /** By rule, since the customer of a called-off departure had not chosen in time. */
  readonly unchosen?: boolean | undefined;
}

/**
 * Ends an order before its trip and gives its seats back to the departure. Called once an order, by whoever holds its lock and has seen that it
 * still waits or is booked; the departure's row is locked last. What was paid for an order that expires is due to go back.
 * @param ending of an approved order, or by what becomes of its departure; one without is withdrawn or expires
 */
export async function endOrder(
  uow: UnitOfWork,
  order: Order,
  state: 'cancelled' | 'expired',
  ending?: Ending,
): Promise<void> {
  order.state = state;
  order.holdExpiresAt = null;
  const { id: orderId, branchId, departureId, seats, total: amount, currency } = order;
  const ended = { orderId, branchId, departureId, seats, total: { amount, currency } };
  uow.publishLater(orderId, events.orderTakingsEndDue, { orderId }, uow.now);
  if (state === 'expired') uow.publish(order, events.orderExpired, ended);
  else
    uow.publish(order, events.orderCancelled, {
      ...ended,
      cause: ending?.cause ?? 'withdrawn',
      penalty: ending && { amount: ending.penalty, currency },
      refund: ending && { amount: beyond(order.paid, ending.kept), currency },
      unchosen: ending?.unchosen ?? false,
    });
  if (state === 'expired' && (order.reviewerId || order.paid > 0n)) await refundExpired(uow, order);
  if (ending) await reverseCommission(uow, orderId, ending.kept);
  await releaseCredit(uow, orderId);
  await (isUnused(ending) ? giveBackOfOrder(uow, orderId) : giveBackReserved(uow, orderId));
  await giveSeatsBack(uow, departureId, seats);
}

/**
 * Of an approved order that expires all goes back but what is owed for parts that were cancelled before: what was kept for its rest is kept no longer,
 * also of what is paid after it. Of one that nobody has looked at nothing was cancelled.
 */
async function refundExpired(uow: UnitOfWork, order: Order): Promise<void> {
  const owed = (await penaltiesOf(uow, [order.id])).get(order.id);
  if (order.paid === 0n && !owed) return;
  const kept = owed ? owed.penalties + owed.withheld : 0n;
  await claimRefund(uow, order, { paid: order.paid, kept, reason: 'expired' });
}

const beyond = (paid: bigint, kept: bigint): bigint => (paid > kept ? paid - kept : 0n);

/** Whether the customer had nothing of the order, and not by their own doing: then its coupons can be used again. */
const isUnused = (ending: Ending | undefined): boolean =>
  ending === undefined || !['customer', 'unpaid', 'no-show'].includes(ending.cause);
