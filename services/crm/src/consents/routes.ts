import { command, query, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { errors } from '../errors.ts';
import { Consents, consentsOf, ConsentView, OwnSaying, Page, recordSaying, Saying } from './consent.ts';

type Told = Static<typeof Saying>;
type OwnTold = Static<typeof OwnSaying>;
type Asked = Static<typeof Page>;

const record = command(
  { permission: 'crm.customer.change' },
  async (uow, { customerId, saying }: { customerId: string; saying: Told }) => {
    await uow.get(Customer, customerId); // out of reach is none
    return recordSaying(uow, customerId, saying, 'staff');
  },
);

const list = query(
  { permission: 'crm.customer.read' },
  async (uow, { customerId, ...asked }: Asked & { customerId: string }) => {
    await uow.get(Customer, customerId); // as above
    return consentsOf(uow, customerId, asked);
  },
);

/** @throws crm/no-own-customer */
async function ownCustomerId(uow: UnitOfWork): Promise<string> {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  if (!customer) throw errors.noOwnCustomer();
  return customer.id;
}

const recordOwn = command({ permission: 'crm.own-customer.change' }, async (uow, saying: OwnTold) =>
  recordSaying(uow, await ownCustomerId(uow), saying, 'customer'),
);

const listOwn = query({ permission: 'crm.own-customer.read' }, async (uow, asked: Asked) =>
  consentsOf(uow, await ownCustomerId(uow), asked),
);

export const consentRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/customers/:customerId/consents',
    summary: 'Note that a customer gives or withdraws their consent to marketing by a channel',
    access: 'crm.customer.change',
    params: Type.Object({ customerId: Id }),
    body: Saying,
    result: ConsentView,
    status: 201,
    handle: (call, { params: { customerId }, body: saying }) => record(call, { customerId, saying }),
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:customerId/consents',
    summary: 'What a customer has agreed to and withdrawn',
    access: 'crm.customer.read',
    params: Type.Object({ customerId: Id }),
    query: Page,
    result: Consents,
    handle: (call, { params: { customerId }, query: asked }) => list(call, { customerId, ...asked }),
  }),
  route({
    method: 'POST',
    path: '/v1/own-consents',
    summary: 'Give or withdraw the own consent to marketing by a channel',
    access: 'crm.own-customer.change',
    body: OwnSaying,
    result: ConsentView,
    status: 201,
    handle: (call, { body }) => recordOwn(call, body),
  }),
  route({
    method: 'GET',
    path: '/v1/own-consents',
    summary: 'What the caller has agreed to and withdrawn',
    access: 'crm.own-customer.read',
    query: Page,
    result: Consents,
    handle: (call, { query: asked }) => listOwn(call, asked),
  }),
];
