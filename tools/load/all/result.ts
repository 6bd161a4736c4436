import type { Outcome } from '../scenario.ts';

/** What became of a scenario. */
export type Ran = { readonly name: string } & (Outcome | { readonly failure: string });

/** All results in one line, each under its name; of one that failed why. */
export function resultOf(ran: readonly Ran[]): Outcome {
  const results = ran.map((one) => {
    const result: unknown = 'json' in one ? JSON.parse(one.json) : { error: one.failure };
    return [one.name, result] as const;
  });
  return {
    json: JSON.stringify(Object.fromEntries([['id', 'all'], ...results])),
    errors: ran.reduce((sum, one) => sum + ('json' in one ? one.errors : 1), 0),
  };
}

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
  if (!('json' in one))
    return [one.name, '', `failed: ${one.failure.split('\n', 1).join('')}`, '', 'unknown'];
  if (!one.summary) return [one.name, '', one.json, '', ''];
  const { promise, measured, floor, kept } = one.summary;
  return [one.name, promise, measured, floor, kept ? 'kept' : 'missed'];
}
