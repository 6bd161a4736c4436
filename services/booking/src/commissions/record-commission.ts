import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from '../orders/order.ts';
import { commissionLeft, commissionOf, ruleFor, type CommissionRule } from './commission-rule.ts';

interface Terms {
  readonly operatingBranchId: string | null;
  readonly productKind: string;
  readonly rules: CommissionRule[] | null;
  readonly rulesVersion: number | null;
}

/**
 * What the selling branch of an order earns for it, recorded with its confirmation by the rules of that moment. Nothing where the branch operates the
 * trip itself or no rule holds. The order is locked; the index of the table lets an order earn once.
 */
export async function earnCommission(uow: UnitOfWork, order: Order): Promise<void> {
  const { id: orderId, branchId: sellingBranchId, channel, seats, total, currency } = order;
  const { operatingBranchId, productKind, rules, rulesVersion } = await termsOf(uow, order);
  if (!operatingBranchId || operatingBranchId === sellingBranchId || !rules || !rulesVersion) return;
  const sale = { sellingBranchId, productKind, channel, seats, total, currency };
  const rule = ruleFor(rules, sale);
  const amount = rule ? commissionOf(rule, sale) : 0n;
  if (!rule || amount === 0n) return;
  const record = {
    id: newId(),
    orderId,
    kind: 'earned',
    sellingBranchId,
    operatingBranchId,
    currency,
  } as const;
  const recordedOn = await store(uow, { ...record, base: total, amount, rulesVersion, rule });
  uow.publish({ id: record.id, version: 0 }, events.commissionEarned, {
    ...{ orderId, recordId: record.id, sellingBranchId, operatingBranchId, recordedOn, rulesVersion },
    amount: { amount, currency },
  });
}

async function termsOf(uow: UnitOfWork, { departureId }: Order): Promise<Terms> {
  const [terms] = await uow.rows<Terms>(
    `select coalesce(operating_branch_id, (select id from booking.branches where agency_id = departures.agency_id and kind = 'headquarters' limit 1))
         as "operatingBranchId",
       (select kind from booking.products where agency_id = departures.agency_id and id = product_id) as "productKind",
       newest.rules, newest.version as "rulesVersion"
     from booking.departures
       left join lateral (select rules, version from booking.commission_rules where agency_id = departures.agency_id order by version desc limit 1) newest on true
     where agency_id = ? and id = ?`,
    [uow.agencyId, departureId],
  );
  if (!terms) throw new Error('an order has a departure by its foreign key');
  return terms;
}

interface CommissionRecord {
  readonly id: string;
  readonly orderId: string;
  readonly kind: 'earned' | 'reversed';
  readonly sellingBranchId: string;
  readonly operatingBranchId: string;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  readonly rulesVersion: number;
  readonly rule: CommissionRule;
}

/** @returns the date it is recorded on, by the agency's calendar */
async function store(uow: UnitOfWork, record: CommissionRecord): Promise<string> {
  const recordedOn = await agencyToday(uow);
  await uow.rows(
    `insert into booking.commission_records (agency_id, id, order_id, kind, selling_branch_id, operating_branch_id, currency, base, amount, recorded_on,
       rules_version, rule)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      ...[uow.agencyId, record.id, record.orderId, record.kind, record.sellingBranchId],
      ...[record.operatingBranchId, record.currency, record.base, record.amount, recordedOn],
      ...[record.rulesVersion, JSON.stringify(record.rule)],
    ],
  );
  const { id: objectId, base, amount, ...rest } = record;
  const after = { ...rest, base: base.toString(), amount: amount.toString() };
  uow.audit({ objectType: 'CommissionRecord', objectId, change: 'create', after });
  return recordedOn;
}

interface Standing extends Omit<CommissionRecord, 'base' | 'amount' | 'kind' | 'orderId'> {
  readonly base: string;
  readonly earned: string;
  readonly left: string;
  readonly records: number;
}

/**
 * Takes back what is not earned any more of an order that is cancelled in whole or in part. The order is locked; what was taken back before counts.
 * @param kept minor units of the order that its customer still pays: what remains of it and penalties
 */
export async function reverseCommission(uow: UnitOfWork, orderId: string, kept: bigint): Promise<void> {
  const [standing] = await uow.rows<Standing>(
    `select id, selling_branch_id as "sellingBranchId", operating_branch_id as "operatingBranchId", currency, base::text, amount::text as earned,
       rules_version as "rulesVersion", rule, all_of_it.sum::text as left, all_of_it.count::integer as records
     from booking.commission_records earned
       cross join lateral (select sum(amount), count(*) from booking.commission_records one where one.agency_id = earned.agency_id and one.order_id = earned.order_id) all_of_it
     where agency_id = ? and order_id = ? and kind = 'earned'`,
    [uow.agencyId, orderId],
  );
  if (!standing) return;
  const { id: commissionId, earned, left, records, ...record } = standing;
  const base = BigInt(standing.base);
  const taken = BigInt(left) - commissionLeft(BigInt(earned), base, kept);
  if (taken <= 0n) return;
  const id = newId();
  const { sellingBranchId, operatingBranchId, currency } = record;
  const recordedOn = await store(uow, { ...record, id, orderId, kind: 'reversed', base, amount: -taken });
  uow.publish({ id: commissionId, version: records }, events.commissionReversed, {
    ...{ orderId, recordId: id, sellingBranchId, operatingBranchId, recordedOn },
    amount: { amount: taken, currency },
  });
}
