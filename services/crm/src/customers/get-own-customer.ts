import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Customer, displayName } from './customer.ts';

/** Nothing that the staff notes about a customer: what customers need in order to name their travellers. */
const OwnCustomer = Type.Object(
  { id: Id, displayName: Type.String(), locale: Type.String() },
  { title: 'OwnCustomer' },
);

const getOwn = query({ permission: 'crm.own-customer.read' }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  if (!customer) return { customer: null };
  return { customer: { id: customer.id, displayName: displayName(customer), locale: customer.locale } };
});

export const getOwnCustomerRoute = () =>
  route({
    method: 'GET',
    path: '/v1/own-customer',
    summary: 'The customer whose account the caller has',
    access: 'crm.own-customer.read',
    result: Type.Object({
      customer: Type.Union([OwnCustomer, Type.Null()], { description: 'null: there is none, or not yet' }),
    }),
    handle: (call) => getOwn(call, {}),
  });
