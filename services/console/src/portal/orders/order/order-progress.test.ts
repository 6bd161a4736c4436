import { describe, expect, it } from 'vitest';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { progressOf } from './order-progress.ts';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

function order(
  state: OrderDetail['state'],
  outstanding: string,
  dues: readonly (readonly [kind: 'deposit' | 'balance', state: 'open' | 'paid'])[] = [],
) {
  const schedule = dues.map(([kind, of]) => ({
    ...{ kind, state: of, dueOn: '2026-12-01', amount: yuan('10000'), outstanding: yuan('0') },
  }));
  const standing = { outstanding: yuan(outstanding), overdue: yuan('0'), excess: yuan('0') };
  // As much of an order as its progress looks at.
  return { state, schedule, standing } as Pick<OrderDetail, 'state' | 'schedule' | 'standing'>;
}

const done = (of: ReturnType<typeof progressOf>) => of?.filter((one) => one.done).map(({ name }) => name);
const named = (of: ReturnType<typeof progressOf>) => of?.map(({ name }) => name);

describe('how far an order is', () => {
  it('is not paid with its deposit, though confirmed', () => {
    const dues = [['deposit', 'paid'] as const, ['balance', 'open'] as const];
    expect(done(progressOf(order('confirmed', '20000', dues)))).toEqual(['placed', 'approved', 'deposit']);
  });

  it('is paid once nothing is outstanding', () => {
    const dues = [['deposit', 'paid'] as const, ['balance', 'paid'] as const];
    expect(done(progressOf(order('confirmed', '0', dues)))).toEqual([
      ...['placed', 'approved', 'deposit', 'paid'],
    ]);
  });

  it('has no step for a deposit where all is paid at once', () =>
    expect(named(progressOf(order('awaiting-payment', '20000', [['balance', 'open']])))).not.toContain(
      'deposit',
    ));

  it('is sent, no more, while it is reviewed or returned', () => {
    for (const state of ['in-review', 'returned'] as const)
      expect(done(progressOf(order(state, '0')))).toEqual(['placed']);
  });

  it('is told of a trip that began with the balance unpaid', () => {
    const dues = [['deposit', 'paid'] as const, ['balance', 'open'] as const];
    expect(done(progressOf(order('travelling', '20000', dues)))).toEqual([
      ...['placed', 'approved', 'deposit', 'travelling'],
    ]);
  });

  it('is not told of what has ended before its time', () =>
    expect(progressOf(order('cancelled', '0'))).toBeUndefined());
});
