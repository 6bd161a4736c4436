import type { Struck } from '../history/history.ts';
import { lastsMs } from '../schedule/fault.ts';

/** When something worked, by what it is: milliseconds since the run began, in order. */
export type Worked = ReadonlyMap<string, readonly number[]>;

/** Longest time without, in milliseconds, by kind of fault and by who was struck. */
export type Gaps = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A fault is answered for what stands still until this long after it is over. */
const afterMs = 10_000;

/**
 * The longest time that what a fault strikes did not work, from the fault on. Faults that strike while another is not over are under `together`.
 * @param worked by service, `events` (stored in the stream) and `orders` (placed)
 */
export function longestGaps(faults: readonly Struck[], worked: Worked): Gaps {
  const gaps: Record<string, Record<string, number>> = {};
  for (const [index, fault] of faults.entries()) {
    const { kind, target } = fault.strike;
    if (kind === 'clock') continue;
    const under = alone(faults, index) ? kind : 'together';
    const until = Math.min(endOf(fault) + afterMs, faults[index + 1]?.startedAtMs ?? Infinity);
    const longest = Math.max(
      ...touchedBy(target, worked).map((times) => gapIn(times, fault.startedAtMs, until)),
      0,
    );
    const ofKind = (gaps[under] ??= {});
    ofKind[target] = Math.max(ofKind[target] ?? 0, Math.round(longest));
  }
  return gaps;
}

const endOf = ({ startedAtMs, strike }: Struck) => startedAtMs + lastsMs(strike);

/** How long after a fault a service may still be coming back. */
const recoveringMs = 2_500;

function alone(faults: readonly Struck[], index: number): boolean {
  const one = faults[index];
  return faults.every(
    (other, place) =>
      place === index ||
      !one ||
      other.strike.kind === 'clock' ||
      one.startedAtMs > endOf(other) + recoveringMs ||
      other.startedAtMs > endOf(one) + recoveringMs,
  );
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

/** The longest time between two of these that reaches into a window, from its start on. */
function gapIn(times: readonly number[], from: number, until: number): number {
  const inside = times.filter((time) => time > from);
  const before = [from, ...inside];
  const gaps = inside.map((time, index) => ({ began: before[index] ?? from, time }));
  return Math.max(0, ...gaps.filter(({ began }) => began < until).map(({ began, time }) => time - began));
}
