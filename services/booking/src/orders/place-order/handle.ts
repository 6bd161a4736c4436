import { events } from '@yitu/contracts';
import { localDate, newId, today } from '@yitu/kernel';
import { directoryErrors } from '@yitu/directory';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { channelOf } from '../../branches/selling-channel.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { errors } from '../../errors.ts';
import type { Channel } from '../../pricing/price.ts';
import { rulesInForce } from '../../rules/order-rules.ts';
import { holdUntilDue } from '../hold-until-due.ts';
import { orderView, type Order, type OrderView } from '../order.ts';
import { decidePlacing, type Placing, type Wish } from './decide.ts';
import { offerOf } from './offer-of.ts';
import type { Buyer, PlaceOrder, Sale, Wanted } from './wanted.ts';

/** Places an order: the price depends on the customer's category. Priced, seats taken and stored in one transaction. */
export const placeOrder = (categoryOf: CategoryOf) => (call: Call, input: PlaceOrder) =>
  place(call, { ...input, categoryOf, call });

const place = command(
  { permission: 'booking.order.place' },
  (
    uow,
    { categoryOf, call, ...input }: PlaceOrder & { readonly categoryOf: CategoryOf; readonly call: Call },
  ) => {
    const { customerId, branchId, travellers } = input;
    const travellerIds = travellers.map(({ travellerId }) => travellerId);
    return placeFor(uow, input, {
      agentBranchId: branchId ?? branchOf(uow),
      buyer: async () => {
        const customerCategory = await categoryOf(uow, call, { customerId, travellerIds });
        return { customerId, customerCategory, branchId };
      },
      channel: (kind) => channelOf(uow.member, kind, input.channel),
    });
  },
);

/** Places an order for whoever buys: what is asked of the database for it goes out at once. */
export async function placeFor(uow: UnitOfWork, input: Wanted, by: Sale): Promise<Static<typeof OrderView>> {
  const [
    { productId, agencyTimeZone, branchKind, ...offer },
    { holdMinutes },
    { customerCategory, ...buyer },
  ] = await Promise.all([offerOf(uow, input.departureId, by.agentBranchId), rulesInForce(uow), by.buyer()]);
  const { departureId, counts, singleRooms, travellers, note } = input;
  const wanted = { departureId, counts, singleRooms, travellers, note, channel: by.channel(branchKind) };
  const placing = decidePlacing(offer, { ...wanted, customerCategory }, holdMinutes, uow.now);
  const { year } = localDate(today(uow.now, agencyTimeZone));
  const order = await store(uow, { ...wanted, ...buyer, productId, currency: offer.currency, year }, placing);
  announce(uow, order, placing);
  return orderView(order);
}

/** What follows from an order that was stored: its event, the end of its hold, its audit record. */
export function announce(uow: UnitOfWork, order: Order, { holdExpiresAt }: Placing): void {
  uow.publish(order, events.orderPlaced, {
    orderId: order.id,
    number: order.number,
    branchId: order.branchId,
    customerId: order.customerId,
    departureId: order.departureId,
    productId: order.productId,
    total: { amount: order.total, currency: order.currency },
    seats: order.seats,
    authorId: order.authorId,
    holdExpiresAt: holdExpiresAt.toString(),
  });
  holdUntilDue(uow, order.id, holdExpiresAt);
  const after = { ...orderView(order), note: order.note && '***' }; // notes are about people
  uow.audit({ objectType: 'Order', objectId: order.id, change: 'create', after });
}

/** Where an order's seats come from, as a part of the statement that stores it: it gives a row when they are there and the branch is open. */
export interface SeatSource {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const freeSeats = ({ agencyId }: UnitOfWork, departureId: string, seats: number): SeatSource => ({
  sql: `update booking.departures set remaining = remaining - ?
       where agency_id = ? and id = ? and remaining >= ? and state in ('open', 'guaranteed') and exists (select from branch where not closed)
       returning id`,
  values: [seats, agencyId, departureId, seats],
});

/**
 * One statement takes the seats, draws the number and stores the order with its lines and travellers; where a part fails nothing stays.
 * The departure's row is the hot one: it is locked here, last before the transaction's end, and never before.
 */
export async function store(
  uow: UnitOfWork,
  input: Wanted &
    Omit<Buyer, 'customerCategory'> & {
      channel: Channel;
      productId: string;
      currency: string;
      year: number;
      quotationId?: string;
    },
  { lines, seats, total, holdExpiresAt }: Placing,
  source: SeatSource = freeSeats(uow, input.departureId, seats),
): Promise<Order> {
  const id = newId();
  const branchId = input.branchId ?? branchOf(uow);
  const [row] = await uow.rows<{
    number: string | null;
    code: string | null;
    closed: boolean | null;
    taken: boolean;
  }>(
    `with branch as (
       select code, closed from booking.branches where agency_id = ? and id = ?
     ), seats as (
       ${source.sql}
     ), sequence as (
       insert into booking.number_series (agency_id, branch_id, series, year, last)
       select ?, ?, 'order', ?::integer, 1 from seats
       on conflict (agency_id, branch_id, series, year) do update set last = number_series.last + 1
       returning last
     ), placed as (
       insert into booking.orders (agency_id, id, number, branch_id, author_id, customer_id, departure_id, product_id, channel, state, currency, total, seats,
         hold_expires_at, note, quotation_id, version, created_at)
       select ?, ?, branch.code || '-' || ?::text || '-' || lpad(sequence.last::text, 6, '0'), ?, ?, ?, ?, ?, ?, 'in-review', ?, ?, ?, ?, ?, ?::uuid, 1, ?
       from branch, sequence
       returning number
     ), lines as (
       insert into booking.order_lines (agency_id, order_id, branch_id, author_id, category, count, unit_price, amount, discount)
       select ?, ?, ?, ?, category, count, unit_price, amount, discount
       from placed, jsonb_to_recordset(?) as line (category text, count integer, unit_price bigint, amount bigint, discount bigint)
     ), travellers as (
       insert into booking.order_travellers (agency_id, order_id, branch_id, author_id, traveller_id, category)
       select ?, ?, ?, ?, traveller_id, category
       from placed, jsonb_to_recordset(?) as traveller (traveller_id uuid, category text)
     )
     select (select number from placed) as number, (select code from branch) as code, (select closed from branch) as closed, exists (select from seats) as taken`,
    [
      ...[uow.agencyId, branchId],
      ...source.values,
      ...[uow.agencyId, branchId, input.year],
      ...[
        uow.agencyId,
        id,
        input.year,
        branchId,
        uow.userId,
        input.customerId,
        input.departureId,
        input.productId,
        input.channel,
        input.currency,
        total,
        seats,
      ],
      ...[holdExpiresAt.toString(), input.note, input.quotationId ?? null, uow.now.toString()],
      ...[uow.agencyId, id, branchId, uow.userId, lineRows(lines)],
      ...[uow.agencyId, id, branchId, uow.userId, travellerRows(input.travellers)],
    ],
  );
  if (!row?.code)
    throw input.branchId === undefined ? directoryErrors.branchUnknown() : directoryErrors.noSuchBranch();
  if (row.closed)
    throw directoryErrors.branchClosed(input.branchId === undefined ? {} : { fields: [namedClosed] });
  if (!row.taken || !row.number) throw errors.notEnoughSeats();
  const { customerId, departureId, productId, channel, currency, note } = input;
  return {
    ...{
      agencyId: uow.agencyId,
      id,
      number: row.number,
      branchId,
      authorId: uow.userId,
      customerId,
      departureId,
      productId,
      channel,
      currency,
      note,
    },
    ...{
      state: 'in-review',
      total,
      paid: 0n,
      seats,
      holdExpiresAt,
      reviewerId: null,
      policyProductId: null,
      quotationId: input.quotationId ?? null,
      returnReason: null,
      version: 0,
      createdAt: uow.now,
    },
  };
}

const namedClosed = {
  field: '/body/branchId',
  rule: 'open-branch',
  message: {
    zh: '该分支已关闭，不能再下新订单',
    en: 'is a branch that is closed; nothing new is sold there',
  },
};

function branchOf({ member }: UnitOfWork): string {
  if (member.kind !== 'person') throw new Error('orders are placed by persons');
  return member.branchId;
}

export const lineRows = (lines: Placing['lines']) =>
  JSON.stringify(
    lines.map(({ category, count, unitPrice, amount, discount = 0n }) => ({
      category,
      count,
      unit_price: unitPrice.toString(),
      amount: amount.toString(),
      discount: discount.toString(),
    })),
  );

export const travellerRows = (travellers: Wish['travellers']) =>
  JSON.stringify(travellers.map(({ travellerId, category }) => ({ traveller_id: travellerId, category })));
