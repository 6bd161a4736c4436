import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { recordCompensation } from '../compensations/record-compensation.ts';
import { postPenalty, type PenaltyChange } from './post-penalty.ts';

/**
 * Booking says what a customer owes for cancelling, all in all, and what the agency owes for it. What of the penalty has been received is revenue from
 * now on; the rest becomes it when it comes in.
 */
export const onPenaltyOwed = reaction(events.orderPenaltyOwed, async (uow, told) => {
  const { orderId, branchId, penalty, total, compensation } = told;
  const currency = penalty?.currency ?? compensation?.currency ?? '';
  const owed = { orderId, branchId, currency, penalty: penalty?.amount ?? 0n, total: total?.amount ?? 0n };
  await postPenalty(uow, await owe(uow, owed));
  if (compensation && compensation.amount > 0n) await recordCompensation(uow, { ...told, compensation });
});

interface Owing {
  readonly orderId: string;
  readonly branchId: string;
  readonly currency: string;
  readonly penalty: bigint;
  readonly total: bigint;
}

/** Opens the order's account where nothing was received yet. */
async function owe(
  uow: UnitOfWork,
  { orderId, branchId, currency, penalty, total }: Owing,
): Promise<PenaltyChange> {
  const [change] = await uow.rows<PenaltyChange>(
    `insert into finance.order_accounts (agency_id, order_id, branch_id, currency, total, received, penalty) values (?, ?, ?, ?, ?::bigint + ?::bigint, 0, ?)
     on conflict (agency_id, order_id) do update set penalty = excluded.penalty,
       penalty_posted = greatest(0, least(excluded.penalty, order_accounts.received - order_accounts.refunded))
     returning new.branch_id as "branchId", new.currency, coalesce(old.penalty_posted, 0)::text as before, new.penalty_posted::text as after`,
    [uow.agencyId, orderId, branchId, currency, total, penalty, penalty],
  );
  if (!change) throw new Error('the statement always gives one row');
  uow.audit({
    objectType: 'OrderAccount',
    objectId: orderId,
    change: 'update',
    after: { penalty: penalty.toString() },
  });
  return change;
}
