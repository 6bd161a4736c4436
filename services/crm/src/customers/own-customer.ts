import { requirePermission } from '@yitu/access';
import { perform, query, type Call } from '@yitu/persistence';
import { Id, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { applyChange } from './change-customer/handle.ts';
import { customerFields } from './customer-fields.ts';
import { Customer, displayName } from './customer.ts';

const { name, phone, email, address, locale, preferences, specialNeeds } = customerFields;

/** Nothing that the staff notes about a customer: what they have told of themselves. */
const OwnCustomer = Type.Object(
  {
    ...{ id: Id, displayName: Type.String(), name, phone, email, address, locale, preferences, specialNeeds },
    version: Version,
  },
  { title: 'OwnCustomer' },
);

/** Their e-mail address is the one of their account, and is confirmed there; name and category are the staff's to keep. */
const changeable = { phone, address, locale, preferences, specialNeeds };
const Change = Type.Partial(Type.Object(changeable));

function ownCustomer(customer: Customer): Static<typeof OwnCustomer> {
  const { id, version, preferences: wishes, specialNeeds: needs } = customer;
  return {
    ...{ id, version, displayName: displayName(customer), name: customer.name, locale: customer.locale },
    ...{ phone: customer.phone ?? null, email: customer.email ?? null, address: customer.address ?? null },
    ...{ preferences: wishes, specialNeeds: needs },
  };
}

const getOwn = query({ permission: 'crm.own-customer.read' }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  return { customer: customer ? ownCustomer(customer) : null };
});

const changePermission = 'crm.own-customer.change';

const ownId = query({ permission: changePermission }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  if (!customer) throw errors.noOwnCustomer();
  return customer.id;
});

/** Their own record is found by their account; then it is open to them, as far as these fields go. */
async function changeOwn(call: Call, version: number, given: Static<typeof Change>) {
  const customerId = await ownId(call, {});
  const { member } = requirePermission(call.principal, changePermission);
  return perform(call, { member, reach: 'agency', action: changePermission }, async (uow) => ({
    customer: ownCustomer(await applyChange(uow, { customerId, version, given })),
  }));
}

export const ownCustomerRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/own-customer',
    summary: 'The customer whose account the caller has',
    access: 'crm.own-customer.read',
    result: Type.Object({
      customer: Type.Union([OwnCustomer, Type.Null()], { description: 'null: there is none, or not yet' }),
    }),
    handle: (call) => getOwn(call, {}),
  }),
  route({
    method: 'PATCH',
    path: '/v1/own-customer',
    summary: 'Change what the caller has told of themselves; fields not given stay, null empties a field',
    access: changePermission,
    body: Change,
    result: Type.Object({ customer: OwnCustomer }),
    versioned: true,
    handle: (call, { body, version }) => changeOwn(call, version, body),
  }),
];
