import { errors } from '../errors.ts';
import type { OrderState } from './order.ts';
import { checkOnSale, reckonWish, type Offer, type Placing, type Wish } from './place-order/decide.ts';

/** What an edit needs to know of the order as it is. */
export interface Edited {
  readonly state: OrderState;
  readonly authorId: string;
  readonly seats: number;
  /** Where a quotation has promised its prices. */
  readonly quotationId?: string | null | undefined;
  readonly holdExpiresAt: Temporal.Instant | null | undefined;
}

/**
 * What an order comes to when it is edited: only before its approval and while its hold lasts, and only by its author, since whoever approves must be
 * somebody else. Fewer seats may be had of a departure that is closed by now, more may not. The hold is not extended.
 * @throws booking/wrong-state, not-the-author-edits, order-was-quoted, hold-over, and what refuses an order
 */
export function decideEdit(
  order: Edited,
  offer: Offer,
  wish: Wish,
  { userId, now }: { readonly userId: string; readonly now: Temporal.Instant },
): Omit<Placing, 'holdExpiresAt'> {
  if (order.state !== 'in-review' && order.state !== 'returned')
    throw errors.wrongState({ state: order.state });
  if (order.authorId !== userId) throw errors.notTheAuthorEdits();
  if (order.quotationId) throw errors.orderWasQuoted();
  if (!order.holdExpiresAt || Temporal.Instant.compare(order.holdExpiresAt, now) <= 0)
    throw errors.holdOver();
  const reckoned = reckonWish(offer, wish);
  if (reckoned.seats > order.seats) checkOnSale(offer, now);
  return reckoned;
}
