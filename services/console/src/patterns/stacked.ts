import type { HTMLAttributes, TdHTMLAttributes } from 'react';

interface AnyColumn {
  readonly title?: unknown;
}

/**
 * Columns whose cells know their heads: on a phone a row stands as lines of name and value (`tables.css`), so that nothing of it is beyond the edge.
 */
export const stacked = <Column extends AnyColumn>(columns: readonly Column[]): Column[] =>
  columns.map((column) => ({ ...column, onCell: () => labelOf(column) }));

function labelOf({ title }: AnyColumn): HTMLAttributes<unknown> & TdHTMLAttributes<unknown> {
  const label = typeof title === 'string' ? title : '';
  // React takes attributes of data under their own names alone.
  return { 'data-label': label } as TdHTMLAttributes<unknown>;
}
