import type { TaskKind } from '@yitu/runtime';
import { departingDays } from '../rules/reminder-rules.ts';

const ofOrder = { branch: 'o.branch_id', owner: 'o.author_id' };

/** Orders that wait for somebody else than who made them. */
const orderToReview: TaskKind = {
  ...{ kind: 'order-to-review', permission: 'booking.order.approve', by: 'at', ...ofOrder },
  rows: ({ agencyId, userId, within }) => ({
    sql: `select o.id, o.number, o.created_at as since from booking.orders o
      where o.agency_id = ? and o.state = 'in-review' and o.author_id <> ? and ${within.sql} order by o.id`,
    values: [agencyId, userId, ...within.values],
  }),
};

/** What the reviewer gave back to who made it. */
const orderReturned: TaskKind = {
  ...{ kind: 'order-returned', permission: 'booking.order.submit', by: 'at', ...ofOrder },
  rows: ({ agencyId, userId, within }) => ({
    sql: `select o.id, o.number, o.created_at as since from booking.orders o
      where o.agency_id = ? and o.state = 'returned' and o.author_id = ? and ${within.sql} order by o.id`,
    values: [agencyId, userId, ...within.values],
  }),
};

/** Days for which what is overdue is looked for: the most that terms let a balance be due before its departure, and its grace. */
const overdueDays = 180 + 60;

/** Deposits and balances whose day is over and that have not come in; of a departure that was called off nothing is to be paid. */
const paymentOverdue: TaskKind = {
  ...{ kind: 'payment-overdue', permission: 'booking.order.place', by: 'on', ...ofOrder },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.number, due.since from (
        select distinct order_id from booking.payment_dues
          where agency_id = ? and due_on between (select day from today) - ${overdueDays} and (select day from today) - 1
      ) as late join booking.orders o on o.agency_id = ? and o.id = late.order_id and o.state in ('awaiting-payment', 'confirmed')
      join booking.departures on departures.agency_id = o.agency_id and departures.id = o.departure_id and departures.state <> 'cancelled'
      cross join lateral (
        select min(due_on) as since from (
          select due_on, sum(amount) over (order by due_on, kind desc) as by_then from booking.payment_dues
          where agency_id = ? and order_id = o.id
        ) as dues where by_then > o.paid and due_on < (select day from today)
      ) as due where due.since is not null and ${within.sql} order by due.since`,
    values: [agencyId, agencyId, agencyId, ...within.values],
  }),
};

/** Orders of departures that were called off, whose customers have not chosen yet what becomes of them. */
const choiceToRecord: TaskKind = {
  ...{ kind: 'choice-to-record', permission: 'booking.group-choice.record', by: 'at', ...ofOrder },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.number, departures.cancelled_at as since from booking.departures
      join booking.orders o on o.agency_id = departures.agency_id and o.departure_id = departures.id
        and o.state in ('in-review', 'returned', 'awaiting-payment', 'confirmed')
      where departures.agency_id = ? and departures.state = 'cancelled' and departs_on > (select day from today) - 366
        and ${within.sql} order by departures.cancelled_at`,
    values: [agencyId, ...within.values],
  }),
};

/** Who travels within the days of the rules. */
const orderDeparting: TaskKind = {
  ...{ kind: 'order-departing', permission: 'booking.order.place', by: 'on', ...ofOrder },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.number, departures.departs_on as since from booking.departures
      join booking.orders o on o.agency_id = departures.agency_id and o.departure_id = departures.id and o.state = 'confirmed'
      where departures.agency_id = ? and departs_on between (select day from today) and (select day from today) + ${departingDays}
        and departures.state <> 'cancelled' and ${within.sql} order by departs_on`,
    values: [agencyId, agencyId, ...within.values],
  }),
};

/** Seats that are held for somebody who has not answered. */
const waitingOffer: TaskKind = {
  ...{ kind: 'waiting-offer', permission: 'booking.waiting-list.join', by: 'at' },
  ...{ branch: 'w.branch_id', owner: 'w.author_id' },
  rows: ({ agencyId, within }) => ({
    sql: `select w.id, null::text as number, w.offer_expires_at as since from booking.waiting_entries w
      where w.agency_id = ? and w.state in ('waiting', 'offered') and w.state = 'offered' and ${within.sql} order by w.offer_expires_at`,
    values: [agencyId, ...within.values],
  }),
};

/** Drafts below cost or with more off than the rules allow, which somebody else than their author lets through. */
const quotationToApprove: TaskKind = {
  ...{ kind: 'quotation-to-approve', permission: 'booking.quotation.approve', by: 'at' },
  ...{ branch: 'q.branch_id', owner: 'q.author_id' },
  rows: ({ agencyId, userId, within }) => ({
    sql: `select q.id, q.number, revision.created_at as since from booking.quotations q
      join booking.quotation_revisions revision
        on revision.agency_id = q.agency_id and revision.quotation_id = q.id and revision.revision = q.revision
      where q.agency_id = ? and q.state = 'draft' and q.approved_revision is distinct from q.revision and (revision.below_cost or revision.over_discount_limit)
        and ?::uuid not in (q.author_id, revision.drafted_by) and q.expires_at > (select moment from today) and ${within.sql} order by q.id`,
    values: [agencyId, userId, ...within.values],
  }),
};

/** What customers have asked to be quoted and nobody has answered. */
const quotationRequestOpen: TaskKind = {
  ...{ kind: 'quotation-request-open', permission: 'booking.quotation-request.decline', by: 'at' },
  ...{ branch: 'r.branch_id', owner: 'r.author_id' },
  rows: ({ agencyId, within }) => ({
    sql: `select r.id, null::text as number, r.created_at as since from booking.quotation_requests r
      where r.agency_id = ? and r.state = 'open' and ${within.sql} order by r.id`,
    values: [agencyId, ...within.values],
  }),
};

export const taskKinds: readonly TaskKind[] = [
  orderToReview,
  orderReturned,
  paymentOverdue,
  choiceToRecord,
  orderDeparting,
  waitingOffer,
  quotationToApprove,
  quotationRequestOpen,
];
