import { DomainError } from '@yitu/kernel';
import { requestErrors, type Call } from '@yitu/persistence';
import type { Bookings } from '../bookings.ts';

/** An order, asked of booking on behalf of the caller. @throws request/not-found for one that is not within their reach, booking/unavailable */
export async function ownOrder(bookings: Bookings, call: Call, orderId: string) {
  try {
    return await bookings.order(call, orderId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'itinerary/no-such-order')
      throw requestErrors.notFound();
    throw error;
  }
}
