import { newId } from '@yitu/kernel';
import { directoryErrors } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { checkTaken, couponParts, couponsTaken, type Parts, type Taken } from '../../coupons/redeem.ts';
import { errors } from '../../errors.ts';
import type { Channel } from '../../pricing/price.ts';
import { announce } from './announce.ts';
import { orderView, type Order, type OrderView } from '../order.ts';
import type { Placing, Wish } from './decide.ts';
import type { Buyer, Wanted } from './wanted.ts';

/** Where an order's seats come from, as a part of the statement that stores it: it gives a row when they are there and the branch is open. */
export interface SeatSource extends Parts {
  /** Parts of the statement that go before it. */
  readonly first?: Parts;
}

const freeSeats = ({ agencyId, departureId }: Order, seats: number): SeatSource => ({
  sql: `update booking.departures set remaining = remaining - ?
       where agency_id = ? and id = ? and remaining >= ? and state in ('open', 'guaranteed') and exists (select from branch where not closed)
       returning id`,
  values: [seats, agencyId, departureId, seats],
});

/** Free seats, for whom all coupons are there: these are taken first, since the departure's row is locked last. */
const seatsWithCoupons = (order: Order, seats: number, coupons: Parts): SeatSource => {
  const { sql, values } = freeSeats(order, seats);
  return {
    first: coupons,
    sql: sql.replace('returning id', 'and (select all_there from coupons) returning id'),
    values,
  };
};

/** What is stored, with all that was looked up for it. */
type Placed = Wanted &
  Omit<Buyer, 'customerCategory'> & {
    channel: Channel;
    productId: string;
    currency: string;
    year: number;
    quotationId?: string;
  };

/** What the statement tells: the number, or why there is none. */
interface Told {
  number: string | null;
  code: string | null;
  closed: boolean | null;
  taken: boolean;
  codesTaken?: string[];
}

const told =
  '(select number from placed) as number, (select code from branch) as code, (select closed from branch) as closed, exists (select from seats) as taken';

/**
 * One statement takes the seats, draws the number and stores the order with its lines and travellers; where a part fails nothing stays.
 * The departure's row is the hot one: it is locked here, last before the transaction's end, and never before.
 */
export async function store(
  uow: UnitOfWork,
  input: Placed,
  placing: Placing,
  source?: SeatSource,
): Promise<Order> {
  const order = orderOf(uow, input, placing);
  const { parts, values } = placed(order, input, placing, source);
  const [row] = await uow.rows<Told>(`with ${parts} select ${told}`, values);
  return { ...order, number: numberOf(input, row) };
}

/**
 * The same with coupons, which are reserved by the same statement: all of them and the seats, or nothing.
 * @throws booking/coupons-used-up too
 */
export async function storeWithCoupons(
  uow: UnitOfWork,
  input: Placed,
  placing: Placing & { readonly coupons: readonly Taken[] },
  date: string,
): Promise<Static<typeof OrderView>> {
  const order = orderOf(uow, input, placing);
  const { id: orderId, customerId } = order;
  const { coupons } = placing;
  const reserving = couponParts(uow, coupons, { customerId, date, by: { orderId } });
  const { parts, values } = placed(order, input, placing, seatsWithCoupons(order, placing.seats, reserving));
  const [row] = await uow.rows<Told>(`with ${parts} select ${told}, ${couponsTaken}`, values);
  checkTaken(coupons, row?.codesTaken ?? []);
  const stored = { ...order, number: numberOf(input, row) };
  announce(uow, stored, placing);
  return orderView(stored);
}

/** The same for a unit of work that does nothing else: what follows from the order is stored by the same statement, which commits. */
export async function storeAndConclude(
  uow: UnitOfWork,
  input: Placed,
  placing: Placing,
): Promise<Static<typeof OrderView>> {
  const mark = newId();
  const order = { ...orderOf(uow, input, placing), number: mark };
  announce(uow, order, placing);
  const answer = orderView(order);
  const change = { ...placed(order, input, placing), made: 'placed', column: 'number', mark, told };
  const row = await uow.conclude<Told>(change, answer);
  return { ...answer, number: numberOf(input, row) };
}

/** The parts of the statement; the last gives the number, where the order was placed. */
function placed(
  order: Order,
  input: Placed,
  { lines, seats }: Placing,
  source: SeatSource = freeSeats(order, seats),
) {
  const { agencyId, id, branchId, authorId } = order;
  const own = [agencyId, id, branchId, authorId];
  const { customerId, departureId, productId, channel, currency, total, note } = order;
  return {
    parts: `branch as (
       select code, closed from booking.branches where agency_id = ? and id = ?
     ), ${source.first ? `${source.first.sql}, ` : ''}seats as (
       ${source.sql}
     ), sequence as (
       insert into booking.number_series (agency_id, branch_id, series, year, last)
       select ?, ?, 'order', ?::integer, 1 from seats
       on conflict (agency_id, branch_id, series, year) do update set last = number_series.last + 1
       returning last
     ), placed as (
       insert into booking.orders (agency_id, id, branch_id, author_id, number, customer_id, departure_id, product_id, channel, state, currency, total, seats,
         hold_expires_at, note, quotation_id, version, created_at)
       select ?, ?, ?, ?, branch.code || '-' || ?::text || '-' || lpad(sequence.last::text, 6, '0'), ?, ?, ?, ?, 'in-review', ?, ?, ?, ?, ?, ?::uuid, 1, ?
       from branch, sequence
       returning number
     ), lines as (
       insert into booking.order_lines (agency_id, order_id, branch_id, author_id, category, place, text, count, unit_price, amount, discount)
       select ?, ?, ?, ?, category, place, text, count, unit_price, amount, discount
       from placed, jsonb_to_recordset(?) as line (category text, place integer, text jsonb, count integer, unit_price bigint, amount bigint, discount bigint)
     ), travellers as (
       insert into booking.order_travellers (agency_id, order_id, branch_id, author_id, traveller_id, category)
       select ?, ?, ?, ?, traveller_id, category
       from placed, jsonb_to_recordset(?) as traveller (traveller_id uuid, category text)
     )`,
    values: [
      ...[agencyId, branchId],
      ...(source.first?.values ?? []),
      ...source.values,
      ...[agencyId, branchId, input.year],
      ...[...own, input.year, customerId, departureId, productId, channel, currency, total, seats],
      ...[order.holdExpiresAt?.toString(), note, order.quotationId, order.createdAt.toString()],
      ...[...own, lineRows(lines)],
      ...[...own, travellerRows(input.travellers)],
    ],
  };
}

/** The order as it is stored, but for the number it will draw. */
function orderOf(uow: UnitOfWork, input: Placed, { seats, total, holdExpiresAt }: Placing): Order {
  const { customerId, departureId, productId, channel, currency, note } = input;
  return {
    ...{ agencyId: uow.agencyId, id: newId(), number: '' },
    ...{ branchId: input.branchId ?? branchOf(uow), authorId: uow.userId },
    ...{ customerId, departureId, productId, channel, currency, note },
    ...{ state: 'in-review', total, paid: 0n, seats, holdExpiresAt },
    ...{
      reviewerId: null,
      policyProductId: null,
      quotationId: input.quotationId ?? null,
      returnReason: null,
    },
    ...{ version: 0, createdAt: uow.now },
  };
}

/** @throws directory/branch-unknown, no-such-branch, branch-closed, booking/not-enough-seats */
function numberOf({ branchId }: Placed, row: Told | undefined): string {
  if (!row?.code)
    throw branchId === undefined ? directoryErrors.branchUnknown() : directoryErrors.noSuchBranch();
  if (row.closed) throw directoryErrors.branchClosed(branchId === undefined ? {} : { fields: [namedClosed] });
  if (!row.taken || !row.number) throw errors.notEnoughSeats();
  return row.number;
}

const namedClosed = {
  field: '/body/branchId',
  rule: 'open-branch',
  message: {
    zh: '该分支已关闭，不能再下新订单',
    en: 'is a branch that is closed; nothing new is sold there',
  },
};

export function branchOf({ member }: UnitOfWork): string {
  if (member.kind !== 'person') throw new Error('orders are placed by persons');
  return member.branchId;
}

export const lineRows = (lines: Placing['lines']) =>
  JSON.stringify(
    lines.map(({ category, place = 0, text, count, unitPrice, amount, discount = 0n }) => ({
      ...{ category, place, text, count },
      unit_price: unitPrice.toString(),
      amount: amount.toString(),
      discount: discount.toString(),
    })),
  );

export const travellerRows = (travellers: Wish['travellers']) =>
  JSON.stringify(travellers.map(({ travellerId, category }) => ({ traveller_id: travellerId, category })));
