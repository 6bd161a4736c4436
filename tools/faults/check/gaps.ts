import type { Struck } from '../history/history.ts';
import { endOf, isAlone, recoveringMs } from './alone.ts';

/** How long each may stand still after a kill, in milliseconds (R6); those not named are services. */
const promisedMs: Readonly<Record<string, number>> = { postgres: 3_000, nats: 6_000 };
const promisedOfServicesMs = 2_000;

/** When something worked, by what it is: milliseconds since the run began, in order. */
export type Worked = ReadonlyMap<string, readonly number[]>;

/** Longest time without, in milliseconds, by kind of fault and by who was struck. */
export type Gaps = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A fault is answered for what stands still until this long after it is over. */
const afterMs = 10_000;

/**
 * The longest time that what a fault strikes did not work, from the fault on. Faults that strike while another is not over are under `together`.
 * @param worked by service, `events` (stored in the stream) and `orders` (placed)
 * @param loadEndedAtMs nobody asks any more from then on: what stands still is measured to there, even if it never came back
 */
export function longestGaps(faults: readonly Struck[], worked: Worked, loadEndedAtMs: number): Gaps {
  const gaps: Record<string, Record<string, number>> = {};
  for (const [index, fault] of faults.entries()) {
    const { kind, target } = fault.strike;
    if (kind === 'clock') continue;
    const under = isAlone(faults, fault) ? kind : 'together';
    const reach = {
      from: fault.startedAtMs,
      over: endOf(fault) + recoveringMs,
      next: faults[index + 1]?.startedAtMs,
      until: loadEndedAtMs,
    };
    const longest = Math.max(...touchedBy(target, worked).map((times) => gapIn(times, reach)), 0);
    const ofKind = (gaps[under] ??= {});
    ofKind[target] = Math.max(ofKind[target] ?? 0, Math.round(longest));
  }
  return gaps;
}

/** What stands still when this is struck: NATS carries events, PostgreSQL everything, a wire what is at its ends. */
function touchedBy(target: string, worked: Worked): (readonly number[])[] {
  if (target === 'postgres')
    return [...worked].filter(([name]) => name !== 'events').map(([, times]) => times);
  if (target === 'nats' || target.endsWith('→nats')) return [worked.get('events') ?? []];
  const [from = '', to = ''] = target.split('→');
  const name = from === '' ? to : from;
  return [worked.get(name) ?? []];
}

interface Reach {
  readonly from: number;
  /** What stands still before this is the fault's, to its end. */
  readonly over: number;
  /** What stands still later is its own only until the next fault strikes. */
  readonly next: number | undefined;
  /** What works later is not counted: the drain places orders too, long after the last client has. */
  readonly until: number;
}

/** The longest time between two of these after a fault. */
function gapIn(times: readonly number[], { from, over, next = Infinity, until }: Reach): number {
  const inside = [...times.filter((time) => time > from && time < until), until];
  const lengths = inside.map((time, index) => {
    const began = inside[index - 1] ?? from;
    if (began <= over) return time - began;
    return Math.min(time, next, over + afterMs) - began;
  });
  return Math.max(0, ...lengths);
}

/** Who stood still after a kill for longer than is promised. */
export const tooLong = (gaps: Gaps): string[] =>
  Object.entries(gaps['kill'] ?? {})
    .filter(([target, ms]) => ms > (promisedMs[target] ?? promisedOfServicesMs))
    .map(([target]) => target);
