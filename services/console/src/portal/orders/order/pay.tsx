import type { OrderDetail } from '../../../api/gen/booking.ts';

/** Where an order is paid online. */
export function Pay(_of: { readonly order: OrderDetail }) {
  return null;
}
