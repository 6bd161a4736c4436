import { describe, expect, it } from 'vitest';
import { decideAmount } from './decide.ts';

const cny = (amount: bigint) => ({ amount, currency: 'CNY' });
const order = {
  ...{ orderId: 'o', number: 'HQ-1', branchId: 'b', customerId: 'c', state: 'awaiting-payment', seats: 1 },
  ...{ total: cny(100_000n), calledOff: false },
};
const dues = [{ amount: 30_000n }, { amount: 70_000n }];

describe('what is paid online', () => {
  it.each([
    [0n, 30_000n],
    [10_000n, 20_000n],
    [30_000n, 70_000n],
    [99_999n, 1n],
  ])('is what is due next, where nothing else is said: with %s received %s', (received, due) => {
    expect(decideAmount(order, dues, received, undefined)).toEqual(cny(due));
  });

  it('is all that is open where the schedule says nothing of it, and never more than that', () => {
    expect(decideAmount(order, [], 5n, undefined)).toEqual(cny(99_995n));
    expect(decideAmount({ ...order, penalty: cny(500n) }, dues, 100_000n, undefined)).toEqual(cny(500n));
    expect(decideAmount({ ...order, total: cny(20_000n) }, dues, 0n, undefined)).toEqual(cny(20_000n));
  });

  it('is any part of what is open', () => {
    expect(decideAmount(order, dues, 0n, cny(1n))).toEqual(cny(1n));
    expect(decideAmount(order, dues, 40_000n, cny(60_000n))).toEqual(cny(60_000n));
    expect(() => decideAmount(order, dues, 40_000n, cny(60_001n))).toThrow('finance/overpayment');
    expect(() => decideAmount(order, dues, 0n, { amount: 1n, currency: 'EUR' })).toThrow(
      'finance/currency-differs',
    );
  });

  it('is nothing once all is paid, nor of an order that takes no payment', () => {
    expect(() => decideAmount(order, dues, 100_000n, undefined)).toThrow('finance/nothing-open');
    expect(() => decideAmount({ ...order, state: 'in-review' }, dues, 0n, undefined)).toThrow(
      'finance/order-not-approved',
    );
    expect(() => decideAmount({ ...order, calledOff: true }, dues, 0n, undefined)).toThrow(
      'finance/departure-called-off',
    );
    expect(() => decideAmount({ ...order, state: 'cancelled' }, dues, 0n, undefined)).toThrow(
      'finance/order-cancelled',
    );
  });
});
