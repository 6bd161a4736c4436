import { describe, expect, it } from 'vitest';
import { checkedTaxNumber, checkInvoicing } from './decide.ts';

const order = {
  orderId: 'order',
  number: 'HQ-2026-000001',
  customerId: 'customer',
  branchId: 'branch',
  state: 'confirmed',
  total: { amount: 200_000n, currency: 'CNY' },
  seats: 2,
};

describe('issuing an invoice', () => {
  it('is for orders that are paid to the last cent', () => {
    expect(() => checkInvoicing(order, 200_000n, false)).not.toThrow();
    expect(() => checkInvoicing(order, 199_999n, false)).toThrow('Order HQ-2026-000001 has CNY 0.01 open');
  });

  it('happens once an order', () => {
    expect(() => checkInvoicing(order, 200_000n, true)).toThrow('finance/already-invoiced');
  });

  it('is not for an order that has ended without a trip', () => {
    expect(() => checkInvoicing({ ...order, state: 'cancelled' }, 200_000n, false)).toThrow(
      'finance/order-not-standing',
    );
  });

  it('is not for an order that costs nothing', () => {
    const free = { ...order, total: { amount: 0n, currency: 'CNY' } };
    expect(() => checkInvoicing(free, 0n, false)).toThrow('finance/nothing-to-invoice');
  });

  it('takes a company with its tax number and a person without one', () => {
    expect(checkedTaxNumber('91 110000 600037341L')).toBe('91110000600037341L');
    expect(checkedTaxNumber(undefined)).toBeNull();
    expect(() => checkedTaxNumber('911100006000373410')).toThrow('finance/tax-number-invalid');
  });
});
