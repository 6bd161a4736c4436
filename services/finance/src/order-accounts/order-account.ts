import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { UnitOfWork } from '@yitu/persistence';
import type { OrderFacts } from '../orders.ts';
import { postPenalty, type PenaltyChange } from '../penalties/post-penalty.ts';

/** What an order is worth and what has been received for it, refunds not taken off. These sums are changed by statements only, never through this entity. */
export const OrderAccount = defineEntity({
  name: 'OrderAccount',
  tableName: 'order_accounts',
  properties: {
    agencyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    branchId: p.uuid(),
    /** Whose order it is; null until a payment or a page has asked booking. */
    customerId: p.uuid().nullable(),
    currency: p.string(),
    total: p.bigint(),
    received: p.bigint(),
    refunded: p.bigint(),
    /** What is owed for cancelling, and what of it has been received. */
    penalty: p.bigint(),
    penaltyPosted: p.bigint(),
  },
});

export type OrderAccount = InferEntity<typeof OrderAccount>;

/**
 * Locks an order's account until the transaction ends, opening it when it is new: of two payments at once the second sees what the first received.
 * @returns minor units received so far, what goes or has gone back taken off
 */
export async function lockOrderAccount(
  uow: UnitOfWork,
  { orderId, branchId, customerId, total, penalty }: OrderFacts,
): Promise<bigint> {
  const [row] = await uow.rows<{ received: string }>(
    `insert into finance.order_accounts (agency_id, order_id, branch_id, customer_id, currency, total, received) values (?, ?, ?, ?, ?, ?, 0)
     on conflict (agency_id, order_id) do update
       set customer_id = excluded.customer_id, total = excluded.total, beyond_total = greatest(order_accounts.beyond_total, order_accounts.received - excluded.total)
     returning (received - refunded)::text as received`,
    [uow.agencyId, orderId, branchId, customerId, total.currency, total.amount + (penalty?.amount ?? 0n)],
  );
  if (!row) throw new Error('the statement always gives one row');
  return BigInt(row.received);
}

/**
 * Adds to what has been received for a locked account; what of it belongs to a penalty is revenue. The table refuses what is beyond the order's total.
 * @param amount minor units, below zero for a payment taken back @param beyond whether more than the total is meant to be taken
 */
export async function addReceived(
  uow: UnitOfWork,
  orderId: string,
  amount: bigint,
  beyond = false,
): Promise<void> {
  const [change] = await uow.rows<PenaltyChange>(
    `update finance.order_accounts set received = received + ?::bigint,
       beyond_total = case when ?::boolean then greatest(beyond_total, received + ?::bigint - total) else beyond_total end,
       penalty_posted = greatest(0, least(penalty, received + ?::bigint - refunded))
     where agency_id = ? and order_id = ?
     returning branch_id as "branchId", currency, old.penalty_posted::text as before, new.penalty_posted::text as after`,
    [amount, beyond, amount, amount, uow.agencyId, orderId],
  );
  if (change) await postPenalty(uow, change);
}
