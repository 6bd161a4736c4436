/** A payment and the part of it that is not refunded yet, minor units. */
export interface OpenPayment {
  readonly paymentId: string;
  readonly open: bigint;
}

export interface Spread {
  readonly paymentId: string;
  readonly amount: bigint;
}

/** What an order's account says, minor units. */
export interface Standing {
  readonly received: bigint;
  readonly refunded: bigint;
}

/**
 * How much of what is due can be refunded: what has been received less what has been or will be refunded and less what the agency keeps. A payment
 * taken back after the claim was made lowers it.
 * @returns minor units, none below zero
 */
export function refundable({ received, refunded }: Standing, due: bigint, kept: bigint): bigint {
  const most = received - refunded - kept;
  const amount = due < most ? due : most;
  return amount > 0n ? amount : 0n;
}

/**
 * Spreads a refund over payments, newest first: terminals and payment pages take refunds back for a limited time only. The parts add up to the
 * refund, and none is more than is open of its payment.
 * @throws RangeError when the payments do not cover it
 */
export function spreadRefund(amount: bigint, newestFirst: readonly OpenPayment[]): Spread[] {
  let left = amount;
  const parts: Spread[] = [];
  for (const { paymentId, open } of newestFirst) {
    const part = open < left ? open : left;
    if (part > 0n) parts.push({ paymentId, amount: part });
    left -= part;
  }
  if (left > 0n) throw new RangeError('the payments of an order cover what was received for it');
  return parts;
}
