import type { OrderDetail } from '../../api/gen/booking.ts';
import { useMay, useMe } from '../../session/me.ts';

/** Before its approval an order is changed by whoever placed it, and nobody else. */
export function useChangeable({ state, authorId }: OrderDetail): boolean {
  const may = useMay();
  const { user } = useMe();
  const before = state === 'in-review' || state === 'returned';
  return before && authorId === user.id && may('booking.own-order.change');
}
