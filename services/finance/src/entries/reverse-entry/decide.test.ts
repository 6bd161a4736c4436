import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credit, debit, reversed } from '../line.ts';
import { checkCostReversal, checkPaymentReversal, checkReversible } from './decide.ts';

const number = 'JZ-HQ-2026-000001';
const payment = {
  state: 'received',
  entryNumber: number,
  refunded: 0n,
  settled: false,
  invoiceNumber: undefined,
} as const;
const cost = { state: 'recorded', entryNumber: number, settled: false } as const;

describe('reversing an entry', () => {
  it('takes back payments and supplier costs', () => {
    expect(checkReversible({ sourceKind: 'payment', number })).toBe('payment');
    expect(checkReversible({ sourceKind: 'supplier-cost', number })).toBe('supplier-cost');
  });

  it('is not for a reversal or for a part of a group settlement', () => {
    expect(() => checkReversible({ sourceKind: 'reversal', number })).toThrow('finance/reversal-of-reversal');
    expect(() => checkReversible({ sourceKind: 'group-settlement', number })).toThrow(
      'finance/settlement-not-reversible',
    );
  });

  it('leaves a payment alone that is reversed, settled or invoiced already', () => {
    expect(() => checkPaymentReversal(payment)).not.toThrow();
    expect(() => checkPaymentReversal({ ...payment, state: 'reversed' })).toThrow('finance/already-reversed');
    expect(() => checkPaymentReversal({ ...payment, refunded: 1n })).toThrow('finance/payment-refunded');
    expect(() => checkPaymentReversal({ ...payment, settled: true })).toThrow('finance/order-settled');
    expect(() => checkPaymentReversal({ ...payment, invoiceNumber: 'FP-HQ-2026-000001' })).toThrow(
      'finance/order-invoiced',
    );
  });

  it('leaves a cost alone that is reversed or settled already', () => {
    expect(() => checkCostReversal(cost)).not.toThrow();
    expect(() => checkCostReversal({ ...cost, state: 'reversed' })).toThrow('finance/already-reversed');
    expect(() => checkCostReversal({ ...cost, settled: true })).toThrow('finance/departure-settled');
  });

  it('undoes every account of an entry, whatever was posted', () => {
    const line = fc
      .record({
        purpose: fc.constantFrom('bank', 'revenue', 'cost-of-sales'),
        amount: fc.bigInt(1n, 10n ** 15n),
        currency: fc.constantFrom('CNY', 'EUR'),
        side: fc.constantFrom(debit, credit),
      })
      .map(({ purpose, amount, currency, side }) => side(purpose, amount, currency));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const balances = Map.groupBy(
          [...lines, ...reversed(lines)],
          ({ purpose, currency }) => `${purpose} ${currency}`,
        );
        for (const both of balances.values())
          expect(both.reduce((sum, one) => sum + one.debit - one.credit, 0n)).toBe(0n);
      }),
    );
  });
});
