const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** Who ran that long has started well: its next crash is a new story. */
const STEADY_AFTER_MS = 30_000;

/** How long to wait before the next start of something that keeps ending: not at all at first, then longer and longer. */
export interface BackOff {
  /** @param ranMs how long it ran this time @returns milliseconds */
  next(ranMs: number): number;
  /** Crashes in a row. */
  readonly crashes: number;
}

export function newBackOff(): BackOff {
  let crashes = 0;
  return {
    next(ranMs) {
      crashes = ranMs >= STEADY_AFTER_MS ? 1 : crashes + 1;
      return crashes === 1 ? 0 : Math.min(FIRST_MS * 2 ** (crashes - 2), LONGEST_MS);
    },
    get crashes() {
      return crashes;
    },
  };
}
