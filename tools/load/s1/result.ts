import type { Measured } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S1 promises: at least this share of the floor's rate, at most this time at half the own rate. */
export const promise = { ratio: 0.5, p99Ms: 50 };

/** What S1 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S1';
  /** Orders a second through the gateway. */
  readonly rate: number;
  /** The same of the floor. */
  readonly floor: number;
  readonly ratio: number;
  /** The same of the floor as part of a bare whole: more than this a system of such parts cannot reach on this machine. */
  readonly bare: number;
  /** What of that is reached. */
  readonly of_bare: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** The same of the bare whole, at the same rate. */
  readonly bare_p99_ms: number;
  readonly errors: number;
}

/**
 * @param saturated what was measured as fast as the connections could, in several rounds
 * @param errors all there were, in warming up too
 */
export function resultOf(
  saturated: Readonly<Record<'gateway' | 'floor' | 'bare', readonly Measured[]>>,
  atHalfRate: Readonly<Record<'gateway' | 'bare', Measured>>,
  errors: number,
): Result {
  const [rate, floor] = [rateOf(saturated.gateway), rateOf(saturated.floor)];
  const bare = rateOf(saturated.bare);
  return {
    id: 'S1',
    rate: round(rate, 1),
    floor: round(floor, 1),
    ratio: round(rate / floor, 3),
    bare: round(bare, 1),
    of_bare: round(rate / bare, 3),
    p50_ms: round(atHalfRate.gateway.p50Ms, 1),
    p99_ms: round(atHalfRate.gateway.p99Ms, 1),
    bare_p99_ms: round(atHalfRate.bare.p99Ms, 1),
    errors,
  };
}

export const rateOf = (rounds: readonly Measured[]): number => median(rounds.map(({ rate }) => rate));

/** What of the promise is missed, and whether bare programs miss it too. */
function missed({ ratio, floor, bare, p99_ms: p99Ms, bare_p99_ms: bareP99Ms }: Result): string[] {
  const reachable = round(bare / floor, 3);
  const bareRatio = reachable < promise.ratio ? ` (of the bare whole it is ${reachable})` : '';
  const bareTime = bareP99Ms > promise.p99Ms ? ` (of the bare whole it is ${bareP99Ms} ms)` : '';
  return [
    ...(ratio >= promise.ratio ? [] : [`the ratio is ${ratio}, promised are ${promise.ratio}${bareRatio}`]),
    ...(p99Ms <= promise.p99Ms ? [] : [`p99 is ${p99Ms} ms, promised are ${promise.p99Ms} ms${bareTime}`]),
  ];
}

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `≥ ${promise.ratio} of the floor's rate; p99 ≤ ${promise.p99Ms} ms at half the own rate`,
  measured: `${result.rate}/s, ${result.ratio} of the floor; p99 ${result.p99_ms} ms`,
  floor: `${result.floor}/s; of a bare whole ${result.bare}/s`,
  kept: missed(result).length === 0,
});

const round = (value: number, digits: number) => Number(value.toFixed(digits));
