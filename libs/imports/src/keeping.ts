import type { UnitOfWork } from '@yitu/persistence';

/** A row as it is kept while it waits; `id` names its place. */
export interface KeptRow {
  readonly id: string;
  readonly kept: string;
}

/** How rows are kept until they are worked on. Whatever it is, a row's content goes with its turn, and what is left of it with the import's end. */
export interface Keeping {
  /** The type of the column the rows stand in. */
  readonly column: 'jsonb' | 'text';
  /** What must be at hand before a transaction that keeps or opens. */
  readonly ready?: (agencyId: string) => Promise<void>;
  /** Before rows that are kept are looked at or changed: whoever keeps them anew goes the same way, so that neither waits for the other for ever. */
  readonly hold?: (uow: UnitOfWork, importId: string) => Promise<void>;
  readonly keep: (
    uow: UnitOfWork,
    importId: string,
    rows: readonly { readonly id: string; readonly input: unknown }[],
  ) => Promise<KeptRow[]>;
  readonly open: (uow: UnitOfWork, importId: string) => Promise<(row: KeptRow) => unknown>;
  /** Once nothing of the import waits any more. */
  readonly forget?: (uow: UnitOfWork, importId: string) => Promise<void>;
}

/** For rows that say nothing of people. */
export const plainly: Keeping = {
  column: 'jsonb',
  keep: (_uow, _importId, rows) =>
    Promise.resolve(rows.map(({ id, input }) => ({ id, kept: JSON.stringify(input) }))),
  open: () => Promise.resolve(({ kept }) => JSON.parse(kept) as unknown),
};
