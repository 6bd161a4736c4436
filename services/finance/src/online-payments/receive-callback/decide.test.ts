import { describe, expect, it } from 'vitest';
import { decideCallback } from './decide.ts';

const expected = { amount: 500n, currency: 'CNY', state: 'open' } as const;
const told = {
  ...{ agencyId: 'a', onlinePaymentId: 'o', transactionId: 't', result: 'paid' as const },
  amount: { amount: 500n, currency: 'CNY' },
} as const;
const refused = { ...told, result: 'refused' } as const;

describe("a provider's message", () => {
  it('that money has come is recorded, also after a refusal', () => {
    expect(decideCallback(expected, told)).toEqual({ kind: 'record' });
    expect(decideCallback({ ...expected, state: 'refused' }, told)).toEqual({ kind: 'record' });
  });

  it('that it was refused ends what is open, and nothing else', () => {
    expect(decideCallback(expected, refused)).toEqual({ kind: 'refuse' });
    expect(decideCallback({ ...expected, state: 'paid' }, refused)).toEqual({ kind: 'nothing' });
    expect(decideCallback({ ...expected, state: 'refused' }, refused)).toEqual({ kind: 'nothing' });
  });

  it('of another amount, another currency or a second payment is set aside', () => {
    const of = (amount: bigint, currency: string) => ({ ...told, amount: { amount, currency } });
    expect(decideCallback(expected, of(499n, 'CNY'))).toEqual({ kind: 'set-aside', reason: 'other-amount' });
    expect(decideCallback(expected, of(501n, 'CNY'))).toEqual({ kind: 'set-aside', reason: 'other-amount' });
    expect(decideCallback(expected, of(500n, 'USD'))).toEqual({
      kind: 'set-aside',
      reason: 'other-currency',
    });
    const paid = { ...expected, state: 'paid' } as const;
    expect(decideCallback(paid, told)).toEqual({ kind: 'set-aside', reason: 'paid-already' });
  });

  it('that says something else under a number that is known is set aside, whatever it says', () => {
    const known = { kind: 'set-aside', reason: 'transaction-known' };
    for (const one of [told, refused])
      expect(decideCallback(expected, one, { transactionKnown: true })).toEqual(known);
  });

  it('of money that somebody has recorded by hand makes it paid by that; of another amount it is set aside', () => {
    const payment = { id: 'p', amount: 500n, currency: 'CNY' };
    expect(decideCallback(expected, told, { payment })).toEqual({ kind: 'by-hand', paymentId: 'p' });
    for (const other of [
      { ...payment, amount: 400n },
      { ...payment, currency: 'USD' },
    ])
      expect(decideCallback(expected, told, { payment: other })).toEqual({
        ...{ kind: 'set-aside', reason: 'other-amount' },
      });
    expect(decideCallback(expected, refused, { payment })).toEqual({ kind: 'refuse' });
  });
});
