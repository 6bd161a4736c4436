import { branchForNew } from '@yitu/directory';
import { command } from '@yitu/persistence';
import type { Customer } from '../customer.ts';
import { initialDetails, settleDetails, type CustomerDetails } from '../customer-details.ts';
import { customerView } from '../customer-view.ts';
import { storeCustomer } from '../store-customer.ts';
import { findSuspects } from '../suspects.ts';
import { decideEntering, visibleSuspects } from './decide.ts';

const permission = 'crm.customer.enter';

export type Entry = Pick<Customer, 'kind'> &
  Pick<CustomerDetails, 'name'> &
  Partial<CustomerDetails> & { branchId?: string; confirmDuplicate?: boolean };

/** Enters a customer for the caller to look after, and says who may be the same one. */
export const enterCustomer = command({ permission }, async (uow, entry: Entry) => {
  const { kind, branchId: named, confirmDuplicate = false, ...given } = entry;
  const details = settleDetails(kind, { ...initialDetails, ...given }, uow.now);
  const branchId = await branchForNew(uow, permission, named);
  const suspects = visibleSuspects(uow.member, await findSuspects(uow, details));
  decideEntering(suspects, confirmDuplicate);
  const customer = await storeCustomer(uow, { kind, branchId, ownerId: uow.userId, details });
  const possibleDuplicates = suspects.map(({ id, reason }) => ({ id, reason }));
  return { ...customerView(customer), possibleDuplicates };
});
