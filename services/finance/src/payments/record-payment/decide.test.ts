import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderFacts } from '../../orders.ts';
import { paymentMethods } from '../payment.ts';
import { decidePayment, type PaymentWish } from './decide.ts';

const order: OrderFacts = {
  orderId: 'order',
  number: 'HQ-2026-000001',
  customerId: 'customer',
  branchId: 'branch',
  state: 'awaiting-payment',
  total: { amount: 200_000n, currency: 'CNY' },
  seats: 2,
};
const wish: PaymentWish = {
  amount: { amount: 60_000n, currency: 'CNY' },
  method: 'bank-transfer',
  receivedOn: '2026-05-01',
};
const decide = (changes: Partial<OrderFacts> = {}, wished: Partial<PaymentWish> = {}, received = 0n) =>
  decidePayment({ ...order, ...changes }, received, { ...wish, ...wished }, '2026-05-01');

describe('recording a payment', () => {
  it('debits where the money came in and credits what is owed to the customer', () => {
    expect(decide()).toEqual([
      { purpose: 'bank', debit: 60_000n, credit: 0n, currency: 'CNY' },
      { purpose: 'customer-advances', debit: 0n, credit: 60_000n, currency: 'CNY' },
    ]);
    expect(decide({}, { method: 'cash' })[0]?.purpose).toBe('cash');
    expect(decide({}, { method: 'online' })[0]?.purpose).toBe('payment-providers');
  });

  it('accepts what is open to the last cent and refuses one cent more, naming what is open', () => {
    expect(decide({}, {}, 140_000n)).toHaveLength(2);
    expect(() => decide({}, {}, 140_001n)).toThrow('CNY 599.99 is still open');
  });

  it.each([
    ['cancelled', 'finance/order-cancelled'],
    ['expired', 'finance/order-expired'],
    ['in-review', 'finance/order-not-approved'],
    ['returned', 'finance/order-not-approved'],
  ])('is refused while the order is %s', (state, code) => {
    expect(() => decide({ state })).toThrow(code);
  });

  it.each(['confirmed', 'travelling', 'completed'])('is accepted while the order is %s', (state) => {
    expect(decide({ state })).toHaveLength(2);
  });

  it("is refused in another currency than the order's", () => {
    expect(() => decide({}, { amount: { amount: 1n, currency: 'EUR' } })).toThrow('finance/currency-differs');
  });

  it('is refused for a day to come', () => {
    expect(() => decide({}, { receivedOn: '2026-05-02' })).toThrow('finance/date-in-future');
  });

  it('always balances, and never takes in more than the order is worth', () => {
    const amount = fc.bigInt(1n, 10n ** 15n);
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...paymentMethods), (total, paid, method) => {
        fc.pre(paid <= total);
        const lines = decide(
          { total: { amount: total, currency: 'CNY' } },
          { amount: { amount: paid, currency: 'CNY' }, method },
        );
        expect(lines.reduce((sum, line) => sum + line.debit - line.credit, 0n)).toBe(0n);
      }),
    );
  });
});
