import { randomUUID } from 'node:crypto';
import type { World } from '@yitu/testkit/without-vitest';
import { servicesWithSchema } from '../migrate/migrate.ts';

/** Sets a message aside in every service: the story leaves nothing in quarantine. It is beyond repair, so replaying it changes nothing. */
export async function addQuarantined({ admin }: Pick<World, 'admin'>, agencyId: string): Promise<void> {
  for (const service of servicesWithSchema)
    await admin.query(
      `insert into ${service}.quarantine (agency_id, id, subject, message, error, deliveries, quarantined_at)
       values ($1, $2, 'evt.matrix', 'no event', 'it is none', 1, now())`,
      [agencyId, randomUUID()],
    );
}

/** A cancelled order, a refund and a compensation that are due: the story travels with all it sells. The oldest order is taken, which nothing else is about. */
export async function addCancellation(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  const money = { amount: '0', currency: 'CNY' };
  const sums = { fee: money, paid: money, penalty: money, kept: money, refund: money, outstanding: money };
  const days = { noticeOn: '2026-01-01', refundDueOn: '2026-01-08', refundDueProvisional: false };
  const terms = {
    cause: 'customer',
    scope: 'domestic',
    policyVersion: 1,
    compensation: money,
    lines: [],
    parts: [],
  };
  await admin.query(
    `insert into booking.order_cancellations (agency_id, id, order_id, branch_id, author_id, cancelled_by, cause, reason, proof, notice_arrived_at,
       policy_version, currency, fee, penalty, certain_penalty, scope, cost_state, compensation, reckoning, created_at)
     select agency_id, $3, id, branch_id, author_id, author_id, 'customer', 'matrix', '', created_at, 1, currency, total, 0, 0, 'order', 'awaiting-approval', 0, $4, created_at
     from booking.orders where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, randomUUID(), JSON.stringify({ ...sums, ...days, ...terms })],
  );
  await admin.query(
    `insert into finance.refunds (agency_id, id, refund_due_id, order_id, payment_id, branch_id, amount, currency, method, due_on, state, reference,
       entry_id, entry_number, version, created_at)
     select agency_id, $3, $4, order_id, id, branch_id, 1, currency, method, received_on, 'due', '', entry_id, entry_number, 1, created_at
     from finance.payments where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, randomUUID(), randomUUID()],
  );
  await admin.query(
    `insert into finance.compensations (agency_id, id, order_id, cancellation_id, branch_id, amount, currency, due_on, state, reference, entry_id,
       entry_number, version, created_at)
     select agency_id, $3, order_id, $4, branch_id, 1, currency, received_on, 'due', '', entry_id, entry_number, 1, created_at
     from finance.payments where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, randomUUID(), randomUUID()],
  );
}

/** What customers get: a plan that is proposed to them, and a page to pay on. The newest order is taken. */
export async function addPortal(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  const used = [agencyId, branchId, randomUUID()];
  await admin.query(
    `insert into itinerary.plan_proposals (agency_id, id, plan_id, plan_version, departure_id, order_id, order_number, customer_id, branch_id, author_id,
       title, days, state, sent_at, link_expires_at, version)
     select $1, $3, plans.id, plans.version, plans.departure_id, orders.id, orders.number, orders.customer_id, $2, plans.author_id,
       title, days, 'sent', now(), now() + interval '1 hour', 1
     from itinerary.plans cross join booking.orders
     where plans.agency_id = $1 and plans.branch_id = $2 and orders.agency_id = $1 and orders.branch_id = $2 order by orders.id desc limit 1`,
    used,
  );
  await admin.query(
    `insert into finance.online_payments (agency_id, id, order_id, order_number, branch_id, started_by, provider, amount, currency, return_to, pay_at, state,
       expires_at, version, created_at)
     select agency_id, $3, order_id, 'matrix', branch_id, recorded_by, 'sandbox', 1, currency, '/', '', 'open', now() + interval '1 hour', 1, now()
     from finance.payments where agency_id = $1 and branch_id = $2 order by id desc limit 1`,
    used,
  );
}

/** Prices and credit of the branch as an agent: only franchises have them. */
export async function addAgentTerms(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  await admin.query(
    `insert into booking.agent_price_lists (agency_id, id, branch_id, discount_basis_points, prices, version, created_at)
     values ($1, $2, $3, 0, '[]', 1, now())`,
    [agencyId, randomUUID(), branchId],
  );
  await admin.query(
    `insert into booking.credit_limits (agency_id, id, branch_id, currency, amount, state, author_id, version, created_at)
     values ($1, $2, $3, 'CNY', 100, 'proposed', $4, 1, now())`,
    [agencyId, randomUUID(), branchId, randomUUID()],
  );
}

/** A party that waits for the departure of the oldest order. */
export async function addWaitingEntry(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  await admin.query(
    `insert into booking.waiting_entries (agency_id, id, departure_id, branch_id, author_id, customer_id, channel, counts, single_rooms, travellers, note,
       seats, state, version, created_at)
     select agency_id, $3, departure_id, branch_id, author_id, customer_id, 'counter', '[{"category":"adult","count":1}]', 0, '[]', '', 1, 'waiting', 1, created_at
     from booking.orders where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, randomUUID()],
  );
}

/** What a customer of the branch asks to be quoted: the story's customers ask in the shop. */
export async function addQuotationRequest(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  await admin.query(
    `insert into booking.quotation_requests (agency_id, id, branch_id, author_id, customer_id, travellers, words, state, version, created_at)
     select agency_id, $3, branch_id, author_id, customer_id, 2, 'matrix', 'open', 1, created_at
     from booking.orders where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, randomUUID()],
  );
}

/** An allotment with a date, of which the branch's oldest order has taken a unit, and a release. */
export async function addAllotment(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  branchId: string,
): Promise<void> {
  const id = randomUUID();
  await admin.query(
    `insert into booking.allotments (agency_id, id, supplier_id, contract_number, kind, mode, unit_code, name, time_zone, release_days, version, created_at)
     values ($1, $2, $3, 'matrix', 'room', 'allotment', 'matrix', '{"zh":"matrix","en":"matrix"}', 'Asia/Shanghai', 0, 1, now())`,
    [agencyId, id, randomUUID()],
  );
  await admin.query(
    `insert into booking.allotment_dates (agency_id, allotment_id, on_date, quantity, taken, releases_at, released_at)
     values ($1, $2, (now() at time zone 'Asia/Shanghai')::date, 100, 1, now(), now())`,
    [agencyId, id],
  );
  await admin.query(
    `insert into booking.allotment_releases (agency_id, id, allotment_id, supplier_id, released_on, released_at, units, dates)
     select agency_id, $3, id, supplier_id, '2026-01-01', now(), 1, '[{"date":"2026-01-08","quantity":1}]'
     from booking.allotments where agency_id = $1 and id = $2`,
    [agencyId, id, randomUUID()],
  );
  await admin.query(
    `insert into booking.allotment_takings (agency_id, id, allotment_id, order_id, branch_id, author_id, from_date, to_date, quantity, version, created_at)
     select agency_id, $4, $3, id, branch_id, author_id, (now() at time zone 'Asia/Shanghai')::date, (now() at time zone 'Asia/Shanghai')::date, 1, 1, now()
     from booking.orders where agency_id = $1 and branch_id = $2 order by id limit 1`,
    [agencyId, branchId, id, randomUUID()],
  );
}

/** Gives a member of staff a passkey: to register one takes a device. Nobody can sign in with it. */
export async function addPasskey(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  userId: string,
): Promise<void> {
  await admin.query(
    `insert into identity.passkeys (agency_id, id, user_id, credential_id, public_key, counter, transports, name, synced, created_at)
     values ($1, $2, $3, $4, '', 0, '{}', 'matrix', false, now())`,
    [agencyId, randomUUID(), userId, randomUUID()],
  );
}

/** An identity provider of the agency, which nobody must use: a real one would have to answer. */
export async function addIdentityProvider({ admin }: Pick<World, 'admin'>, agencyId: string): Promise<void> {
  await admin.query(
    `insert into identity.identity_providers (agency_id, id, issuer, client_id, client_secret, email_domains, user_name_claim, required, version, changed_at)
     values ($1, $2, 'https://nowhere.matrix.example', 'matrix', 'sealed by nobody', '{matrix.example}', 'sub', false, 1, now())`,
    [agencyId, randomUUID()],
  );
}
