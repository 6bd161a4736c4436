import type { UnitOfWork } from '@yitu/persistence';
import { penaltiesOf } from '../cancellations/owed.ts';
import type { Order } from '../orders/order.ts';
import { nothingWithoutLimit } from '../rules/credit-rules.ts';
import { creditErrors } from './errors.ts';

type Credited = Pick<Order, 'id' | 'branchId' | 'currency' | 'total' | 'paid'>;

/**
 * An approved order uses the credit of its franchise branch until it is paid in full or ends. One statement counts it, where the limit leaves so much: of
 * two approvals at once the second finds what the first has used. The branch's row is locked until the end of the transaction, so this comes last. Other
 * branches have no credit to use; a branch with a limit in one currency has none in others, one without any has what the rules say.
 * @throws booking/credit-exceeded with what is left
 */
export async function useCredit(uow: UnitOfWork, order: Credited): Promise<void> {
  const { id, branchId, currency, total, paid } = order;
  if (paid >= total) return;
  await uow.em.flush(); // the order is stored before what it uses
  const [row] = await uow.rows<{ franchise: boolean; used: boolean }>(
    `with rule as (
       select ${nothingWithoutLimit} as nothing
     ), branch as (
       select agency_id, id from booking.branches where agency_id = ? and id = ? and kind = 'franchise'
     ), used as (
       insert into booking.branch_credits (agency_id, branch_id, currency, used)
       select agency_id, id, ?::text, ?::bigint from branch, rule
       where exists (select from booking.branch_credits mine where mine.agency_id = branch.agency_id and mine.branch_id = branch.id and mine.currency = ?
           and (mine.credit_limit is not null or not nothing))
         or not nothing and not exists (select from booking.branch_credits other
           where other.agency_id = branch.agency_id and other.branch_id = branch.id and other.credit_limit is not null)
       on conflict (agency_id, branch_id, currency) do update set used = branch_credits.used + excluded.used
         where branch_credits.credit_limit is null or branch_credits.used + excluded.used <= branch_credits.credit_limit
       returning agency_id, branch_id, currency
     ), noted as (
       insert into booking.credit_uses (agency_id, order_id, branch_id, currency, amount)
       select agency_id, ?::uuid, branch_id, currency, ?::bigint from used
     )
     select exists (select from branch) as franchise, exists (select from used) as used`,
    [uow.agencyId, uow.agencyId, branchId, currency, total, currency, id, total],
  );
  if (!row?.franchise || row.used) return;
  throw await exceeded(uow, order);
}

/** Read by a statement of its own, which sees what others have used meanwhile. */
async function exceeded(uow: UnitOfWork, { branchId, currency, total }: Credited) {
  const [row] = await uow.rows<{ left: string }>(
    `select greatest(credit_limit - used, 0)::text as left from booking.branch_credits where agency_id = ? and branch_id = ? and currency = ?`,
    [uow.agencyId, branchId, currency],
  );
  const left = row?.left ?? '0';
  const message = { zh: `剩余额度 ${left}（最小货币单位）`, en: `leaves ${left} minor units of ${currency}` };
  return creditErrors.creditExceeded(
    { total: `${total} ${currency}`, left: `${left} ${currency}` },
    { fields: [{ field: '/params/orderId', rule: 'credit-limit', message }] },
  );
}

/** Gives back what an order used, once: when it is paid in full, is cancelled or expires. The order is locked. */
export async function releaseCredit(uow: UnitOfWork, orderId: string): Promise<void> {
  await uow.rows(
    `with released as (
       update booking.credit_uses set released_at = ? where agency_id = ? and order_id = ? and released_at is null
       returning agency_id, branch_id, currency, amount
     )
     update booking.branch_credits set used = used - released.amount from released
     where branch_credits.agency_id = released.agency_id and branch_credits.branch_id = released.branch_id and branch_credits.currency = released.currency`,
    [uow.now.toString(), uow.agencyId, orderId],
  );
}

/** Less is owed for an order: it uses less from now on. The order is locked. @param total minor units that are left of it, with what is owed for its cancelled parts */
export async function lowerCredit(uow: UnitOfWork, orderId: string, total: bigint): Promise<void> {
  await uow.rows(
    `with lowered as (
       select agency_id, order_id, branch_id, currency, amount, released_at from booking.credit_uses where agency_id = ? and order_id = ? and amount > ?
     ), noted as (
       update booking.credit_uses set amount = ? from lowered
       where credit_uses.agency_id = lowered.agency_id and credit_uses.order_id = lowered.order_id
     )
     update booking.branch_credits set used = used - (lowered.amount - ?::bigint) from lowered
     where lowered.released_at is null and branch_credits.agency_id = lowered.agency_id and branch_credits.branch_id = lowered.branch_id
       and branch_credits.currency = lowered.currency`,
    [uow.agencyId, orderId, total, total, total],
  );
}

/**
 * An order that was paid in full no longer is, since a payment was taken back: it uses credit again. Nobody is asked whether there is any: the order is
 * approved.
 */
async function useAgain(uow: UnitOfWork, orderId: string): Promise<void> {
  await uow.rows(
    `with again as (
       update booking.credit_uses set released_at = null where agency_id = ? and order_id = ? and released_at is not null
       returning agency_id, branch_id, currency, amount
     )
     update booking.branch_credits set used = used + again.amount from again
     where branch_credits.agency_id = again.agency_id and branch_credits.branch_id = again.branch_id and branch_credits.currency = again.currency`,
    [uow.agencyId, orderId],
  );
}

/**
 * What has been paid for an order has changed, or what is to be paid. It is paid in full with what is owed for its cancelled parts, as far as that is certain
 * or still to be decided on. @param paid minor units, this change included
 */
export async function followPayment(
  uow: UnitOfWork,
  { id, state, total }: Pick<Order, 'id' | 'state' | 'total'>,
  paid: bigint,
): Promise<void> {
  const ended = state === 'cancelled' || state === 'expired';
  if (ended || (paid >= total && paid >= total + (await owedForParts(uow, id)))) await releaseCredit(uow, id);
  else await useAgain(uow, id);
}

/** Minor units owed for the parts of an order that were cancelled. */
export async function owedForParts(uow: UnitOfWork, orderId: string): Promise<bigint> {
  const owed = (await penaltiesOf(uow, [orderId])).get(orderId);
  return owed ? owed.penalties + owed.withheld : 0n;
}
