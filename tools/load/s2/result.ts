import type { Measured } from '../measure/load.ts';
import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S2 promises: one hot departure sells at least at this share of the rate of many. */
const promise = { ratio: 0.4 };

/** What S2 has measured, as the last line says it to programs. */
export interface Result {
  readonly id: 'S2';
  /** Orders a second on the hot departure. */
  readonly rate: number;
  /** The same buyers on many departures. */
  readonly spread: number;
  readonly ratio: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly errors: number;
  /** Buyers who were told that the seats are gone, of a departure sold to its end. */
  readonly refused: number;
  /** Seats of the hot departures that orders hold. */
  readonly held: number;
  /** Seats that were sold twice, or are neither free nor held. */
  readonly wrong: number;
}

/** Seats of a departure, as its row and its orders tell. */
export interface Seats {
  readonly capacity: number;
  readonly remaining: number;
  readonly held: number;
}

/** What became of the hot departures. */
export interface Sold {
  readonly seats: readonly Seats[];
  /** Buyers who were told that the seats are gone. */
  readonly refused: number;
  /** All there were, in warming up too. */
  readonly errors: number;
}

export function resultOf(
  measured: { readonly hot: readonly Measured[]; readonly spread: readonly Measured[] },
  { seats, refused, errors }: Sold,
): Result {
  const middle = (rounds: readonly Measured[], value: (one: Measured) => number) => median(rounds.map(value));
  const [rate, spread] = [
    middle(measured.hot, (one) => one.rate),
    middle(measured.spread, (one) => one.rate),
  ];
  return {
    id: 'S2',
    rate: round(rate, 1),
    spread: round(spread, 1),
    ratio: round(rate / spread, 3),
    p50_ms: round(
      middle(measured.hot, ({ p50Ms }) => p50Ms),
      1,
    ),
    p99_ms: round(
      middle(measured.hot, ({ p99Ms }) => p99Ms),
      1,
    ),
    errors,
    refused,
    held: sum(seats.map(({ held }) => held)),
    wrong: sum(seats.map(({ capacity, remaining, held }) => Math.abs(capacity - remaining - held))),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** What of the promise is missed. */
function missed({ ratio, refused, wrong }: Result): string[] {
  return [
    ...(ratio >= promise.ratio ? [] : [`the ratio is ${ratio}, promised are ${promise.ratio}`]),
    ...(refused > 0 ? [] : ['nothing was sold out']),
    ...(wrong === 0 ? [] : [`${wrong} seats are wrong`]),
  ];
}

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `≥ ${promise.ratio} of the rate on many departures, no seat sold twice`,
  measured: `${result.rate}/s, ${result.ratio} of many; ${result.wrong} seats wrong`,
  floor: `${result.spread}/s on many`,
  kept: missed(result).length === 0,
});

const round = (value: number, digits: number) => Number(value.toFixed(digits));
