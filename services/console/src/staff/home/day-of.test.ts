import { expect, it } from 'vitest';
import { dayOf } from './day-of.ts';

it.each([
  ['payment-overdue', '2026-11-20', 'overdue'],
  ['refund-to-pay', '2026-11-20', 'overdue'],
  ['refund-to-pay', '2026-11-22', 'due'],
  ['order-departing', '2026-11-20', 'departs'],
] as const)('says of the day of %s on %s what it is', (kind, day, said) => {
  expect(dayOf(kind, day, '2026-11-22')).toBe(said);
});
