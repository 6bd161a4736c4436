import { agencyOf } from '@yitu/directory';
import { today } from '@yitu/kernel';
import { query, type Call } from '@yitu/persistence';
import { Id, LocalDate, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { AskCrm } from '../../customers/ask-crm.ts';
import { errors } from '../../errors.ts';
import { asSeenBy } from '../../portal/as-seen-by.ts';
import { Order, orderStates, orderView, OrderView } from '../order.ts';
import { pageStatement, type Filters, type Page } from './conditions.ts';

const Query = Type.Object({
  ...page,
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  numberPart: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 40 },
      description:
        'The running number at its end, whole, with or without the zeros before it; also after the year: 12, 000012, 2026-000012 (of HQ-2026-000112 it is 112)',
    }),
  ),
  state: Type.Optional(Type.Enum([...orderStates])),
  sort: Type.Enum(['newest', 'hold'], {
    default: 'newest',
    description:
      'hold: of those of a state whose seats are held for a while, the one first whose hold ends first; asked for with a state',
  }),
  customerId: Type.Optional(Id),
  departureId: Type.Optional(Id),
  groupNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  overdue: Type.Boolean({ default: false, description: 'Only those whose payments are overdue' }),
  departsFrom: Type.Optional(LocalDate),
  departsUntil: Type.Optional(LocalDate),
  destinationCountry: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  destinationCity: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  customerName: Type.Optional(
    Type.String({ minLength: 1, maxLength: 50, pattern: '\\S', description: 'A part of it' }),
  ),
  phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30, description: 'The whole number' })),
});

/** Customers a name may find: more are none to choose orders by. */
const customersAtMost = 500;

type Asked = Filters & Page & { readonly overdue: boolean };

const findOrders = query(
  { permission: 'booking.order.read' },
  async (uow, { overdue, ...filters }: Asked) => {
    if (filters.customerIds?.length === 0) return { orders: [], next: null };
    const overdueOn = overdue ? today(uow.now, (await agencyOf(uow)).timeZone) : undefined;
    const asked = { ...filters, overdueOn };
    const { sql, values } = pageStatement(asked, uow.agencyId);
    const { items, next } = pageOf(await uow.rows<{ id: string }>(sql, values), asked.limit);
    const orders = await uow.find(Order, { id: { $in: items.map(({ id }) => id) } });
    const places = new Map(items.map(({ id }, place) => [id, place]));
    return {
      orders: orders
        .toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
        .map((order) => asSeenBy(uow.member, orderView(order))),
      next,
    };
  },
);

/**
 * Orders by what booking knows, and by what crm knows of their customers: those within the caller's reach are asked of it then, and only then.
 * @throws booking/dates-reversed, too-many-customers, crm/unavailable where a name or phone is asked for
 */
const searchOrders =
  (crm: AskCrm) =>
  async (call: Call, { customerName, phone, ...asked }: Static<typeof Query>) => {
    if (asked.departsFrom && asked.departsUntil && asked.departsUntil < asked.departsFrom)
      throw errors.datesReversed();
    if (customerName === undefined && phone === undefined) return findOrders(call, asked);
    const wanted = { name: customerName ?? '', phone: phone ?? '', limit: customersAtMost };
    const { customerIds, more } = await crm.findCustomers(call, wanted);
    if (more) throw tooMany();
    return findOrders(call, { ...asked, customerIds });
  };

function tooMany() {
  const message = { zh: '请输入更完整的姓名', en: 'must be more of the name' };
  return errors.tooManyCustomers(
    { count: customersAtMost },
    { fields: [{ field: '/query/customerName', rule: 'selective', message }] },
  );
}

export const searchOrdersRoute = (crm: AskCrm) => {
  const search = searchOrders(crm);
  return route({
    method: 'GET',
    path: '/v1/orders',
    summary:
      'Orders within reach, newest first; by number, customer, name, phone, dates, destination, group and state',
    access: 'booking.order.read',
    query: Query,
    result: Type.Object({ orders: Type.Array(OrderView), next: Next }),
    handle: (call, { query: asked }) => search(call, asked),
  });
};
