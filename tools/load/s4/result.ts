import type { Measured, Times } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S4 promises: milliseconds, overall and of each kind; what a hundred times the rows may cost; tables read from end to end. */
export const promise = { p95Ms: 30, ratio: 1.3 };

/** What S4 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S4';
  /** Of all requests to the big agency. */
  readonly p95_ms: number;
  /** The slowest kind. */
  readonly worst: { readonly kind: string; readonly p95_ms: number };
  /** The big agency's medians of all kinds against the small one's. */
  readonly ratio: number;
  /** The kind that grows most. */
  readonly worst_ratio: { readonly kind: string; readonly ratio: number };
  /** Statements that read a growing table from end to end; null where PostgreSQL's log cannot be read. */
  readonly seq_scans: number | null;
  readonly errors: number;
}

/** A kind of request on both agencies: medians of the rounds. */
export interface Kind {
  readonly kind: string;
  readonly big: Times;
  readonly small: Times;
}

/** What was measured, in several rounds. */
export interface Rounds {
  readonly big: readonly Measured[];
  readonly small: readonly Measured[];
}

/** The kinds in the order they are asked. */
export const kindsOf = ({ big, small }: Rounds): Kind[] =>
  Object.keys(big[0]?.kinds ?? {}).map((kind) => ({
    kind,
    big: middle(big, kind),
    small: middle(small, kind),
  }));

const middle = (rounds: readonly Measured[], kind: string): Times => {
  const of = (value: (times: Times) => number) =>
    median(rounds.map(({ kinds }) => (kinds?.[kind] ? value(kinds[kind]) : NaN)));
  return { p50Ms: of(({ p50Ms }) => p50Ms), p95Ms: of(({ p95Ms }) => p95Ms) };
};

/** @param seqScans found in the plans @param errors all there were, in warming up too */
export function resultOf(rounds: Rounds, seqScans: number | null, errors: number): Result {
  const kinds = kindsOf(rounds);
  const [slowest] = kinds.toSorted((left, right) => right.big.p95Ms - left.big.p95Ms);
  const [growing] = kinds.toSorted((left, right) => ratioOf([right]) - ratioOf([left]));
  return {
    id: 'S4',
    p95_ms: round(median(rounds.big.map(({ p95Ms = NaN }) => p95Ms)), 1),
    worst: { kind: slowest?.kind ?? '', p95_ms: round(slowest?.big.p95Ms ?? NaN, 1) },
    ratio: round(ratioOf(kinds), 2),
    worst_ratio: { kind: growing?.kind ?? '', ratio: round(growing ? ratioOf([growing]) : NaN, 2) },
    seq_scans: seqScans,
    errors,
  };
}

/** How much longer the big agency's answers take. */
const ratioOf = (kinds: readonly Kind[]): number => {
  const sum = (value: (kind: Kind) => number) => kinds.reduce((total, kind) => total + value(kind), 0);
  return sum(({ big }) => big.p50Ms) / sum(({ small }) => small.p50Ms);
};

/** A kind, for people. */
export const lineOf = (kind: Kind): string =>
  `  ${kind.kind.padEnd(25)} p95 ${ms(kind.big.p95Ms)} ms (p50 ${ms(kind.big.p50Ms)}); with a hundredth of the rows p95 ${ms(kind.small.p95Ms)} (p50 ${ms(kind.small.p50Ms)}), × ${ratioOf([kind]).toFixed(2)}`;

const ms = (value: number) => value.toFixed(1).padStart(5);

/** What of the promise is missed. */
function missed({ p95_ms: p95Ms, worst, ratio, seq_scans: seqScans }: Result): string[] {
  return [
    ...(p95Ms <= promise.p95Ms ? [] : [`p95 is ${p95Ms} ms, promised are ${promise.p95Ms} ms`]),
    ...(worst.p95_ms <= promise.p95Ms ? [] : [`p95 of ${worst.kind} is ${worst.p95_ms} ms`]),
    ...(ratio <= promise.ratio
      ? []
      : [`100 × the rows cost ${ratio} × the time, promised are ${promise.ratio}`]),
    ...(seqScans === 0
      ? []
      : [
          seqScans === null
            ? 'the plans could not be looked at'
            : `${seqScans} tables are read from end to end`,
        ]),
  ];
}

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export const summaryOf = (result: Result): Summary => ({
  promise: `p95 ≤ ${promise.p95Ms} ms, of each kind too; 100 × the rows ≤ ${promise.ratio} × the time; no sequential scans`,
  measured: `p95 ${result.p95_ms} ms, of ${result.worst.kind} ${result.worst.p95_ms} ms; × ${result.ratio}; ${result.seq_scans ?? 'unknown'} scans`,
  floor: 'the same with a hundredth of the rows',
  kept: missed(result).length === 0,
});
