import { requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Behalf } from '@yitu/runtime';
import type { Static } from 'typebox';
import { post } from '../../entries/post-entry.ts';
import { errors } from '../../errors.ts';
import type { GroupFacts, Orders } from '../../orders.ts';
import { closeDepartureBooks, lockDepartureBooks } from '../../supplier-costs/departure-books.ts';
import { SupplierCost } from '../../supplier-costs/supplier-cost.ts';
import type { Trips } from '../../trips.ts';
import {
  GroupSettlement,
  groupSettlementView,
  SettlementPosting,
  SettlementShare,
  totalsOf,
  type GroupSettlementView,
} from '../group-settlement.ts';
import { decideSettlement, type Settling } from './decide.ts';

const permission = 'finance.group-settlement.settle';

/** Settles a group: asks itinerary for the trip and booking for the orders, then decides, posts and closes the departure's books in one transaction. */
export const settleGroup =
  (orders: Orders, trips: Trips) =>
  async (call: Call, departureId: string): Promise<Static<typeof GroupSettlementView>> => {
    const behalf = financeItself(call);
    const [trip, group] = await Promise.all([
      trips.state(behalf, departureId),
      orders.ofDeparture(behalf, departureId),
    ]);
    return settle(call, { departureId, trip, ...group });
  };

/**
 * A settlement takes in the orders of all branches, so it needs the permission for the whole agency, and finance asks on its own account: what the
 * person may see of orders must not change what is settled.
 */
function financeItself({ principal }: Call): Behalf {
  const { member, reach } = requirePermission(principal, permission);
  if (reach !== 'agency') throw errors.wholeAgencyOnly();
  return { principal: { kind: 'service', service: 'finance', agencyId: member.agencyId } };
}

interface SettleGroup extends GroupFacts {
  readonly departureId: string;
  readonly trip: string;
}

const settle = command(
  { permission },
  async (uow, { departureId, trip, groupNumber, orders }: SettleGroup) => {
    const settled = await lockDepartureBooks(uow, departureId);
    const received = await lockedReceipts(
      uow,
      orders.map(({ orderId }) => orderId),
    );
    const costs = await uow.find(SupplierCost, { departureId, state: 'recorded' });
    const settling = decideSettlement({ settled, trip, orders, received, costs });
    const settlement = uow.em.create(GroupSettlement, {
      agencyId: uow.agencyId,
      id: newId(),
      departureId,
      groupNumber,
      currency: settling.currency,
      settledOn: await agencyToday(uow),
      settledBy: uow.userId,
      version: 0,
      createdAt: uow.now,
    });
    const shares = settling.shares.map((share) =>
      uow.add(
        uow.em.create(SettlementShare, {
          agencyId: uow.agencyId,
          groupSettlementId: settlement.id,
          ...share,
        }),
      ),
    );
    const postings = await postAll(uow, settlement, settling);
    await closeDepartureBooks(uow, departureId);
    tell(uow, uow.add(settlement), shares, postings);
    return groupSettlementView(settlement, shares, postings);
  },
);

/** What has been received for each order, less what was refunded, its accounts locked in the order of their ids so that no payment is taken back meanwhile. */
async function lockedReceipts(uow: UnitOfWork, orderIds: readonly string[]): Promise<Map<string, bigint>> {
  const accounts = await uow.rows<{ orderId: string; received: string }>(
    `select order_id as "orderId", (received - refunded)::text as received from finance.order_accounts
     where agency_id = ? and order_id = any (string_to_array(?, ',')::uuid[]) order by order_id for update`,
    [uow.agencyId, orderIds.join(',')],
  );
  return new Map(accounts.map(({ orderId, received }) => [orderId, BigInt(received)]));
}

async function postAll(
  uow: UnitOfWork,
  { id: groupSettlementId, groupNumber, settledOn }: GroupSettlement,
  { postings }: Settling,
): Promise<SettlementPosting[]> {
  const stored: SettlementPosting[] = [];
  for (const { branchId, lines } of postings) {
    const id = newId();
    const { id: entryId, number: entryNumber } = await post(uow, {
      branchId,
      date: settledOn,
      lines,
      text: { zh: `团队结算 ${groupNumber}`, en: `Settlement of group ${groupNumber}` },
      source: { kind: 'group-settlement', id },
    });
    const posting = { agencyId: uow.agencyId, id, groupSettlementId, branchId, entryId, entryNumber };
    stored.push(uow.add(uow.em.create(SettlementPosting, posting)));
  }
  return stored;
}

function tell(
  uow: UnitOfWork,
  settlement: GroupSettlement,
  shares: readonly SettlementShare[],
  postings: readonly SettlementPosting[],
): void {
  const { id: groupSettlementId, departureId, currency } = settlement;
  const money = (amount: bigint) => ({ amount, currency });
  const { revenue, cost } = totalsOf(shares);
  uow.publish(settlement, events.groupSettled, {
    groupSettlementId,
    departureId,
    revenue: money(revenue),
    cost: money(cost),
    grossProfit: money(revenue - cost),
    shares: shares.map(({ orderId, branchId, revenue: brought, cost: charged }) => ({
      orderId,
      branchId,
      revenue: money(brought),
      cost: money(charged),
    })),
    entryNumbers: postings.map(({ entryNumber }) => entryNumber).toSorted(),
  });
}
