import { directoryErrors } from '@yitu/directory';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { portalErrors } from './errors.ts';

/** The customer whose account the caller has, and which branch sells to them. */
export interface OwnCustomer {
  readonly customerId: string;
  readonly customerCategory: string;
  readonly branchId: string;
}

/**
 * The customer the caller is, locked until the end of the transaction: of what they may have only so many of, the second request sees what the first
 * has stored. They are sold to by the branch that looks after them, or by headquarters where that one has closed.
 * @throws booking/no-own-customer, directory/branch-unknown
 */
export async function lockOwnCustomer(uow: UnitOfWork): Promise<OwnCustomer> {
  const [customer] = await uow.rows<Omit<OwnCustomer, 'branchId'> & { readonly branchId: string | null }>(
    `select id as "customerId", category as "customerCategory",
       (select id from booking.branches where agency_id = customers.agency_id and not closed and (id = branch_id or kind = 'headquarters')
        order by (id = branch_id) desc limit 1) as "branchId"
     from booking.customers where agency_id = ? and account_id = ? for no key update of customers`,
    [uow.agencyId, uow.userId],
  );
  if (!customer) throw portalErrors.noOwnCustomer();
  const { branchId } = customer;
  if (branchId === null) throw directoryErrors.branchUnknown();
  return { ...customer, branchId };
}

/**
 * The customer the caller is, for what is theirs: also whoever reaches further with the permission finds nothing of others by it.
 * @throws request/not-found
 */
export async function ownCustomer(uow: UnitOfWork): Promise<{ customerId: string; category: string }> {
  const [customer] = await uow.rows<{ customerId: string; category: string }>(
    'select id as "customerId", category from booking.customers where agency_id = ? and account_id = ?',
    [uow.agencyId, uow.userId],
  );
  if (!customer) throw requestErrors.notFound();
  return customer;
}

/** Its id alone. @throws request/not-found */
export const ownCustomerId = async (uow: UnitOfWork): Promise<string> => (await ownCustomer(uow)).customerId;
