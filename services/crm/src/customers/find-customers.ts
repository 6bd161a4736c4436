import { query, type UnitOfWork } from '@yitu/persistence';
import { Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { line } from '../text.ts';
import { Customer } from './customer.ts';
import { customerView, CustomerView } from './customer-view.ts';
import { byNameWords, longestPart, namedBy } from './name-parts.ts';
import { phoneOf, phoneProblem } from './phone.ts';

const Query = Type.Object({
  ...page,
  q: Type.Optional({
    ...line(longestPart),
    description: 'Words of the name: parts of it, in Chinese, in pinyin (or its initials), or in English',
  }),
  phone: Type.Optional(line(30)),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
  sort: Type.Enum(['newest', 'name'], { default: 'newest' }),
  total: Type.Boolean({ default: false, description: 'Whether to count them all' }),
});
type Search = Static<typeof Query>;

/** Customers that are counted; whether there are more is told beside. */
const countedAtMost = 10_000;

const Total = Type.Object({
  count: Type.Integer({ minimum: 0 }),
  more: Type.Boolean({ description: 'There are more than that' }),
});

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const findCustomers = query({ permission: 'crm.customer.read' }, async (uow, search: Search) => {
  const all = searched(search, uow.agencyId);
  const paged = [...all.filters, ...beyond(search, uow.agencyId)];
  const [found, total] = await Promise.all([
    uow.rows<{ id: string }>(
      `select id from ${all.from.sql} where ${allOf(paged)} order by ${orders[search.sort]} limit ?`,
      [...all.from.values, ...valuesOf(paged), search.limit + 1],
    ),
    search.total ? countOf(uow, all) : undefined,
  ]);
  const { items, next } = pageOf(found, search.limit);
  const customers = await uow.find(Customer, { id: { $in: items.map(({ id }) => id) } });
  const place = new Map(items.map(({ id }, at) => [id, at]));
  return {
    customers: customers
      .toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
      .map(customerView),
    next,
    ...(total && { total }),
  };
});

interface Searched {
  /** A table with what customers are known and ordered by. */
  readonly from: Condition;
  readonly filters: readonly Condition[];
}

/** Where only names are searched, the index over their parts answers alone. @throws crm/not-valid */
function searched(search: Search, agencyId: string): Searched {
  const { q, phone, email } = search;
  if (q !== undefined && phone === undefined && email === undefined)
    return { from: namedBy(agencyId, q), filters: [] };
  const own = { sql: 'agency_id = ?', values: [agencyId] };
  return { from: { sql: 'crm.customers', values: [] }, filters: [own, ...filtersOf(search, agencyId)] };
}

const orders = { newest: 'id desc', name: 'name_key, id' } as const;

const allOf = (conditions: readonly Condition[]) =>
  ['true', ...conditions.map(({ sql }) => sql)].join(' and ');
const valuesOf = (conditions: readonly Condition[]) => conditions.flatMap(({ values }) => values);

async function countOf(uow: UnitOfWork, { from, filters }: Searched): Promise<Static<typeof Total>> {
  const [row] = await uow.rows<{ count: number }>(
    `select count(*)::integer as count from (select from ${from.sql} where ${allOf(filters)} limit ?) as counted`,
    [...from.values, ...valuesOf(filters), countedAtMost + 1],
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, countedAtMost), more: count > countedAtMost };
}

/** Only what was asked for becomes part of the statement, so that each search finds its index. @throws crm/not-valid */
function filtersOf({ q, phone, email }: Search, agencyId: string): Condition[] {
  return [
    ...(q === undefined ? [] : byNameWords(agencyId, q)),
    ...(phone === undefined ? [] : [{ sql: 'phone = ?', values: [numberOf(phone)] }]),
    ...(email === undefined ? [] : [{ sql: 'email_key = lower(?)', values: [email] }]),
  ];
}

/** What comes after the last of the page before. Its place is looked up: a cursor names the customer alone. */
function beyond({ after, sort }: Search, agencyId: string): Condition[] {
  if (after === undefined) return [];
  if (sort === 'newest') return [{ sql: 'id < ?', values: [after] }];
  const key = '(select last.name_key from crm.customers as last where last.agency_id = ? and last.id = ?)';
  return [{ sql: `(name_key, id) > (${key}, ?::uuid)`, values: [agencyId, after, after] }];
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
    summary: 'Customers within reach; by words of the name, by phone, by e-mail; newest first or by name',
    access: 'crm.customer.read',
    query: Query,
    result: Type.Object({ customers: Type.Array(CustomerView), next: Next, total: Type.Optional(Total) }),
    handle: (call, { query: search }) => findCustomers(call, search),
  });
