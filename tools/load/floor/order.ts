import { newId } from '@yitu/kernel';

/** What the floor is told: the order and what booking would have looked up. Nothing is checked. */
export interface FloorOrder {
  readonly agencyId: string;
  readonly branchId: string;
  readonly branchCode: string;
  readonly authorId: string;
  readonly customerId: string;
  readonly departureId: string;
  readonly productId: string;
  /** Minor units. */
  readonly unitPrice: string;
  readonly counts: readonly { readonly category: string; readonly count: number }[];
  readonly travellers: readonly { readonly travellerId: string; readonly category: string }[];
  readonly note: string;
}

/** What is settled before the statement runs. Instants are ISO 8601, amounts minor units. */
export interface Settled {
  readonly id: string;
  readonly created: string;
  readonly holdsUntil: string;
  readonly seats: number;
  readonly total: string;
}

export const currency = 'CNY';
const holdMs = 7 * 24 * 3_600_000;
/** Where the statement puts the number. */
export const numberMark = '{number}';

/** What the program computes itself. */
export function settle({ counts, unitPrice }: FloorOrder): Settled {
  const now = new Date();
  const seats = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    id: newId(),
    created: now.toISOString(),
    holdsUntil: new Date(now.getTime() + holdMs).toISOString(),
    seats,
    total: times(unitPrice, seats),
  };
}

/** @param amount minor units */
export const times = (amount: string, count: number) => (BigInt(amount) * BigInt(count)).toString();
