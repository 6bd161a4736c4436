import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { customerFields } from '../customer-fields.ts';
import { CustomerView } from '../customer-view.ts';
import { changeCustomer } from './handle.ts';

export const changeCustomerRoute = () =>
  route({
    method: 'PATCH',
    path: '/v1/customers/:customerId',
    summary: 'Change what is known of a customer; fields not given stay, null empties a field',
    access: 'crm.customer.change',
    params: Type.Object({ customerId: Id }),
    body: Type.Partial(Type.Object(customerFields)),
    result: CustomerView,
    versioned: true,
    handle: (call, { params: { customerId }, body, version }) =>
      changeCustomer(call, { customerId, version, given: body }),
  });
