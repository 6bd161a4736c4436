import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';

type Fact = Readonly<Record<string, string | number | bigint | null>>;

/** Adds what an event tells to an order's facts, whichever event of the order comes first. */
function note(uow: UnitOfWork, orderId: string, branchId: string, currency: string, fact: Fact): void {
  const columns = Object.keys(fact);
  const names = columns.map((column) => `, ${column}`).join('');
  const marks = columns.map(() => ', ?').join('');
  const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  uow.send(
    `insert into analytics.order_facts (agency_id, id, branch_id, currency${names}) values (?, ?, ?, ?${marks})
     on conflict (agency_id, id) do update set ${updates}`,
    [uow.agencyId, orderId, branchId, currency, ...Object.values(fact)],
  );
}

const unknownCurrency = 'XXX'; // ISO 4217: no currency involved

const onOrderPlaced = reaction(events.orderPlaced, (uow, { orderId, branchId, total, seats }, { time }) =>
  note(uow, orderId, branchId, total?.currency ?? unknownCurrency, { placed_at: time, seats }),
);

const onOrderEdited = reaction(events.orderEdited, (uow, { orderId, branchId, total, seats }) =>
  note(uow, orderId, branchId, total?.currency ?? unknownCurrency, { seats }),
);

const onOrderConfirmed = reaction(events.orderConfirmed, (uow, { orderId, branchId, total }, { time }) =>
  note(uow, orderId, branchId, total?.currency ?? unknownCurrency, {
    confirmed_at: time,
    sales: total?.amount ?? 0n,
  }),
);

const onOrderCancelled = reaction(events.orderCancelled, (uow, { orderId, branchId, total }, { time }) =>
  note(uow, orderId, branchId, total?.currency ?? unknownCurrency, { ended_at: time }),
);

const onOrderExpired = reaction(events.orderExpired, (uow, { orderId, branchId, total }, { time }) =>
  note(uow, orderId, branchId, total?.currency ?? unknownCurrency, { ended_at: time }),
);

/** An order is for fewer: what was sold is what is left of it. */
const onOrderPartCancelled = reaction(events.orderPartCancelled, async (uow, { orderId, seats, total }) => {
  await uow.rows(
    'update analytics.order_facts set seats = ?, sales = case when confirmed_at is null then sales else ? end where agency_id = ? and id = ?',
    [seats, total?.amount ?? 0n, uow.agencyId, orderId],
  );
});

/** What each order of a settled group brought and cost. */
const onGroupSettled = reaction(events.groupSettled, (uow, { shares }, { time }) => {
  for (const { orderId, branchId, revenue, cost } of shares)
    note(uow, orderId, branchId, revenue?.currency ?? unknownCurrency, {
      settled_at: time,
      revenue: revenue?.amount ?? 0n,
      cost: cost?.amount ?? 0n,
    });
});

export const followOrders = [
  onOrderPlaced,
  onOrderEdited,
  onOrderConfirmed,
  onOrderCancelled,
  onOrderExpired,
  onOrderPartCancelled,
  onGroupSettled,
];
