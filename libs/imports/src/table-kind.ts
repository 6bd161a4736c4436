import type { Permission } from '@yitu/access';
import type { UnitOfWork } from '@yitu/persistence';
import type { Static, TObject } from 'typebox';
import type { CheckedRow } from './checked-row.ts';
import type { Column } from './columns.ts';
import type { CellProblem, Import, RowState } from './import.ts';

/** What became of a row, or would have. */
export interface Outcome {
  readonly state: Exclude<RowState, 'waiting'>;
  /** Of a row that was refused, what is wrong with it; of another, what is to be known of it. */
  readonly problems?: readonly CellProblem[];
  /** The id of what it became, or of what was there before. */
  readonly madeId?: string | null;
}

interface Declaration<Row extends TObject> {
  /** In the template's order. */
  readonly columns: readonly Column[];
  /** What a row must be, as the route takes it that adds one. */
  readonly input: Row;
  /** What holds where a row says nothing else. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** The permission to add one: who takes in a file of them may add them one by one. */
  readonly needs: Permission;
  /** What rows say beside each other. */
  readonly together?: (rows: readonly CheckedRow[]) => CheckedRow[];
  /**
   * Makes a row what it says, or of a dry run finds out what would come of it. All that speaks against it is asked before anything is stored: a row that is
   * refused leaves nothing. @throws a refusal, whose fields name cells
   */
  readonly take: (uow: UnitOfWork, one: Import, row: Static<Row>) => Promise<Outcome>;
}

/** A kind of table, whatever its rows are. */
export interface TableKind {
  readonly columns: readonly Column[];
  readonly input: TObject;
  readonly given: Readonly<Record<string, unknown>>;
  readonly needs: Permission;
  readonly together: (rows: readonly CheckedRow[]) => CheckedRow[];
  readonly take: (uow: UnitOfWork, one: Import, row: unknown) => Promise<Outcome>;
}

/** Declares a kind of table. */
export const tableKind = <Row extends TObject>(declared: Declaration<Row>): TableKind => ({
  given: {},
  together: (rows) => [...rows],
  ...declared,
  // Rows that wait have passed the schema of their kind.
  take: (uow, one, row) => declared.take(uow, one, row as Static<Row>),
});
