import type { TaskKind } from '@yitu/runtime';

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

/** Days before departure within which balances are looked at: those of later departures are not due yet. */
const balanceDays = 30;

/** Deposits that did not come in in time, and balances of departures that are near. */
const paymentOverdue: TaskKind = {
  ...{ kind: 'payment-overdue', permission: 'booking.order.place', by: 'on', ...ofOrder },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.number, due.since from (
        select id, number, branch_id, author_id, paid from booking.orders
          where agency_id = ? and state = 'awaiting-payment'
        union all
        select orders.id, orders.number, orders.branch_id, orders.author_id, orders.paid from booking.departures
          join booking.orders on orders.agency_id = departures.agency_id and orders.departure_id = departures.id and orders.state = 'confirmed'
          where departures.agency_id = ? and departs_on between (select day from today) and (select day from today) + ${balanceDays}
      ) as o cross join lateral (
        select min(due_on) as since from (
          select due_on, sum(amount) over (order by due_on, kind desc) as by_then from booking.payment_dues
          where agency_id = ? and order_id = o.id
        ) as dues where by_then > o.paid and due_on < (select day from today)
      ) as due where due.since is not null and ${within.sql} order by due.since`,
    values: [agencyId, agencyId, agencyId, ...within.values],
  }),
};

/** Who travels within a week. */
const orderDeparting: TaskKind = {
  ...{ kind: 'order-departing', permission: 'booking.order.place', by: 'on', ...ofOrder },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.number, departures.departs_on as since from booking.departures
      join booking.orders o on o.agency_id = departures.agency_id and o.departure_id = departures.id and o.state = 'confirmed'
      where departures.agency_id = ? and departs_on between (select day from today) and (select day from today) + 7
        and ${within.sql} order by departs_on`,
    values: [agencyId, ...within.values],
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
  orderDeparting,
  waitingOffer,
  quotationToApprove,
  quotationRequestOpen,
];
