import type { Callback } from '../../providers/provider.ts';

export type SetAside = 'other-amount' | 'other-currency' | 'paid-already' | 'transaction-known';

export type Decision =
  | { readonly kind: 'record' }
  | { readonly kind: 'by-hand'; readonly paymentId: string }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'set-aside'; readonly reason: SetAside };

interface Expected {
  readonly amount: bigint;
  readonly currency: string;
  readonly state: 'open' | 'paid' | 'refused';
}

/** What is there already under the number of the message. */
interface Known {
  /** A message that said something else. */
  readonly transactionKnown?: boolean;
  /** A payment of the order that somebody has recorded by hand. */
  readonly payment?: { readonly id: string; readonly amount: bigint; readonly currency: string };
}

/**
 * What a provider's message comes to. Money that has come in is recorded whenever it comes: after the page's time, or after a first attempt was refused.
 * Money that nobody has asked for, or not in this amount, is for a person to look at, and so is what contradicts an earlier message or what was recorded by hand.
 */
export function decideCallback(
  expected: Expected,
  { result, amount }: Callback,
  { transactionKnown = false, payment }: Known = {},
): Decision {
  if (transactionKnown) return { kind: 'set-aside', reason: 'transaction-known' };
  if (amount.currency !== expected.currency) return { kind: 'set-aside', reason: 'other-currency' };
  if (amount.amount !== expected.amount) return { kind: 'set-aside', reason: 'other-amount' };
  if (result === 'refused') return expected.state === 'open' ? { kind: 'refuse' } : { kind: 'nothing' };
  if (expected.state === 'paid') return { kind: 'set-aside', reason: 'paid-already' };
  if (!payment) return { kind: 'record' };
  return payment.amount === amount.amount && payment.currency === amount.currency
    ? { kind: 'by-hand', paymentId: payment.id }
    : { kind: 'set-aside', reason: 'other-amount' };
}
