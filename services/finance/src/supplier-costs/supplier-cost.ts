import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const serviceKinds = [
  'hotel',
  'restaurant',
  'vehicle',
  'transport',
  'ticket',
  'ground-agent',
  'guide',
  'visa',
  'insurance',
  'other',
] as const;

/** What a supplier charges for a departure; it becomes cost of sales with the group settlement. */
export const SupplierCost = defineEntity({
  name: 'SupplierCost',
  tableName: 'supplier_costs',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    departureId: p.uuid(),
    branchId: p.uuid(),
    recordedBy: p.uuid(),
    supplierId: p.uuid().nullable(),
    supplierName: p.text(),
    serviceKind: p.string(),
    amount: p.bigint(),
    currency: p.string(),
    incurredOn: p.date(),
    description: p.text(),
    state: p.string().$type<'recorded' | 'reversed'>(),
    entryId: p.uuid(),
    entryNumber: p.string(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type SupplierCost = InferEntity<typeof SupplierCost>;

export const SupplierCostView = Type.Object(
  {
    id: Id,
    departureId: Id,
    branchId: Id,
    recordedBy: Id,
    supplierId: Type.Union([Id, Type.Null()]),
    supplierName: Type.String(),
    serviceKind: Type.String(),
    amount: MoneyText,
    incurredOn: LocalDate,
    description: Type.String(),
    state: Type.Enum(['recorded', 'reversed']),
    entryId: Id,
    entryNumber: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'SupplierCost' },
);

export function supplierCostView(cost: SupplierCost): Static<typeof SupplierCostView> {
  const { id, departureId, branchId, recordedBy, supplierName, serviceKind, incurredOn, description } = cost;
  const { state, entryId, entryNumber, version } = cost;
  return {
    id,
    departureId,
    branchId,
    recordedBy,
    supplierName,
    serviceKind,
    incurredOn,
    description,
    state,
    entryId,
    entryNumber,
    version,
    supplierId: cost.supplierId ?? null,
    amount: { amount: cost.amount.toString(), currency: cost.currency },
    createdAt: cost.createdAt.toString(),
  };
}
