/** A device's clock may be wrong by more than an answer takes. */
const takenForRightMs = 5_000;

const clock = { aheadMs: 0 };

/** Sets the clock by the system's: what may be done today, and how long seats are held, are matters of its time. @param instant RFC 3339 */
export function setClock(instant: string): void {
  const ahead = Date.parse(instant) - Date.now();
  clock.aheadMs = Math.abs(ahead) < takenForRightMs ? 0 : ahead;
}

/** Milliseconds since 1970, as the system has them. */
export const now = (): number => Date.now() + clock.aheadMs;
