import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundable, spreadRefund } from './spread-refund.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const payments = fc.array(amount, { minLength: 1, maxLength: 10 });

describe('a refund over several payments', () => {
  it('takes the newest first', () => {
    const newestFirst = [40n, 100n, 100n].map((open, index) => ({ paymentId: `${index}`, open }));
    expect(spreadRefund(110n, newestFirst)).toEqual([
      { paymentId: '0', amount: 40n },
      { paymentId: '1', amount: 70n },
    ]);
  });

  it('adds up, and gives no payment more than is open of it', () => {
    fc.assert(
      fc.property(payments, fc.bigInt({ min: 0n, max: 1_000n }), (list, share) => {
        const total = list.reduce((sum, one) => sum + one, 0n);
        const due = (total * share) / 1_000n;
        const parts = spreadRefund(
          due,
          list.map((open, index) => ({ paymentId: `${index}`, open })),
        );
        expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(due);
        for (const part of parts)
          expect(part.amount > 0n && part.amount <= (list[Number(part.paymentId)] ?? 0n)).toBe(true);
      }),
    );
  });

  it('is never more than was received less what is kept, in however many claims it is told', () => {
    fc.assert(
      fc.property(amount, amount, fc.array(amount, { maxLength: 8 }), (received, kept, dues) => {
        const refunded = dues.reduce(
          (sum, due) => sum + refundable({ received, refunded: sum }, due, kept),
          0n,
        );
        const wanted = dues.reduce((sum, due) => sum + due, 0n);
        const most = received > kept ? received - kept : 0n;
        expect(refunded).toBe(wanted < most ? wanted : most);
      }),
    );
  });
});
