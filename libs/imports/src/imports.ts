import type { EventKind } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import type { TObject } from 'typebox';
import type { ImportEntity } from './import.ts';
import type { Keeping } from './keeping.ts';
import type { TableKind } from './table-kind.ts';

interface Started {
  importId: string;
  kind: string;
  dryRun: boolean;
  rows: number;
}

interface Ended {
  importId: string;
  kind: string;
  dryRun: boolean;
  created: number;
  present: number;
  refused: number;
}

/** What a service says of the tables it takes in; its schema has the tables of `importTables`. */
export interface Imports {
  /** Its permissions are `<service>.import.start` and `.read`. */
  readonly service: string;
  /** Made by `importEntity`; listed among the service's entities. */
  readonly entity: ImportEntity;
  readonly kinds: Readonly<Record<string, TableKind>>;
  readonly events: {
    readonly started: EventKind<Started>;
    readonly finished: EventKind<Ended>;
    readonly cancelled: EventKind<Ended>;
    /** Timers: rows wait, and whatever still waits is given up. */
    readonly rowsDue: EventKind<{ importId: string }>;
    readonly expiryDue: EventKind<{ importId: string }>;
  };
  readonly keeping: Keeping;
  /** Query fields of a start, beside kind and dryRun. */
  readonly choices: TObject;
  /** What holds for all rows of an import: which branch it belongs to, what its author may do now. @param choices as the schema says @throws what speaks against all of it */
  readonly begin: (uow: UnitOfWork, choices: unknown, kind: string) => Promise<Beginning>;
}

export interface Beginning {
  readonly branchId: string | null;
  readonly terms: Readonly<Record<string, unknown>>;
}
