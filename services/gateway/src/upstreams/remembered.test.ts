import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { remembered } from './remembered.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('asks once in its time, also when many ask before the answer is there, and again afterwards', async () => {
  const asked = { times: 0 };
  const recent = remembered(1_000, () => {
    asked.times += 1;
    return Promise.resolve(asked.times);
  });
  expect(await Promise.all([recent(), recent(), recent()])).toEqual([1, 1, 1]);
  vi.advanceTimersByTime(999);
  expect(await recent()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await recent()).toBe(2);
});
