import { describe, expect, it } from 'vitest';
import { endOf, graceUntil } from './due-timers.ts';

describe('the end of a due day', () => {
  it.each([
    ['2028-02-28', 'Asia/Shanghai', '2028-02-28T16:00:00Z'],
    ['2028-02-29', 'Asia/Shanghai', '2028-02-29T16:00:00Z'],
    ['2027-02-28', 'Europe/Paris', '2027-02-28T23:00:00Z'],
    ['2027-03-28', 'Europe/Paris', '2027-03-28T22:00:00Z'], // the clocks go forward on this day
  ])('%s in %s is %s', (date, zone, instant) => {
    expect(endOf(date, zone).toString()).toBe(instant);
  });
});

describe('the grace of a due payment', () => {
  const rules = { depositGraceDays: 1, balanceGraceDays: 3 };

  it.each([
    ['deposit', '2028-02-28', '2028-02-29'],
    ['deposit', '2027-02-28', '2027-03-01'],
    ['balance', '2028-02-28', '2028-03-02'],
    ['balance', '2027-12-30', '2028-01-02'],
  ] as const)('of a %s due on %s ends with %s', (kind, dueOn, until) => {
    expect(graceUntil({ kind, dueOn }, rules)).toBe(until);
  });
});
