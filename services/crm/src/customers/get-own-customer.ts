import { query } from '@yitu/persistence';
import { Id, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer, displayName } from './customer.ts';

/** Nothing that the staff notes about a customer: what customers need in order to name their travellers and be reached. */
export const OwnCustomer = Type.Object(
  {
    id: Id,
    displayName: Type.String(),
    locale: Type.String(),
    phone: Type.Union([Type.String(), Type.Null()]),
    address: Type.Union([Type.String(), Type.Null()]),
    version: Version,
  },
  { title: 'OwnCustomer' },
);

export const ownCustomerView = (customer: Customer): Static<typeof OwnCustomer> => ({
  ...{ id: customer.id, displayName: displayName(customer), locale: customer.locale },
  ...{ phone: customer.phone ?? null, address: customer.address ?? null, version: customer.version },
});

const getOwn = query({ permission: 'crm.own-customer.read' }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  if (!customer) return { customer: null };
  return { customer: ownCustomerView(customer) };
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
