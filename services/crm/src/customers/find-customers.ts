import { query } from '@yitu/persistence';
import { Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { line } from '../text.ts';
import { Customer } from './customer.ts';
import { customerView, CustomerView } from './customer-view.ts';
import { longestPart, nameKey } from './name-parts.ts';
import { phoneOf, phoneProblem } from './phone.ts';

const Query = Type.Object({
  ...page,
  q: Type.Optional(line(longestPart)),
  phone: Type.Optional(line(30)),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
});

type Search = Static<typeof Query>;

const findCustomers = query({ permission: 'crm.customer.read' }, async (uow, search: Search) => {
  const conditions = [
    { sql: 'agency_id = ?', values: [uow.agencyId] },
    ...conditionsOf(search, uow.agencyId),
  ];
  const found = await uow.rows<{ id: string }>(
    `select id from crm.customers where ${conditions.map(({ sql }) => sql).join(' and ')} order by id desc limit ?`,
    [...conditions.flatMap(({ values }) => values), search.limit + 1],
  );
  const { items, next } = pageOf(found, search.limit);
  const customers = await uow.find(Customer, { id: { $in: items.map(({ id }) => id) } });
  return {
    customers: customers.toSorted((one, other) => (one.id < other.id ? 1 : -1)).map(customerView),
    next,
  };
});

/** Only what was asked for becomes part of the statement, so that each search finds its index. @throws crm/not-valid */
function conditionsOf({ after, q, phone, email }: Search, agencyId: string) {
  const part = 'id in (select customer_id from crm.customer_name_parts where agency_id = ? and part ^@ ?)';
  return [
    ...(after === undefined ? [] : [{ sql: 'id < ?', values: [after] }]),
    ...(q === undefined ? [] : [{ sql: part, values: [agencyId, nameKey(q)] }]),
    ...(phone === undefined ? [] : [{ sql: 'phone = ?', values: [numberOf(phone)] }]),
    ...(email === undefined ? [] : [{ sql: 'email_key = lower(?)', values: [email] }]),
  ];
}

function numberOf(phone: string): string {
  const number = phoneOf(phone);
  if (number === undefined) throw errors.notValid({ fields: [phoneProblem('/query/phone')] });
  return number;
}

export const findCustomersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customers',
    summary: 'Customers within reach, newest first; by a part of the name, by phone, by e-mail',
    access: 'crm.customer.read',
    query: Query,
    result: Type.Object({ customers: Type.Array(CustomerView), next: Next }),
    handle: (call, { query: search }) => findCustomers(call, search),
  });
