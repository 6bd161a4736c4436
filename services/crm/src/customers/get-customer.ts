import { crm } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, requestErrors } from '@yitu/persistence';
import { Id, route, rpc } from '@yitu/runtime';
import { Type } from 'typebox';
import { Customer, displayName } from './customer.ts';
import { customerView, CustomerView } from './customer-view.ts';

const getCustomer = query({ permission: 'crm.customer.read' }, async (uow, customerId: string) => {
  if (!isId(customerId)) throw requestErrors.notFound();
  return uow.get(Customer, customerId);
});

export const getCustomerRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customers/:customerId',
    summary: 'One customer',
    access: 'crm.customer.read',
    params: Type.Object({ customerId: Id }),
    result: CustomerView,
    handle: async (call, { params: { customerId } }) => customerView(await getCustomer(call, customerId)),
  });

export const getCustomerRpcs = () => [
  rpc(crm.CustomersServiceService.getCustomer, async (call, { customerId }) => {
    const customer = await getCustomer(call, customerId);
    const { branchId, category, locale } = customer;
    return { customerId, branchId, displayName: displayName(customer), category, locale };
  }),
  rpc(crm.CustomersServiceService.getContact, async (call, { customerId }) => {
    const customer = await getCustomer(call, customerId);
    const { email, phone, locale } = customer;
    return { customerId, displayName: displayName(customer), email: email ?? '', phone: phone ?? '', locale };
  }),
];
