import { describe, expect, it } from 'vitest';
import { describeBetween, readTicks, ticksIn } from './processor.ts';

describe('the processors of the machine', () => {
  it('are read from /proc/stat without counting guests twice', () => {
    const stat = 'cpu  100 1 50 800 20 3 6 20 40 0\ncpu0 9 9 9 9 9 9 9 9 9 9\nintr 1\n';
    expect(ticksIn(stat)).toEqual({ total: 1_000, idle: 820, steal: 20 });
  });

  it('were busy and stolen for shares of the time in between', () => {
    const before = { total: 1_000, idle: 500, steal: 10 };
    expect(describeBetween(before, { total: 1_200, idle: 550, steal: 13 })).toBe(
      'processors busy 75.0 %, st 1.5 %',
    );
    expect(describeBetween(before, before)).toBe('processors busy unknown, st unknown');
  });

  it('are those of this machine', () => {
    const { total, idle } = readTicks();
    expect(total).toBeGreaterThan(idle);
  });
});
