import type { CellProblem } from './import.ts';

/** A row that is stored: with problems it is refused, without it waits. */
export interface CheckedRow {
  readonly id: string;
  readonly number: number;
  readonly input: Record<string, unknown>;
  readonly problems: readonly CellProblem[];
}
