import { expect, test } from 'vitest';
import { newBackOff } from './back-off.ts';

test('what crashes is started again at once, then after longer and longer pauses, but never more than ten seconds', () => {
  const backOff = newBackOff();
  const pauses = Array.from({ length: 9 }, () => backOff.next(100));
  expect(pauses).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('what ran well for a while is started again at once', () => {
  const backOff = newBackOff();
  backOff.next(100);
  backOff.next(100);
  expect(backOff.next(30_000)).toBe(0);
  expect(backOff.crashes).toBe(1);
});
