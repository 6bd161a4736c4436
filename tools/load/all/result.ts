import { isGood, told, type Outcome } from '../scenario.ts';

/** What became of a scenario. */
export type Ran = { readonly name: string } & (Outcome | { readonly failure: string });

/** All results in one, each under its name; of one that failed why. */
export function resultOf(ran: readonly Ran[]): Outcome {
  const results = ran.map((one) => [one.name, 'result' in one ? told(one) : { error: one.failure }] as const);
  return {
    result: { id: 'all', ...Object.fromEntries(results), kept: ran.every(isKept) },
    errors: ran.reduce((sum, one) => sum + wrongIn(one), 0),
  };
}

const isKept = (one: Ran): boolean => 'result' in one && isGood(one);

/** A promise that is missed counts as much as one that could not be measured. */
const wrongIn = (one: Ran): number => (isKept(one) ? 0 : Math.max(1, 'result' in one ? one.errors : 0));

const heads = ['', 'promise', 'measured', 'floor', ''];

/** The table of promises, for people. */
export function tableOf(ran: readonly Ran[]): string[] {
  const rows = [heads, ...ran.map(rowOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
}

function rowOf(one: Ran): string[] {
  if (!('result' in one))
    return [one.name, '', `failed: ${one.failure.split('\n', 1).join('')}`, '', 'unknown'];
  if (!one.summary) return [one.name, '', JSON.stringify(one.result), '', ''];
  const { promise, measured, floor, kept } = one.summary;
  return [one.name, promise, measured, floor, kept ? 'kept' : 'missed'];
}
