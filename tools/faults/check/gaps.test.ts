import { describe, expect, it } from 'vitest';
import type { Struck } from '../history/history.ts';
import type { Strike } from '../schedule/fault.ts';
import { longestGaps, tooLong, type Worked } from './gaps.ts';

const struck = (startedAtMs: number, strike: Strike): Struck => ({
  ...{ strike, startedAtMs, endedAtMs: startedAtMs },
});
const kill = (target: string, atMs: number) => struck(atMs, { kind: 'kill', target });
/** Every 100 ms from 0 to 60 s, but not within these. */
const except = (...pauses: [from: number, to: number][]) =>
  Array.from({ length: 600 }, (_none, index) => index * 100).filter((time) =>
    pauses.every(([from, to]) => time <= from || time >= to),
  );

const loadEndedAtMs = 60_000;
const gapsOf = (faults: readonly Struck[], worked: Worked) => longestGaps(faults, worked, loadEndedAtMs);

describe('the longest gap', () => {
  it('of a killed service is from the kill to its next answer', () => {
    const worked = new Map([['booking', except([5_000, 6_200])]]);
    expect(gapsOf([kill('booking', 5_050)], worked)).toEqual({ kill: { booking: 1_150 } });
  });

  it('is the longest of several, and not what happened before or long after', () => {
    const worked = new Map([
      ['booking', except([1_000, 4_900], [5_000, 5_900], [20_000, 20_500], [50_000, 59_000])],
    ]);
    const faults = [kill('booking', 5_000), kill('booking', 20_000)];
    expect(gapsOf(faults, worked)).toEqual({ kill: { booking: 900 } });
  });

  it('is not what the next fault has done', () => {
    const worked = new Map([['booking', except([5_000, 5_900], [11_900, 17_000])]]);
    const faults = [kill('booking', 5_000), kill('booking', 12_000)];
    expect(gapsOf(faults.slice(0, 1), worked)).toEqual({ kill: { booking: 5_100 } });
    expect(gapsOf(faults, worked)).toEqual({ kill: { booking: 5_000 } });
  });

  it('of NATS is that of events, and of PostgreSQL that of everybody but events', () => {
    const worked = new Map([
      ['booking', except([30_000, 31_000])],
      ['crm', except([30_000, 32_000])],
      ['events', except([10_000, 13_000], [30_000, 39_000])],
    ]);
    const faults = [kill('nats', 10_000), kill('postgres', 30_000)];
    expect(gapsOf(faults, worked)).toEqual({ kill: { nats: 3_000, postgres: 2_000 } });
  });

  it('of faults that met is told apart', () => {
    const worked = new Map([
      ['booking', except([5_000, 8_000])],
      ['crm', except([5_100, 6_000])],
    ]);
    const gaps = gapsOf([kill('booking', 5_000), kill('crm', 5_100)], worked);
    expect(Object.keys(gaps)).toEqual(['together']);
  });

  it('reaches to the end of what stands still, however long the fault is over', () => {
    const worked = new Map([['booking', except([5_000, 45_000])]]);
    expect(gapsOf([kill('booking', 5_000)], worked)).toEqual({ kill: { booking: 40_000 } });
  });

  it('is told where it is longer than is promised of whom was killed', () => {
    const kill = { postgres: 3_100, nats: 5_900, booking: 2_001, crm: 2_000 };
    expect(tooLong({ kill, stop: { crm: 9_000 } })).toEqual(['postgres', 'booking']);
  });

  it('ends with the load: what the drain does later is not waited for, and who never came back is seen', () => {
    const placed = except([57_000, 60_000]);
    const faults = [kill('booking', 57_000)];
    const toTheEnd = { kill: { booking: 3_000 } };
    expect(gapsOf(faults, new Map([['booking', [...placed, 130_000]]]))).toEqual(toTheEnd);
    expect(gapsOf(faults, new Map([['booking', placed]]))).toEqual(toTheEnd);
  });
});
