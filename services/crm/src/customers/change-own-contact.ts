import { command, requestErrors } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { change } from './change-customer/handle.ts';
import { Customer } from './customer.ts';
import { customerFields } from './customer-fields.ts';
import { OwnCustomer, ownCustomerView } from './get-own-customer.ts';

const { phone, address, locale } = customerFields;

/**
 * What customers say themselves of how they are reached. Their e-mail address is not among it: accounts are linked by it, and it was confirmed by whoever
 * it belongs to.
 */
const Contact = Type.Partial(Type.Object({ phone, address, locale }));

interface Wish {
  readonly version: number;
  readonly given: Parameters<typeof change>[2];
}

/** By the decision of the staff's change. @throws request/not-found for whoever is no customer */
const changeOwn = command(
  { permission: 'crm.own-customer.change' },
  async (uow, { version, given }: Wish) => {
    const [own] = await uow.find(Customer, { userId: uow.userId });
    if (!own) throw requestErrors.notFound();
    const customer = await uow.lock(Customer, own.id, version);
    await change(uow, customer, given);
    return ownCustomerView(customer);
  },
);

export const changeOwnContactRoute = () =>
  route({
    method: 'PATCH',
    path: '/v1/own-customer',
    summary: 'Change how one is reached; fields not given stay, null empties a field',
    access: 'crm.own-customer.change',
    body: Contact,
    result: OwnCustomer,
    versioned: true,
    handle: (call, { body, version }) => changeOwn(call, { given: body, version }),
  });
