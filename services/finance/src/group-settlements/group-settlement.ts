import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** The settlement of a departure's group (团队结算): made once, when the trip has ended. Its figures are the sums of its shares. */
export const GroupSettlement = defineEntity({
  name: 'GroupSettlement',
  tableName: 'group_settlements',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    departureId: p.uuid(),
    groupNumber: p.string(),
    currency: p.string(),
    settledOn: p.date(),
    settledBy: p.uuid(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type GroupSettlement = InferEntity<typeof GroupSettlement>;

/** What one order brought and cost, minor units. */
export const SettlementShare = defineEntity({
  name: 'SettlementShare',
  tableName: 'group_settlement_shares',
  properties: {
    agencyId: p.uuid().primary(),
    groupSettlementId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    orderNumber: p.string(),
    branchId: p.uuid(),
    seats: p.integer(),
    revenue: p.bigint(),
    cost: p.bigint(),
  },
});

export type SettlementShare = InferEntity<typeof SettlementShare>;

/** The entry one branch posted: `id` is the source of the entry. */
export const SettlementPosting = defineEntity({
  name: 'SettlementPosting',
  tableName: 'group_settlement_postings',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    groupSettlementId: p.uuid(),
    branchId: p.uuid(),
    entryId: p.uuid(),
    entryNumber: p.string(),
  },
});

export type SettlementPosting = InferEntity<typeof SettlementPosting>;

const Share = Type.Object({
  orderId: Id,
  orderNumber: Type.String(),
  branchId: Id,
  seats: Type.Integer(),
  revenue: MoneyText,
  cost: MoneyText,
  grossProfit: MoneyText,
});

const Voucher = Type.Object({ branchId: Id, entryId: Id, entryNumber: Type.String() });

export const GroupSettlementView = Type.Object(
  {
    id: Id,
    departureId: Id,
    groupNumber: Type.String(),
    revenue: MoneyText,
    cost: MoneyText,
    grossProfit: MoneyText,
    shares: Type.Array(Share, { description: 'By order, within reach; the figures above are their sums' }),
    entryNumbers: Type.Array(Type.String(), { description: 'Voucher numbers, those of `vouchers`' }),
    vouchers: Type.Array(Voucher, { description: 'The entries posted, one a branch, within reach' }),
    settledOn: LocalDate,
    settledBy: Id,
    version: Version,
    createdAt: InstantText,
  },
  { title: 'GroupSettlement' },
);

export function groupSettlementView(
  settlement: GroupSettlement,
  shares: readonly SettlementShare[],
  postings: readonly SettlementPosting[],
): Static<typeof GroupSettlementView> {
  const { id, departureId, groupNumber, currency, settledOn, settledBy, version } = settlement;
  const money = (amount: bigint) => ({ amount: amount.toString(), currency });
  const figures = ({ revenue, cost }: { revenue: bigint; cost: bigint }) => ({
    revenue: money(revenue),
    cost: money(cost),
    grossProfit: money(revenue - cost),
  });
  const vouchers = postings
    .toSorted((left, right) => (left.entryNumber < right.entryNumber ? -1 : 1))
    .map(({ branchId, entryId, entryNumber }) => ({ branchId, entryId, entryNumber }));
  return {
    id,
    departureId,
    groupNumber,
    settledOn,
    settledBy,
    version,
    ...figures(totalsOf(shares)),
    shares: shares
      .toSorted((left, right) => (left.orderNumber < right.orderNumber ? -1 : 1))
      .map(({ orderId, orderNumber, branchId, seats, ...share }) => ({
        orderId,
        orderNumber,
        branchId,
        seats,
        ...figures(share),
      })),
    entryNumbers: vouchers.map(({ entryNumber }) => entryNumber),
    vouchers,
    createdAt: settlement.createdAt.toString(),
  };
}

/** The sums of shares, minor units. */
export const totalsOf = (shares: readonly { revenue: bigint; cost: bigint }[]) => ({
  revenue: shares.reduce((sum, { revenue }) => sum + revenue, 0n),
  cost: shares.reduce((sum, { cost }) => sum + cost, 0n),
});
