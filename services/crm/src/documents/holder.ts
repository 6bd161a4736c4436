import type { UnitOfWork } from '@yitu/persistence';
import { Customer } from '../customers/customer.ts';
import { Traveller } from '../travellers/traveller.ts';
import type { Holder } from './settle-document.ts';

/** The traveller a document belongs to, and what it is checked against. @throws request/not-found out of reach too */
export async function holderOf(
  uow: UnitOfWork,
  customerId: string,
  travellerId: string,
): Promise<{ traveller: Traveller; holder: Holder }> {
  const traveller = await uow.get(Traveller, { id: travellerId, customerId });
  const { birthDate, latinName = null } = traveller;
  const sex = traveller.relation === 'self' ? await sexOf(uow, customerId) : null;
  return { traveller, holder: { birthDate, latinName, sex } };
}

async function sexOf(uow: UnitOfWork, customerId: string): Promise<Holder['sex']> {
  const { gender } = await uow.get(Customer, customerId);
  return gender === 'female' || gender === 'male' ? gender : null;
}
