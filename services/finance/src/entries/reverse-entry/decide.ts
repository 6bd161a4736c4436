import { errors } from '../../errors.ts';
import type { SourceKind } from '../entry.ts';

/** What may be reversed by itself: business that was recorded, not what was settled over a whole group, and never a reversal. */
export type Reversible = Extract<SourceKind, 'payment' | 'supplier-cost'>;

/** @returns the kind of business to take back @throws finance/reversal-of-reversal, finance/settlement-not-reversible, finance/refund-not-reversible, finance/commission-not-reversible */
export function checkReversible({
  sourceKind,
  number,
}: {
  sourceKind: SourceKind;
  number: string;
}): Reversible {
  if (sourceKind === 'reversal') throw errors.reversalOfReversal({ number });
  if (sourceKind === 'refund' || sourceKind === 'refund-payment')
    throw errors.refundNotReversible({ number });
  if (sourceKind === 'commission-earned' || sourceKind === 'commission-granted')
    throw errors.commissionNotReversible({ number });
  if (sourceKind === 'group-settlement') throw errors.settlementNotReversible({ number });
  if (sourceKind === 'payment' || sourceKind === 'supplier-cost') return sourceKind;
  throw errors.refundNotReversible({ number });
}

/** What stands against taking a payment back. */
export interface PaymentBonds {
  readonly state: 'received' | 'reversed';
  readonly entryNumber: string;
  /** Minor units of it that go or have gone back to the customer. */
  readonly refunded: bigint;
  /** Whether the order's group is settled: what it paid is revenue by then. */
  readonly settled: boolean;
  /** Number of the order's live invoice, which says that it is paid. */
  readonly invoiceNumber: string | undefined;
}

/** @throws finance/already-reversed, finance/payment-refunded, finance/order-settled, finance/order-invoiced */
export function checkPaymentReversal(bonds: PaymentBonds): void {
  const { state, entryNumber, refunded, settled, invoiceNumber } = bonds;
  if (state === 'reversed') throw errors.alreadyReversed({ number: entryNumber });
  if (refunded > 0n) throw errors.paymentRefunded();
  if (settled) throw errors.orderSettled();
  if (invoiceNumber !== undefined) throw errors.orderInvoiced({ number: invoiceNumber });
}

/** What stands against taking a supplier's cost back. */
export interface CostBonds {
  readonly state: 'recorded' | 'reversed';
  readonly entryNumber: string;
  readonly settled: boolean;
}

/** @throws finance/already-reversed, finance/departure-settled */
export function checkCostReversal({ state, entryNumber, settled }: CostBonds): void {
  if (state === 'reversed') throw errors.alreadyReversed({ number: entryNumber });
  if (settled) throw errors.departureSettled();
}
