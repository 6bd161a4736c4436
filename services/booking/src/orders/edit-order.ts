import { events } from '@yitu/contracts';
import { today } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Party } from '../customers/ask-first.ts';
import { couponsOfOrder } from '../coupons/redeem.ts';
import type { CategoryOf } from '../customers/customers.ts';
import { errors } from '../errors.ts';
import { giveSeatsBack } from '../waiting-list/give-seats-back.ts';
import { Count, Order, OrderLine, OrderTraveller, orderView, OrderView, Traveller } from './order.ts';
import type { Placing, Wish } from './place-order/decide.ts';
import { offerOf } from './place-order/offer-of.ts';
import { lineRows, travellerRows } from './place-order/store.ts';
import { withReserved } from './place-order/with-coupons.ts';
import { decideEdit } from './decide-edit.ts';

export interface Edit extends Pick<Wish, 'counts' | 'travellers' | 'singleRooms'> {
  readonly note: string;
}

interface EditOrder extends Edit {
  readonly orderId: string;
  readonly version: number;
  readonly categoryOf: CategoryOf;
  readonly call: Call;
}

const editOrder = command(
  { permission: 'booking.order.change' },
  async (uow, { categoryOf, call, orderId, version, ...input }: EditOrder) => {
    const order = await uow.lock(Order, orderId, version);
    await edit(uow, order, input, (party) => categoryOf(uow, call, party));
    return orderView(order);
  },
);

/**
 * Edits a locked order before its approval: who travels, how, and the note. It is priced anew; seats are taken or given back by one statement, last before
 * the transaction's end.
 * @param categoryOf the customer's category, once customer and travellers may be sold to
 * @throws what decideEdit refuses, booking/not-enough-seats
 */
export async function edit(
  uow: UnitOfWork,
  order: Order,
  input: Edit,
  categoryOf: (party: Party) => Promise<string>,
): Promise<void> {
  const travellerIds = input.travellers.map(({ travellerId }) => travellerId);
  const { id: orderId, customerId, departureId, branchId, channel, currency, seats: held } = order;
  const [offer, customerCategory] = await Promise.all([
    offerOf(uow, departureId, branchId),
    categoryOf({ customerId, travellerIds }),
  ]);
  const wish = { ...input, customerCategory, channel };
  const { lines, seats, total } = await reckonedAnew(
    uow,
    order,
    decideEdit(order, offer, wish, uow),
    offer.agencyTimeZone,
  );
  const before = partsOf(await uow.find(OrderLine, { orderId }), await uow.find(OrderTraveller, { orderId }));
  await replaceParts(uow, order, lines, input.travellers);
  uow.audit({
    ...{ objectType: 'Order', objectId: orderId, change: 'update' },
    ...{ before, after: partsOf(lines, input.travellers) },
  });
  Object.assign(order, { seats, total, note: input.note });
  uow.publish(order, events.orderEdited, {
    ...{ orderId, branchId, departureId, seats, total: { amount: total, currency } },
  });
  await uow.em.flush();
  await moveSeats(uow, departureId, seats - held);
}

/** With the coupons the order has reserved, which stay with it. */
async function reckonedAnew(
  uow: UnitOfWork,
  { id, customerId, productId, currency }: Order,
  reckoned: Omit<Placing, 'holdExpiresAt'>,
  timeZone: string,
): Promise<Omit<Placing, 'holdExpiresAt'>> {
  const codes = (await couponsOfOrder(uow, id)).map(({ code }) => code);
  if (codes.length === 0) return reckoned;
  const date = today(uow.now, timeZone);
  return withReserved(uow, reckoned, codes, { customerId, productId, currency, date });
}

/** What an audit record says of an order's parts, which are replaced by statements. */
const partsOf = (
  lines: readonly { readonly category: string; readonly count: number }[],
  travellers: readonly { readonly travellerId: string }[],
) => ({
  lines: lines.map(({ category, count }) => ({ category, count })),
  travellers: travellers.map(({ travellerId }) => travellerId),
});

/** Lines and travellers are replaced as a whole. */
async function replaceParts(
  uow: UnitOfWork,
  { agencyId, id, branchId, authorId }: Order,
  lines: Placing['lines'],
  travellers: Wish['travellers'],
): Promise<void> {
  const whose = [agencyId, id, branchId, authorId];
  await uow.rows(
    `with lines as (delete from booking.order_lines where agency_id = ? and order_id = ?)
     delete from booking.order_travellers where agency_id = ? and order_id = ?`,
    [agencyId, id, agencyId, id],
  );
  await uow.rows(
    `with lines as (
       insert into booking.order_lines (agency_id, order_id, branch_id, author_id, category, count, unit_price, amount, discount)
       select ?, ?, ?, ?, category, count, unit_price, amount, discount
       from jsonb_to_recordset(?) as line (category text, count integer, unit_price bigint, amount bigint, discount bigint)
     )
     insert into booking.order_travellers (agency_id, order_id, branch_id, author_id, traveller_id, category)
     select ?, ?, ?, ?, traveller_id, category from jsonb_to_recordset(?) as traveller (traveller_id uuid, category text)`,
    [...whose, lineRows(lines), ...whose, travellerRows(travellers)],
  );
}

/** @param seats how many more the order takes, below zero for fewer @throws booking/not-enough-seats */
async function moveSeats(uow: UnitOfWork, departureId: string, seats: number): Promise<void> {
  if (seats === 0) return;
  if (seats < 0) return giveSeatsBack(uow, departureId, -seats);
  const taken = await uow.rows(
    `update booking.departures set remaining = remaining - ?
     where agency_id = ? and id = ? and remaining >= ? and state in ('open', 'guaranteed') returning id`,
    [seats, uow.agencyId, departureId, seats],
  );
  if (taken.length === 0) throw errors.notEnoughSeats();
}

/** What an order may be changed to, whoever changes it. */
export const editFields = {
  counts: Type.Array(Count, { minItems: 1, maxItems: 4, description: 'One entry a category' }),
  singleRooms: Type.Integer({ minimum: 0, maximum: 500, default: 0 }),
  travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
  note: Type.String({ maxLength: 2_000, default: '' }),
};

export const editOrderRoute = (categoryOf: CategoryOf) =>
  route({
    method: 'PUT',
    path: '/v1/orders/:orderId',
    summary: 'Change an order of your own before its approval: it is priced anew, its hold stays as it is',
    access: 'booking.order.change',
    params: Type.Object({ orderId: Id }),
    body: Type.Object(editFields),
    result: OrderView,
    versioned: true,
    handle: (call, { params: { orderId }, body, version }) =>
      editOrder(call, { ...body, orderId, version, categoryOf, call }),
  });
