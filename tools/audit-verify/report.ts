import type { Verification } from './verify.ts';

const shown = 20;

/** What to tell people of one agency. @param records whether the services' own records were compared */
export function report(name: string, verification: Verification, records: boolean): string[] {
  const { entries, signedUpTo, signedAt, unsigned, waiting, faults } = verification;
  const signed = signedAt === null ? 'not signed yet' : `signed up to ${signedUpTo} at ${signedAt}`;
  const compared = records ? `${waiting} records on their way` : 'records of the services not compared';
  const verdict = faults.length === 0 ? 'sound' : `${faults.length} FAULTS`;
  return [
    `${name}: ${verdict}; ${entries} entries, ${signed}, ${unsigned} after that; ${compared}`,
    ...faults
      .slice(0, shown)
      .map(({ kind, sequence, text }) => `  ${kind}${sequence > 0 ? ` at ${sequence}` : ''}: ${text}`),
    ...(faults.length > shown ? [`  … and ${faults.length - shown} more`] : []),
  ];
}

/** One line of JSON over all agencies. */
export function summary(found: readonly Verification[]): { json: string; faults: number } {
  const sum = (of: (one: Verification) => number) => found.reduce((total, one) => total + of(one), 0);
  const faults = sum((one) => one.faults.length);
  const json = JSON.stringify({
    id: 'audit',
    agencies: found.length,
    entries: sum((one) => one.entries),
    checkpoints: sum((one) => one.checkpoints),
    unsigned: sum((one) => one.unsigned),
    waiting: sum((one) => one.waiting),
    faults,
  });
  return { json, faults };
}
