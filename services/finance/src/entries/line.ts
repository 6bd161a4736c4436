import type { Purpose } from '../accounts/chart.ts';

/** One posting of an entry that is to be made: one side is above zero, the other is zero; minor units. */
export interface Line {
  readonly purpose: Purpose;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly currency: string;
}

export const debit = (purpose: Purpose, amount: bigint, currency: string): Line => ({
  purpose,
  debit: amount,
  credit: 0n,
  currency,
});

export const credit = (purpose: Purpose, amount: bigint, currency: string): Line => ({
  purpose,
  debit: 0n,
  credit: amount,
  currency,
});

/** The same postings on the other side (红冲 by exchange of sides). */
export const reversed = (lines: readonly Line[]): Line[] =>
  lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit }));
