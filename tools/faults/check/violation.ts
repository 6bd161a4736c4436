/** A broken invariant, for a person to look up in the history. */
export interface Violation {
  /** How much is wrong: orders, seats, events; minor units never. */
  readonly count: number;
  readonly text: string;
}

export const violation = (text: string, count = 1): Violation => ({ count, text });

export const countOf = (violations: readonly Violation[]): number =>
  violations.reduce((sum, { count }) => sum + count, 0);
