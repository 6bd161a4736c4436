import type { Measured } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';

/** What sign-ins cost those who place orders meanwhile, as the last line says it to programs. */
export interface Result {
  readonly id: 'SIGN-INS';
  /** Orders a second, both times. */
  readonly orders: number;
  readonly alone_p50_ms: number;
  readonly alone_p99_ms: number;
  /** Sign-ins a second that were let in. */
  readonly sign_ins: number;
  readonly sign_in_p99_ms: number;
  readonly beside_p50_ms: number;
  readonly beside_p99_ms: number;
  readonly errors: number;
}

/** One round: orders alone, and orders with sign-ins beside them. */
export interface Round {
  readonly alone: Measured;
  readonly beside: Measured;
  readonly signIns: Measured;
}

/** Medians of the rounds. */
export function resultOf(rounds: readonly Round[]): Result {
  const middle = (value: (round: Round) => number) => Number(median(rounds.map(value)).toFixed(1));
  return {
    id: 'SIGN-INS',
    orders: middle(({ beside }) => beside.rate),
    alone_p50_ms: middle(({ alone }) => alone.p50Ms),
    alone_p99_ms: middle(({ alone }) => alone.p99Ms),
    sign_ins: middle(({ signIns }) => signIns.rate),
    sign_in_p99_ms: middle(({ signIns }) => signIns.p99Ms),
    beside_p50_ms: middle(({ beside }) => beside.p50Ms),
    beside_p99_ms: middle(({ beside }) => beside.p99Ms),
    errors: rounds.reduce(
      (sum, { alone, beside, signIns }) => sum + alone.errors + beside.errors + signIns.errors,
      0,
    ),
  };
}
