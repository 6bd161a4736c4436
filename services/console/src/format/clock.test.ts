import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { now, setClock } from './clock.ts';
import { todayIn } from './dates.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T15:59:00Z') }));
afterEach(() => {
  setClock(new Date().toISOString());
  vi.useRealTimers();
});

it('goes by the system’s clock where the device’s is wrong', () => {
  setClock('2026-12-01T15:59:00Z');
  expect(new Date(now()).toISOString()).toBe('2026-12-01T15:59:00.000Z');
  vi.advanceTimersByTime(60_000);
  expect(todayIn('Asia/Shanghai')).toBe('2026-12-02');
  expect(todayIn('Europe/London')).toBe('2026-12-01');
});

it('does not mind what an answer takes on its way', () => {
  setClock('2026-11-22T15:58:58Z');
  expect(now()).toBe(Date.now());
});
