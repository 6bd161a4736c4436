import type { Place } from './sealed-text.ts';

/**
 * A table of the service with sealed fields. The vault seals for declared fields only: what it does not know, a rotation of data keys would not seal
 * again, and its text were lost.
 */
export interface SealedTable {
  readonly table: string;
  /** The column with the row's id, by which its places are named; `id` when left out. */
  readonly rowColumn?: string;
  /** The column with the person whose key seals. */
  readonly personColumn: string;
  readonly fields: readonly {
    /** As in the place it is sealed for. */
    readonly field: string;
    /** Where the sealed text stands, or null. */
    readonly column: string;
    /** What the value is found by; the sealed text is the normalised value then. */
    readonly indexColumn?: string;
  }[];
}

/** @throws when a place is of no declared field: a mistake in wiring */
export function requireDeclared(
  tables: readonly SealedTable[],
  { table, field }: Pick<Place, 'table' | 'field'>,
): void {
  const declared = tables.find((one) => one.table === table)?.fields.some((one) => one.field === field);
  if (!declared) throw new Error(`${table}.${field} is no field the vault was told of`);
}
