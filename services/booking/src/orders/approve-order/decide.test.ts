import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReview, holdUntil, paymentSchedule } from './decide.ts';

const rules = { holdMinutes: 30, depositPercent: 30, depositDueDays: 3, balanceDueDaysBefore: 15 };
const now = Temporal.Instant.from('2026-05-01T04:00:00Z');
const departure = { departsOn: '2026-07-01', timeZone: 'Asia/Shanghai' };
const inReview = {
  state: 'in-review',
  total: 1n,
  holdExpiresAt: now.add({ minutes: 1 }),
} as const;

describe('reviewing an order', () => {
  it('is only for an order in review', () => {
    expect(() => checkReview({ ...inReview, state: 'expired' }, now)).toThrow('booking/wrong-state');
  });

  it('comes too late once the hold is over', () => {
    expect(() => checkReview(inReview, now.add({ minutes: 1 }))).toThrow('booking/hold-over');
  });
});

describe('the payment schedule', () => {
  it('asks for a deposit soon and the balance before departure', () => {
    expect(paymentSchedule(100_001n, departure, rules, now)).toEqual([
      { kind: 'deposit', amount: 30_001n, dueOn: '2026-05-04' },
      { kind: 'balance', amount: 70_000n, dueOn: '2026-06-16' },
    ]);
  });

  it('asks for everything at once when the departure is near, never after it', () => {
    expect(paymentSchedule(100n, { ...departure, departsOn: '2026-05-02' }, rules, now)).toEqual([
      { kind: 'deposit', amount: 100n, dueOn: '2026-05-02' },
    ]);
  });

  it('always adds up to the total, in amounts above zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 200 }),
        (total, percent, days) => {
          const departsOn = Temporal.PlainDate.from('2026-05-01').add({ days }).toString();
          const schedule = paymentSchedule(
            total,
            { ...departure, departsOn },
            { ...rules, depositPercent: percent },
            now,
          );
          expect(schedule.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
          expect(schedule.every(({ amount, dueOn }) => amount > 0n && dueOn <= departsOn)).toBe(true);
        },
      ),
    );
  });

  it('holds the seats to the end of the first due day and its grace', () => {
    const schedule = paymentSchedule(100n, departure, rules, now);
    const grace = (depositGraceDays: number) => ({ depositGraceDays, balanceGraceDays: 9 });
    expect(holdUntil(schedule, grace(0), 'Asia/Shanghai')?.toString()).toBe('2026-05-04T16:00:00Z');
    expect(holdUntil(schedule, grace(2), 'Asia/Shanghai')?.toString()).toBe('2026-05-06T16:00:00Z');
    expect(holdUntil([], grace(2), 'Asia/Shanghai')).toBeNull();
  });
});
