import { median } from '../measure/percentile.ts';
import type { Summary } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';

/** What S6 promises: the share of its time that row security adds at the most. */
const promise = { list: 0.05, single: 0.2 };

/** One statement, by row security and without it: milliseconds an execution, a value a round. */
export interface Compared {
  readonly name: string;
  readonly kind: keyof typeof promise;
  readonly secured: readonly number[];
  readonly bare: readonly number[];
}

/** What S6 has measured, as the last line says it to programs: what row security adds, of one. */
export interface Result {
  readonly id: 'S6';
  /** Of the list it costs most. */
  readonly list: number;
  readonly single: number;
}

/** What row security adds to a statement's time, of one. */
const costOf = ({ secured, bare }: Compared): number => median(secured) / median(bare) - 1;

export function resultOf(compared: readonly Compared[]): Result {
  const worst = (kind: Compared['kind']) =>
    Number(Math.max(...compared.filter((one) => one.kind === kind).map(costOf)).toFixed(3));
  return { id: 'S6', list: worst('list'), single: worst('single') };
}

/** A statement, for people. */
export const lineOf = (one: Compared): string =>
  `${one.name}: ${median(one.secured).toFixed(4)} ms by row security, ${median(one.bare).toFixed(4)} ms without: ${percent(costOf(one))}`;

/** What of the promise is missed. */
const missed = (result: Result): string[] =>
  (['list', 'single'] as const).flatMap((kind) =>
    result[kind] <= promise[kind]
      ? []
      : [
          `row security costs ${percent(result[kind])} on a ${kind} read, promised are ${percent(promise[kind])}`,
        ],
  );

/** Whether the promise is kept, for people. */
export const verdict = (result: Result): string => verdictOf(missed(result));

export const summaryOf = (result: Result): Summary => ({
  promise: `≤ ${percent(promise.list)} on lists, ≤ ${percent(promise.single)} on single reads`,
  measured: `${percent(result.list)}, ${percent(result.single)}`,
  floor: 'the same statements without row security',
  kept: missed(result).length === 0,
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
