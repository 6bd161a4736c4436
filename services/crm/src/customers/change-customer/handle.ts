import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Customer } from '../customer.ts';
import { detailsOf, type CustomerDetails } from '../customer-details.ts';
import { customerView } from '../customer-view.ts';
import { compareGender } from '../../documents/compare-documents.ts';
import { storeNameParts } from '../name-parts.ts';
import { decideChange } from './decide.ts';

interface Wish {
  customerId: string;
  version: number;
  given: Partial<CustomerDetails>;
}

/** Changes what is known of a customer. The event names the fields, never their values; what changes nothing is told to nobody. */
export const changeCustomer = command(
  { permission: 'crm.customer.change' },
  async (uow, { customerId, version, given }: Wish) => {
    const customer = await uow.lock(Customer, customerId, version);
    await change(uow, customer, given);
    return customerView(customer);
  },
);

/** Changes a locked customer, whoever says so. @throws crm/not-valid */
export async function change(
  uow: UnitOfWork,
  customer: Customer,
  given: Partial<CustomerDetails>,
): Promise<void> {
  const { details, changedFields } = decideChange(customer.kind, detailsOf(customer), given, uow.now);
  if (changedFields.length === 0) return;
  const { id: customerId } = customer;
  if (changedFields.includes('gender')) await compareGender(uow, customerId, details.gender ?? '');
  Object.assign(customer, Object.fromEntries(changedFields.map((field) => [field, details[field]])));
  const { branchId, category } = customer;
  uow.publish(customer, events.customerChanged, { customerId, branchId, category, changedFields });
  if (changedFields.includes('name')) await storeNameParts(uow, customer);
}
