import { percentile } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S3 promises: milliseconds at two rates, and events a second out of a backlog. */
const promise = { p99At200: 25, p99At1000: 100, drained: 2_500 };

/** What S3 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S3';
  readonly p50_ms_at_200: number;
  readonly p99_ms_at_200: number;
  readonly p50_ms_at_1000: number;
  readonly p99_ms_at_1000: number;
  /** Events that waited, and how many of them were applied a second. */
  readonly backlog: number;
  readonly drained_per_second: number;
  readonly errors: number;
}

interface Latencies {
  readonly at200: readonly number[];
  readonly at1000: readonly number[];
}

/** @param latencies milliseconds @param backlog how many events, and the seconds until the last was applied */
export const resultOf = (
  { at200, at1000 }: Latencies,
  backlog: { readonly events: number; readonly seconds: number },
): Result => ({
  id: 'S3',
  p50_ms_at_200: tenth(percentile(at200, 0.5)),
  p99_ms_at_200: tenth(percentile(at200, 0.99)),
  p50_ms_at_1000: tenth(percentile(at1000, 0.5)),
  p99_ms_at_1000: tenth(percentile(at1000, 0.99)),
  backlog: backlog.events,
  drained_per_second: Math.round(backlog.events / backlog.seconds),
  errors: 0,
});

/** What of the promise is missed. */
function missed(result: Result): string[] {
  const { p99_ms_at_200: slow, p99_ms_at_1000: fast, drained_per_second: drained } = result;
  return [
    ...(slow <= promise.p99At200 ? [] : [`p99 at 200/s is ${slow} ms, promised are ${promise.p99At200}`]),
    ...(fast <= promise.p99At1000 ? [] : [`p99 at 1,000/s is ${fast} ms, promised are ${promise.p99At1000}`]),
    ...(drained >= promise.drained ? [] : [`${drained}/s are drained, promised are ${promise.drained}`]),
  ];
}

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `p99 ≤ ${promise.p99At200} ms at 200/s, ≤ ${promise.p99At1000} ms at 1,000/s; ≥ ${promise.drained}/s out of a backlog`,
  measured: `p99 ${result.p99_ms_at_200} ms, ${result.p99_ms_at_1000} ms; ${result.drained_per_second}/s`,
  floor: 'the time in the event',
  kept: missed(result).length === 0,
});

const tenth = (value: number) => Number(value.toFixed(1));
