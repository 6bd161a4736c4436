import { expect, it } from 'vitest';
import { subjectMatches } from './subjects.ts';

it('a filter fits the subjects that NATS would give it', () => {
  const subject = 'evt.a1.booking.order.placed.v1';
  expect(subjectMatches('evt.*.booking.order.>', subject)).toBe(true);
  expect(subjectMatches('evt.>', subject)).toBe(true);
  expect(subjectMatches('evt.*.finance.payment.>', subject)).toBe(false);
  expect(subjectMatches('evt.*.booking.order.placed.v1', subject)).toBe(true);
  expect(subjectMatches('evt.*.booking.order', subject)).toBe(false);
  expect(subjectMatches('evt.a1.booking.order.placed.v1.>', subject)).toBe(false);
});
