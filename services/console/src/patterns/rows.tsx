import type { ReactNode } from 'react';
import './rows.css';

/** What a list shows of each row. */
export interface Column<Row> {
  readonly title: ReactNode;
  /** Where titles are not told apart. */
  readonly key?: string;
  readonly align?: 'start' | 'end';
  readonly width?: number;
  readonly hidden?: boolean;
  readonly className?: string;
  readonly render: (nothing: undefined, row: Row) => ReactNode;
}

export interface RowsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Whether newer ones are being read. */
  readonly busy: boolean;
  /** What stands where there are none. */
  readonly empty: ReactNode;
}

/**
 * The rows of a list, as wide as what stands in them; on a phone each is a block of lines, name before value. A table of the browser's own: it sorts, pages and
 * chooses nothing, which is the service's business, and comes with the page.
 */
export function Rows<Row extends { readonly id: string }>({ columns, rows, busy, empty }: RowsProps<Row>) {
  const shown = columns.filter(({ hidden }) => !hidden);
  return (
    <div className={busy ? 'list-rows busy' : 'list-rows'}>
      <table>
        <thead>
          <tr>
            {shown.map((column, index) => (
              <th key={columnKey(column, index)} scope="col" style={lookOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {shown.map((column, index) => (
                <td
                  key={columnKey(column, index)}
                  data-label={typeof column.title === 'string' ? column.title : ''}
                  className={column.className}
                  style={lookOf(column)}
                >
                  {column.render(undefined, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div className="list-rows-empty">{empty}</div>}
    </div>
  );
}

/** Tells the columns of a list apart. */
export const columnKey = <Row,>({ key, title }: Column<Row>, index: number): string =>
  key ?? (typeof title === 'string' && title !== '' ? title : String(index));

const lookOf = <Row,>({ align, width }: Column<Row>) => ({
  ...(align && { textAlign: align }),
  ...(width !== undefined && { minWidth: width }),
});
