import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { Customer } from './customer.ts';
import type { CustomerDetails } from './customer-details.ts';
import { nameOrderOf, storeNameParts } from './name-parts.ts';

interface NewCustomer extends Pick<Customer, 'kind' | 'branchId' | 'ownerId'> {
  /** Settled. */
  readonly details: CustomerDetails;
}

/** Stores a customer nobody has an account for, tells of it, and lets it be found by its name. */
export async function storeCustomer(
  uow: UnitOfWork,
  { kind, branchId, ownerId, details }: NewCustomer,
): Promise<Customer> {
  const customer = uow.add(
    uow.em.create(Customer, {
      ...{ agencyId: uow.agencyId, id: newId(), branchId, ownerId, userId: null },
      ...{ kind, ...details, nameKey: nameOrderOf(details.name) },
      ...{ version: 0, createdAt: uow.now },
    }),
  );
  const { id: customerId } = customer;
  const { category, source } = details;
  uow.publish(customer, events.customerRegistered, { customerId, branchId, category, kind, source, ownerId });
  await storeNameParts(uow, customer);
  return customer;
}
