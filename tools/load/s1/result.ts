import type { Measured } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S1 promises: at least this share of the floor's rate, at most this time at half the own rate. */
const promise = { ratio: 0.5, p99Ms: 50 };

/** What S1 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S1';
  /** Orders a second through the gateway. */
  readonly rate: number;
  /** The same of the floor. */
  readonly floor: number;
  readonly ratio: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly errors: number;
}

/**
 * @param saturated what was measured as fast as the connections could, in several rounds
 * @param errors all there were, in warming up too
 */
export function resultOf(
  saturated: { readonly gateway: readonly Measured[]; readonly floor: readonly Measured[] },
  atHalfRate: Measured,
  errors: number,
): Result {
  const [rate, floor] = [rateOf(saturated.gateway), rateOf(saturated.floor)];
  return {
    id: 'S1',
    rate: round(rate, 1),
    floor: round(floor, 1),
    ratio: round(rate / floor, 3),
    p50_ms: round(atHalfRate.p50Ms, 1),
    p99_ms: round(atHalfRate.p99Ms, 1),
    errors,
  };
}

export const rateOf = (rounds: readonly Measured[]): number => median(rounds.map(({ rate }) => rate));

/** What of the promise is missed. */
function missed({ ratio, p99_ms: p99Ms }: Result): string[] {
  return [
    ...(ratio >= promise.ratio ? [] : [`the ratio is ${ratio}, promised are ${promise.ratio}`]),
    ...(p99Ms <= promise.p99Ms ? [] : [`p99 is ${p99Ms} ms, promised are ${promise.p99Ms} ms`]),
  ];
}

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `≥ ${promise.ratio} of the floor's rate; p99 ≤ ${promise.p99Ms} ms at half the own rate`,
  measured: `${result.rate}/s, ${result.ratio} of the floor; p99 ${result.p99_ms} ms`,
  floor: `${result.floor}/s`,
  kept: missed(result).length === 0,
});

const round = (value: number, digits: number) => Number(value.toFixed(digits));
