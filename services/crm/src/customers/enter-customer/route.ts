import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { newCustomerFields } from '../customer-fields.ts';
import { CustomerView } from '../customer-view.ts';
import { enterCustomer } from './handle.ts';

const Body = Type.Object({
  ...newCustomerFields,
  branchId: Type.Optional(Id),
  confirmDuplicate: Type.Optional(
    Type.Boolean({ description: 'Enter the customer although another one has the same phone or e-mail' }),
  ),
});

const Entered = Type.Object(
  {
    ...CustomerView.properties,
    possibleDuplicates: Type.Array(
      Type.Object({ id: Id, reason: Type.Enum(['phone', 'email', 'name-and-birth-date']) }),
    ),
  },
  { title: 'EnteredCustomer' },
);

export const enterCustomerRoute = () =>
  route({
    method: 'POST',
    path: '/v1/customers',
    summary: 'Enter a customer; possible duplicates are told',
    access: 'crm.customer.enter',
    body: Body,
    result: Entered,
    status: 201,
    handle: (call, { body }) => enterCustomer(call, body),
  });
