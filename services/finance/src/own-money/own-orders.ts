import type { UnitOfWork } from '@yitu/persistence';

/**
 * The orders of the customer whose account the caller has, as far as money has to do with them. Somebody who sees more than their own, such as an auditor,
 * has none here all the same.
 */
export async function ownOrderIds(uow: UnitOfWork): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select order_id as id from finance.order_accounts join finance.customer_accounts using (agency_id, customer_id)
     where agency_id = ? and account_id = ?`,
    [uow.agencyId, uow.userId],
  );
  return rows.map(({ id }) => id);
}
