import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { reachOf } from '@yitu/access';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import { Id, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Order } from '../orders/order.ts';

/** What a supplier charges for an order, and how much of it does not come back when the order is cancelled. */
export const SupplierLoss = defineEntity({
  name: 'SupplierLoss',
  tableName: 'supplier_losses',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    supplier: p.text(),
    /** Where it is one of the directory. */
    supplierId: p.uuid().nullable(),
    service: p.text(),
    currency: p.string(),
    cost: p.bigint(),
    lost: p.bigint(),
    /** The paper that shows it, for the file; empty where there is none yet. */
    proof: p.text(),
    recordedBy: p.uuid(),
    createdAt: p.type(InstantType),
    /** It was noted in error. */
    withdrawnAt: p.type(InstantType).nullable(),
  },
});

export type SupplierLoss = InferEntity<typeof SupplierLoss>;

export const SupplierLossView = Type.Object(
  {
    id: Id,
    orderId: Id,
    supplier: Type.String(),
    supplierId: Type.Union([Id, Type.Null()]),
    service: Type.String(),
    cost: MoneyText,
    lost: MoneyText,
    proof: Type.String({ description: 'What shows it, for the file' }),
    recordedBy: Id,
  },
  { title: 'SupplierLoss' },
);

export const supplierLossView = (one: SupplierLoss): Static<typeof SupplierLossView> => ({
  ...{ id: one.id, orderId: one.orderId, supplier: one.supplier, service: one.service },
  ...{ supplierId: one.supplierId ?? null, proof: one.proof },
  cost: { amount: one.cost.toString(), currency: one.currency },
  lost: { amount: one.lost.toString(), currency: one.currency },
  recordedBy: one.recordedBy,
});

/** The supplier-side cost of a cancellation beside the customer's. */
export const SupplierSide = Type.Object(
  {
    cost: MoneyText,
    lost: { ...MoneyText, description: 'What suppliers keep' },
    result: {
      ...MoneyText,
      description: 'The penalty less what suppliers keep and what the customer gets beside the refund',
    },
    lines: Type.Array(SupplierLossView),
  },
  { title: 'SupplierSide' },
);

/**
 * What suppliers keep of an order beside what its customer owes; null for those who may not see it.
 * @param charged minor units the customer owes @param compensation minor units the customer gets beside the refund
 */
export async function supplierSideOf(
  uow: UnitOfWork,
  order: Order,
  { charged, compensation }: { readonly charged: bigint; readonly compensation: bigint },
): Promise<Static<typeof SupplierSide> | null> {
  if (!maySee(uow, order)) return null;
  const lines = await uow.find(SupplierLoss, { orderId: order.id, withdrawnAt: null });
  const money = (amount: bigint) => ({ amount: amount.toString(), currency: order.currency });
  const lost = lines.reduce((sum, one) => sum + one.lost, 0n);
  return {
    cost: money(lines.reduce((sum, { cost }) => sum + cost, 0n)),
    lost: money(lost),
    result: money(charged - compensation - lost),
    lines: lines.map(supplierLossView),
  };
}

/** What a supplier does not return of an order, in minor units, and what proves it. */
export interface ProvenLoss {
  readonly service: string;
  readonly lost: bigint;
  readonly proof: string;
}

/** What suppliers of the directory do not return of an order, as far as it is proven: that is what its customer bears in force majeure. */
export async function provenLosses(uow: UnitOfWork, orderId: string): Promise<readonly ProvenLoss[]> {
  const noted = await uow.find(SupplierLoss, { orderId, withdrawnAt: null });
  return noted
    .filter(({ supplierId, proof, lost }) => supplierId && proof !== '' && lost > 0n)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ service, lost, proof }) => ({ service, lost, proof }));
}

/** The transaction has the reach of another permission: this one's is looked at here. */
function maySee({ member }: UnitOfWork, { branchId, authorId }: Order): boolean {
  const reach = reachOf(member, 'booking.supplier-loss.read');
  if (reach === undefined || member.kind !== 'person') return reach === 'agency';
  if (reach === 'branch') return member.branchIds.includes(branchId);
  return reach === 'agency' || authorId === member.userId;
}
