import type { OrderState } from '../order.ts';

/**
 * Whether a payment makes an order a booking: it waits for payment and what has come in covers what is due first.
 * @param paid minor units received so far, this payment included
 * @param firstDue minor units of the first due payment
 */
export const confirmsOrder = (state: OrderState, paid: bigint, firstDue: bigint): boolean =>
  state === 'awaiting-payment' && paid >= firstDue;
