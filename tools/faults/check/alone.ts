import type { Struck } from '../history/history.ts';
import { lastsMs } from '../schedule/fault.ts';

/** How long after a fault what it struck may still be coming back. */
export const recoveringMs = 2_500;

/** When a fault was undone, by the schedule: a killed process is up to whoever keeps it. */
export const endOf = ({ startedAtMs, strike }: Struck): number => startedAtMs + lastsMs(strike);

/** Whether no other fault struck while this one was not over. A clock that jumps stops nobody. */
export function isAlone(faults: readonly Struck[], one: Struck): boolean {
  return faults.every(
    (other) =>
      other === one ||
      other.strike.kind === 'clock' ||
      one.startedAtMs > endOf(other) + recoveringMs ||
      other.startedAtMs > endOf(one) + recoveringMs,
  );
}
