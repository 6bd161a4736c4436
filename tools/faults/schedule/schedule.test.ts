import { describe, expect, it } from 'vitest';
import { lastsMs } from './fault.ts';
import { scheduleOf, type Plan } from './schedule.ts';

const plan: Plan = {
  seed: 7,
  durationMs: 600_000,
  targets: {
    processes: ['booking', 'crm', 'gateway', 'postgres', 'nats'],
    wires: ['booking→postgres', 'booking→nats', '→crm'],
    disks: [],
  },
};
const kills = (faults: ReturnType<typeof scheduleOf>) => faults.filter(({ kind }) => kind === 'kill');

describe('a schedule', () => {
  it('fills disks where there are small ones, each of them in turn, and steps the clock back as well', () => {
    const disks = ['postgres', 'nats'];
    const faults = scheduleOf({ ...plan, targets: { ...plan.targets, disks }, durationMs: 3_600_000 });
    const full = faults.filter(({ kind }) => kind === 'disk');
    expect(new Set(full.map(({ target }) => target))).toEqual(new Set(disks));
    expect(scheduleOf(plan).some(({ kind }) => kind === 'disk')).toBe(false);
    const steps = faults.flatMap((fault) => (fault.kind === 'clock' ? [fault.aheadMinutes] : []));
    expect(new Set(steps)).toEqual(new Set([-1, 1, 2, 3]));
  });

  it('is the same for the same seed, and another one for another', () => {
    expect(scheduleOf(plan)).toEqual(scheduleOf(plan));
    expect(scheduleOf(plan)).not.toEqual(scheduleOf({ ...plan, seed: 8 }));
  });

  it('has at least forty kills in ten minutes, whatever the seed', () => {
    for (let seed = 0; seed < 50; seed++)
      expect(kills(scheduleOf({ ...plan, seed })).length).toBeGreaterThanOrEqual(40);
  });

  it('strikes everybody, and is over when the run is', () => {
    for (let seed = 0; seed < 50; seed++) {
      const faults = scheduleOf({ ...plan, seed });
      expect(new Set(kills(faults).map(({ target }) => target))).toEqual(new Set(plan.targets.processes));
      expect(new Set(faults.map(({ kind }) => kind)).size).toBe(6);
      for (const fault of faults) expect(fault.atMs + lastsMs(fault)).toBeLessThanOrEqual(plan.durationMs);
    }
  });

  it('comes in the order of its times, and sometimes two faults meet', () => {
    const times = scheduleOf(plan).map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(times.some((time, index) => time - (times[index - 1] ?? -Infinity) <= 300)).toBe(true);
  });
});
