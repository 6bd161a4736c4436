import type { TaskKind } from '@yitu/runtime';

/** What goes to customers, by where it is kept. */
const owed = { refund: 'refunds', compensation: 'compensations' } as const;

type Owed = keyof typeof owed;

/** Above the limit: for somebody else than who cancelled. */
const toApprove = (what: Owed): TaskKind => ({
  ...{ kind: `${what}-to-approve`, permission: `finance.${what}.approve`, by: 'on', branch: 'o.branch_id' },
  rows: ({ agencyId, userId, within }) => ({
    sql: `select o.id, o.entry_number as number, o.due_on as since from finance.${owed[what]} o
      where o.agency_id = ? and o.state = 'awaiting-approval' and o.cancelled_by is distinct from ? and ${within.sql} order by o.id`,
    values: [agencyId, userId, ...within.values],
  }),
});

const toPay = (what: Owed): TaskKind => ({
  ...{ kind: `${what}-to-pay`, permission: `finance.${what}.pay`, by: 'on', branch: 'o.branch_id' },
  rows: ({ agencyId, within }) => ({
    sql: `select o.id, o.entry_number as number, o.due_on as since from finance.${owed[what]} o
      where o.agency_id = ? and o.state = 'due' and ${within.sql} order by o.id`,
    values: [agencyId, ...within.values],
  }),
});

export const taskKinds: readonly TaskKind[] = [
  toApprove('refund'),
  toPay('refund'),
  toApprove('compensation'),
  toPay('compensation'),
];
