import { LockMode } from '@mikro-orm/core';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Customer } from '../customers/customer.ts';
import { Traveller } from '../travellers/traveller.ts';
import type { Holder } from './holder-problems.ts';

/**
 * The traveller a document belongs to, and what it is checked against. Both stay as they are until the transaction ends, so that neither a change of
 * theirs nor an erasure comes between the check and the document.
 * @throws request/not-found out of reach too
 */
export async function holderOf(
  uow: UnitOfWork,
  customerId: string,
  travellerId: string,
): Promise<{ traveller: Traveller; holder: Holder }> {
  const customer = await holdCustomer(uow, customerId);
  const traveller = await uow.em.findOne(
    Traveller,
    { agencyId: uow.agencyId, id: travellerId, customerId },
    { lockMode: LockMode.PESSIMISTIC_READ },
  );
  if (!traveller) throw requestErrors.notFound();
  return { traveller, holder: holderFrom(traveller, customer) };
}

/** The customer, whom nobody changes or erases until the transaction ends. Customers are held before their travellers. @throws request/not-found */
export async function holdCustomer(uow: UnitOfWork, customerId: string): Promise<Customer> {
  const where = { agencyId: uow.agencyId, id: customerId };
  const customer = await uow.em.findOne(Customer, where, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!customer) throw requestErrors.notFound();
  return customer;
}

/** What documents are checked against. */
export const holderFrom = (
  { birthDate, latinName = null, relation }: Pick<Traveller, 'birthDate' | 'latinName' | 'relation'>,
  { gender }: Customer,
): Holder => ({
  birthDate,
  latinName,
  sex: relation === 'self' && (gender === 'female' || gender === 'male') ? gender : null,
});
