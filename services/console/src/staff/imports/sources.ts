import type { Import as BookingImport, ImportRow as BookingRow } from '../../api/gen/booking.ts';
import type { ImportRow as CrmRow } from '../../api/gen/crm.ts';
import type { Permission } from '../../api/gen/permissions.ts';

/** An import as every service tells of it. */
export type Import = Omit<BookingImport, 'kind'> & { readonly kind: string };

/** What became of a row, or would have. */
export type ImportRow = BookingRow | CrmRow;

export type RowState = ImportRow['state'];

export type Duplicates = 'skip' | 'enter';

export interface Started {
  readonly kind: string;
  readonly dryRun: boolean;
  readonly file: File;
  /** What becomes of what may be known, where that is asked. */
  readonly duplicates: Duplicates;
}

export interface RowsAsked {
  readonly importId: string;
  readonly state: RowState | undefined;
  /** The last row of the part before. */
  readonly after: number | null;
}

export interface RowPart {
  readonly rows: readonly ImportRow[];
  readonly next: number | null;
}

export interface Kind {
  readonly kind: string;
  /** Whoever may add it one by one. */
  readonly needs: Permission;
  /** Whether the importer says what becomes of what may be known. */
  readonly asksDuplicates: boolean;
}

/** A service that takes in tables; all do it in the same way. */
export interface ImportSource {
  readonly service: string;
  readonly read: Permission;
  readonly start: Permission;
  readonly kinds: readonly Kind[];
  readonly list: (signal: AbortSignal) => Promise<readonly Import[]>;
  readonly rows: (asked: RowsAsked, signal: AbortSignal) => Promise<RowPart>;
  readonly begin: (started: Started, key: string) => Promise<Import>;
  readonly cancel: (one: Pick<Import, 'id' | 'version'>, key: string) => Promise<Import>;
  /** The rows that became nothing, as CSV. */
  readonly errors: (importId: string) => Promise<string>;
  /** An empty table to fill in, as CSV. */
  readonly template: (kind: string) => Promise<string>;
}
