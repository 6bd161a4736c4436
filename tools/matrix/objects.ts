import type { ClientBase, Pool } from 'pg';

/** One object of each kind, by the name operations give its id in their paths and bodies. */
export type Objects = Readonly<Record<string, string>>;

/** The code of a role that was made for a place. */
export const roleCodeOf = (branchId: string): string => `of-${branchId.slice(-12)}`;

type Asking = Pick<Pool | ClientBase, 'query'>;

/**
 * Where to find an object of each kind in a branch ($2) of an agency ($1); the newest is taken. What belongs to the whole agency is found by what the branch does with it.
 * An operation whose path names something new needs a line here.
 */
const sources: Readonly<Record<string, string>> = {
  userId: `select id from identity.users where agency_id = $1 and branch_id = $2 and user_name like 'customer-%' and account = 'staff'`,
  sessionId: `select sessions.id from identity.sessions join identity.users on users.agency_id = sessions.agency_id and users.id = user_id
    where sessions.agency_id = $1 and branch_id = $2 and user_name like 'customer-%' and account = 'staff'`,
  passkeyId: `select passkeys.id from identity.passkeys join identity.users on users.agency_id = passkeys.agency_id and users.id = user_id
    where passkeys.agency_id = $1 and branch_id = $2`,
  roleCode: `select code from identity.roles where agency_id = $1 and code = 'of-' || right($2::text, 12)`,
  isolatedUserId: `select id from identity.users where agency_id = $1 and branch_id = $2 and user_name like 'visa-officer-%'`,
  customerUserId: `select id from identity.users where agency_id = $1 and branch_id = $2 and account = 'customer'`,
  guideId: `select id from identity.users where agency_id = $1 and branch_id = $2 and user_name like 'guide.%'`,
  branchId: `select id from identity.branches where agency_id = $1 and id = $2`,
  customerId: `select id from crm.customers where agency_id = $1 and branch_id = $2`,
  travellerId: `select id from crm.travellers where agency_id = $1 and branch_id = $2`,
  surveyId: `select id from crm.surveys where agency_id = $1 and branch_id = $2`,
  productId: `select product_id from booking.orders where agency_id = $1 and branch_id = $2`,
  departureId: `select departure_id from booking.orders where agency_id = $1 and branch_id = $2`,
  orderId: `select id from booking.orders where agency_id = $1 and branch_id = $2`,
  cancelledOrderId: `select order_id from booking.order_cancellations where agency_id = $1 and branch_id = $2`,
  agentPriceListId: `select id from booking.agent_price_lists where agency_id = $1 and branch_id = $2`,
  creditLimitId: `select id from booking.credit_limits where agency_id = $1 and branch_id = $2`,
  cancellationId: `select id from booking.order_cancellations where agency_id = $1 and branch_id = $2`,
  compensationId: `select id from finance.compensations where agency_id = $1 and branch_id = $2`,
  waitingEntryId: `select id from booking.waiting_entries where agency_id = $1 and branch_id = $2`,
  quotationRequestId: `select id from booking.quotation_requests where agency_id = $1 and branch_id = $2`,
  allotmentId: `select allotment_id from booking.allotment_takings where agency_id = $1 and branch_id = $2`,
  takingId: `select id from booking.allotment_takings where agency_id = $1 and branch_id = $2`,
  refundId: `select id from finance.refunds where agency_id = $1 and branch_id = $2`,
  requestId: `select id from itinerary.requests where agency_id = $1 and branch_id = $2`,
  planId: `select id from itinerary.plans where agency_id = $1 and branch_id = $2`,
  proposalId: `select id from itinerary.plan_proposals where agency_id = $1 and branch_id = $2`,
  contractId: `select id from itinerary.contracts where agency_id = $1 and branch_id = $2`,
  sheetId: `select id from itinerary.operations_sheets where agency_id = $1 and branch_id = $2`,
  reservationId: `select id from itinerary.reservations where agency_id = $1 and branch_id = $2`,
  settledDepartureId: `select departure_id from finance.group_settlements join finance.group_settlement_shares shares using (agency_id)
    where agency_id = $1 and group_settlement_id = group_settlements.id and shares.branch_id = $2`,
  entryId: `select id from finance.entries where agency_id = $1 and branch_id = $2 and source_kind = 'group-settlement'`,
  paymentId: `select id from finance.payments where agency_id = $1 and branch_id = $2`,
  onlinePaymentId: `select id from finance.online_payments where agency_id = $1 and branch_id = $2`,
  supplierCostId: `select id from finance.supplier_costs where agency_id = $1 and branch_id = $2`,
  invoiceId: `select id from finance.invoices where agency_id = $1 and branch_id = $2`,
  deliveryId: `select id from notifications.deliveries where agency_id = $1 and branch_id = $2`,
  itemId: `select id from notifications.inbox_items where agency_id = $1 and branch_id = $2 and permission = 'booking.order.approve'`,
  ...Object.fromEntries(
    ['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics'].map((service) => [
      `${service}.quarantine`,
      `select id from ${service}.quarantine where agency_id = $1 and $2::uuid is not null`,
    ]),
  ),
};

/** @throws when the story has left no object of some kind */
export async function objectsOf(admin: Asking, agencyId: string, branchId: string): Promise<Objects> {
  const found = await Promise.all(
    Object.entries(sources).map(async ([name, sql]) => {
      const { rows } = await admin.query<Record<string, string>>(`${sql} order by 1 desc limit 1`, [
        agencyId,
        branchId,
      ]);
      const [value] = Object.values(rows[0] ?? {});
      if (value === undefined)
        throw new Error(`the story has left no object for ${name} (tools/matrix/objects.ts)`);
      return [name, value] as const;
    }),
  );
  const objects = Object.fromEntries(found);
  // Some operations call a thing by what it is to them.
  return {
    ...objects,
    agencyId,
    parentId: branchId,
    ownerId: objects['guideId'] ?? '',
    successorId: objects['guideId'] ?? '',
    personId: objects['userId'] ?? '',
    aboutId: objects['orderId'] ?? '',
  };
}

/** Whose a row is: without a branch it is the whole agency's. */
export interface Owner {
  readonly agencyId: string;
  readonly branchId: string | undefined;
  readonly userId: string | undefined;
  /** It is a branch itself: to be named where one's reach goes, whoever owns what. */
  readonly isBranch?: boolean;
}

const ownerColumns = ['author_id', 'recorded_by', 'issued_by'];

/** Whose each id of every table is. Columns tell it, not policies: a policy that is gone must not change what is expected. */
export async function ownersOf(admin: Asking, schemas: readonly string[]): Promise<Map<string, Owner>> {
  const { rows: tables } = await admin.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition group by 1`,
    [schemas],
  );
  const owners = new Map<string, Owner>();
  for (const { name, columns } of tables) {
    if (!columns.includes('agency_id') || !columns.includes('id')) continue;
    const ofBranch = columns.includes('branch_id') ? 'branch_id' : 'null';
    const branch = name === 'identity.branches' ? 'id' : ofBranch;
    const user =
      name === 'identity.users' ? 'id' : (ownerColumns.find((one) => columns.includes(one)) ?? 'null');
    const { rows } = await admin.query<{
      id: string;
      agency_id: string;
      branch: string | null;
      owner: string | null;
    }>(`select id::text, agency_id::text, ${branch}::text as branch, ${user}::text as owner from ${name}`);
    for (const { id, agency_id: agencyId, branch: branchId, owner: userId } of rows) {
      const known = owners.get(id);
      owners.set(id, {
        agencyId,
        branchId: branchId ?? known?.branchId,
        userId: userId ?? known?.userId,
        isBranch: name === 'identity.branches' || known?.isBranch === true,
      });
    }
  }
  return owners;
}
