import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';

/** What events tell of an order, with the types of the columns that keep it. */
const columnTypes = {
  placed_at: 'timestamptz',
  seats: 'integer',
  confirmed_at: 'timestamptz',
  sales: 'bigint',
  ended_at: 'timestamptz',
  settled_at: 'timestamptz',
  revenue: 'bigint',
  cost: 'bigint',
} as const;

type Column = keyof typeof columnTypes;
type Fact = Readonly<Partial<Record<Column, string | number | bigint>>>;

/** Adds what an event tells to an order's facts, whichever event of the order comes first. */
function note(uow: UnitOfWork, orderId: string, branchId: string, currency: string, fact: Fact): void {
  const columns = Object.keys(fact) as Column[]; // they are its keys
  uow.gather(storing(columns), { id: orderId, branch_id: branchId, currency, ...fact }, orderId);
}

function storing(columns: readonly Column[]): string {
  const names = ['agency_id', 'id', 'branch_id', 'currency', ...columns].join(', ');
  const types = columns.map((column) => `, ${column} ${columnTypes[column]}`).join('');
  const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return `insert into analytics.order_facts (${names}) select ${names}
    from jsonb_to_recordset(?) as fact (agency_id uuid, id uuid, branch_id uuid, currency text${types})
    on conflict (agency_id, id) do update set ${updates}`;
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
