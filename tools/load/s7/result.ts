import type { Measured } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S7 promises: telemetry costs at most this share of S1's rate. */
const promise = { cost: 0.1 };

/** What S7 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S7';
  /** Orders a second through the gateway, with telemetry. */
  readonly with: number;
  /** The same without. */
  readonly without: number;
  /** The share of the rate that telemetry takes, of one. */
  readonly cost: number;
  readonly errors: number;
}

/** What was measured, in several rounds. */
export interface Rounds {
  readonly with: readonly Measured[];
  readonly without: readonly Measured[];
}

export function resultOf(rounds: Rounds): Result {
  const [rate, bare] = [rateOf(rounds.with), rateOf(rounds.without)];
  return {
    id: 'S7',
    with: round(rate, 1),
    without: round(bare, 1),
    cost: round(1 - rate / bare, 3),
    errors: [...rounds.with, ...rounds.without].reduce((sum, { errors }) => sum + errors, 0),
  };
}

const rateOf = (rounds: readonly Measured[]): number => median(rounds.map(({ rate }) => rate));

/** What of the promise is missed. */
const missed = ({ cost }: Result): string[] =>
  cost <= promise.cost ? [] : [`telemetry costs ${percent(cost)}, promised are ${percent(promise.cost)}`];

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `telemetry costs ≤ ${percent(promise.cost)} of S1's rate`,
  measured: `${result.with}/s, ${percent(result.cost)} less`,
  floor: `${result.without}/s without`,
  kept: missed(result).length === 0,
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const round = (value: number, digits: number) => Number(value.toFixed(digits));
