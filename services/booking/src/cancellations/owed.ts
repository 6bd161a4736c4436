import type { UnitOfWork } from '@yitu/persistence';
import { refundClaimOf } from './refund-claim.ts';

/** What is owed for an order's cancellations, minor units. */
export interface Owed {
  /** Penalties that are certain: by the scales, or proven and approved. */
  readonly penalties: bigint;
  /** What proven costs come to beyond them as long as nobody has approved them: not refunded yet, and not earned. */
  readonly withheld: bigint;
  /** What is to be paid back, or has been. */
  readonly due: bigint;
}

/** What the orders' customers owe for parts or wholes that were cancelled. */
export async function penaltiesOf(
  uow: UnitOfWork,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Omit<Owed, 'due'>>> {
  const rows = await uow.rows<{ orderId: string; penalties: string; withheld: string }>(
    `select order_id as "orderId",
       sum(case cost_state when 'awaiting-approval' then certain_penalty else penalty end)::text as penalties,
       sum(case cost_state when 'awaiting-approval' then penalty - certain_penalty else 0 end)::text as withheld
     from booking.order_cancellations where agency_id = ? and order_id = any (string_to_array(?, ',')::uuid[]) group by order_id`,
    [uow.agencyId, orderIds.join(',')],
  );
  return new Map(
    rows.map(({ orderId, penalties, withheld }) => [
      orderId,
      { penalties: BigInt(penalties), withheld: BigInt(withheld) },
    ]),
  );
}

export async function owedFor(uow: UnitOfWork, orderId: string): Promise<Owed> {
  const owed = (await penaltiesOf(uow, [orderId])).get(orderId) ?? { penalties: 0n, withheld: 0n };
  const { due } = await refundClaimOf(uow, orderId);
  return { ...owed, due };
}
