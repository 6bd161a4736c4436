import type { Callback } from '../../providers/provider.ts';

export type SetAside = 'other-amount' | 'other-currency' | 'paid-already' | 'transaction-known';

export type Decision =
  | { readonly kind: 'record' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'set-aside'; readonly reason: SetAside };

interface Expected {
  readonly amount: bigint;
  readonly currency: string;
  readonly state: 'open' | 'paid' | 'refused';
}

/**
 * What a provider's message comes to. Money that has come in is recorded whenever it comes: after the page's time, or after a first attempt was refused.
 * Money that nobody has asked for, or not in this amount, is for a person to look at.
 */
export function decideCallback(expected: Expected, { result, amount }: Callback): Decision {
  if (amount.currency !== expected.currency) return { kind: 'set-aside', reason: 'other-currency' };
  if (amount.amount !== expected.amount) return { kind: 'set-aside', reason: 'other-amount' };
  if (result === 'refused') return expected.state === 'open' ? { kind: 'refuse' } : { kind: 'nothing' };
  return expected.state === 'paid' ? { kind: 'set-aside', reason: 'paid-already' } : { kind: 'record' };
}
