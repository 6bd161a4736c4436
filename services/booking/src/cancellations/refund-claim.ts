import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from '../orders/order.ts';
import { calendarOf } from '../working-days/public-holidays.ts';
import { afterWorkingDays } from '../working-days/working-days.ts';
import { policyOfOrder } from '../cancellation-policies/policy-of.ts';

/** What is to be paid back for an order, and what has been, in minor units. */
export interface RefundClaim {
  readonly due: bigint;
  readonly refunded: bigint;
}

interface Change {
  readonly before: string;
  readonly after: string;
  readonly kept: string;
  readonly refunded: string;
}

interface Claiming {
  /** Minor units received for the order by now, nothing taken off that went back. */
  readonly paid: bigint;
  /** Minor units; with a cancellation or the hold's end what is kept of the order from then on, for a later payment only where nothing was claimed before. */
  readonly kept: bigint;
  readonly reason: 'cancelled' | 'expired' | 'overpaid' | 'paid-after-end';
  /** Who cancelled: they do not approve the refund. */
  readonly cancelledBy?: string | undefined;
}

/**
 * Everything paid for an order beyond what is kept is due to go back. What has become due by this is told to finance, once: the order is locked by
 * the caller, and one statement says what was due before and what is now. When less is due than before (a payment was taken back), nobody is told;
 * finance has seen that itself and refunds nothing it has not got.
 */
export async function claimRefund(uow: UnitOfWork, order: Order, claiming: Claiming): Promise<RefundClaim> {
  const { id, branchId, authorId, currency } = order;
  const { paid, kept, reason, cancelledBy = '' } = claiming;
  const policy = await policyOfOrder(uow, order);
  const { date } = afterWorkingDays(
    await agencyToday(uow),
    policy.refundWithinWorkingDays,
    await calendarOf(uow),
  );
  const ends = reason === 'cancelled' || reason === 'expired';
  const [change] = await uow.rows<Change>(
    `insert into booking.refund_claims (agency_id, order_id, branch_id, author_id, currency, kept, due, due_on)
     values (?, ?, ?, ?, ?, ?::bigint, greatest(0, ?::bigint - ?::bigint), ?)
     on conflict (agency_id, order_id) do update set due_on = excluded.due_on,
       kept = case when ?::boolean then excluded.kept else refund_claims.kept end,
       due = greatest(0, ?::bigint - case when ?::boolean then excluded.kept else refund_claims.kept end)
     returning coalesce(old.due, 0)::text as before, new.due::text as after, new.kept::text as kept, new.refunded::text as refunded`,
    [uow.agencyId, id, branchId, authorId, currency, kept, paid, kept, date, ends, paid, ends],
  );
  if (!change) throw new Error('the statement always gives one row');
  const { before, after } = change;
  uow.audit({
    ...{ objectType: 'RefundClaim', objectId: id, change: 'update' },
    ...{ before: { due: before }, after: { due: after } },
  });
  const amount = BigInt(after) - BigInt(before);
  if (amount > 0n)
    uow.publish(order, events.orderRefundDue, {
      ...{ orderId: id, branchId, refundDueId: newId(), dueOn: date, reason, cancelledBy },
      amount: { amount, currency },
      kept: { amount: BigInt(change.kept), currency },
    });
  return { due: BigInt(after), refunded: BigInt(change.refunded) };
}

/** What is known of the refund of an order; nothing where nothing is claimed. */
export async function refundClaimOf(uow: UnitOfWork, orderId: string): Promise<RefundClaim> {
  const [row] = await uow.rows<{ due: string; refunded: string }>(
    'select due::text, refunded::text from booking.refund_claims where agency_id = ? and order_id = ?',
    [uow.agencyId, orderId],
  );
  return { due: BigInt(row?.due ?? 0), refunded: BigInt(row?.refunded ?? 0) };
}
