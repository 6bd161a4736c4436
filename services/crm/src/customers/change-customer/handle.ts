import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Customer } from '../customer.ts';
import { detailsOf, type CustomerDetails } from '../customer-details.ts';
import { customerView } from '../customer-view.ts';
import { compareGender } from '../../documents/compare-documents.ts';
import { nameOrderOf, storeNameParts } from '../name-parts.ts';
import { decideChange } from './decide.ts';

export interface Wish {
  customerId: string;
  version: number;
  given: Partial<CustomerDetails>;
}

/** Changes what is known of a customer. The event names the fields, never their values; what changes nothing is told to nobody. */
export async function applyChange(uow: UnitOfWork, { customerId, version, given }: Wish): Promise<Customer> {
  const customer = await uow.lock(Customer, customerId, version);
  const { details, changedFields } = decideChange(customer.kind, detailsOf(customer), given, uow.now);
  if (changedFields.length === 0) return customer;
  if (changedFields.includes('gender')) await compareGender(uow, customerId, details.gender ?? '');
  Object.assign(customer, Object.fromEntries(changedFields.map((field) => [field, details[field]])));
  if (changedFields.includes('category')) customer.categoryByHand = true;
  if (changedFields.includes('name')) customer.nameKey = nameOrderOf(customer.name);
  const { branchId, category } = customer;
  uow.publish(customer, events.customerChanged, { customerId, branchId, category, changedFields });
  if (changedFields.includes('name')) await storeNameParts(uow, customer);
  return customer;
}

export const changeCustomer = command({ permission: 'crm.customer.change' }, async (uow, wish: Wish) =>
  customerView(await applyChange(uow, wish)),
);
