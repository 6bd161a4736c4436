import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { kinds } from '../customer.ts';
import { customerFields } from '../customer-fields.ts';
import { CustomerView } from '../customer-view.ts';
import { enterCustomer } from './handle.ts';

const { name, ...optional } = customerFields;

const Body = Type.Object({
  kind: Type.Enum([...kinds]),
  name,
  ...Type.Partial(Type.Object(optional)).properties,
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
