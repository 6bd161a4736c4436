import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clockOfFile } from './clock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  folder = mkdtempSync(join(tmpdir(), 'yitu-clock-'));
  file = join(folder, 'clock');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** Whole days a clock is ahead of the machine's. */
const daysAhead = (now: Temporal.Instant) =>
  Math.round(now.since(Temporal.Now.instant()).total({ unit: 'hours' }) / 24);

it('is ahead by what its file says, and goes on as it was when that is no duration', () => {
  const told: string[] = [];
  const clock = clockOfFile(file, (text) => told.push(text));
  const ahead = (text: string) => {
    writeFileSync(file, text);
    vi.advanceTimersByTime(1_001);
    return daysAhead(clock.now());
  };
  expect(ahead('P30D\n')).toBe(30);
  expect([ahead('30D'), ahead('30D')]).toEqual([30, 30]);
  expect(told).toEqual(['30D']);
  expect(Math.abs(ahead(''))).toBe(0);
});
