import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { stacked } from './stacked.ts';
import './tables.css';
import { useReachableScroll } from './use-reachable-scroll.ts';

/** A short table that is part of a page: lines of an order, dues, prices. Names what it is for those who hear it. */
export function Itemised<Row extends object>({
  label,
  columns,
  rows,
  rowKey,
  foot,
  detail,
  beside = false,
}: {
  readonly label: string;
  readonly columns: ColumnsType<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands below the last column, and its name before it. */
  readonly foot?: readonly (readonly [name: string, value: ReactNode])[];
  /** More of a row, shown below it when it is opened. */
  readonly detail?: (row: Row) => ReactNode;
  /** Columns are compared: they stay beside one another on a phone, too, and are scrolled. */
  readonly beside?: boolean;
}) {
  const box = useReachableScroll(rows.length);
  return (
    <section aria-label={label} ref={box}>
      <Table<Row>
        size="small"
        pagination={false}
        columns={beside ? [...columns] : stacked(columns)}
        {...(!beside && { className: 'stacks' })}
        dataSource={rows}
        rowKey={rowKey}
        scroll={{ x: 'max-content' }}
        {...(detail && { expandable: { expandedRowRender: detail } })}
        {...(foot && {
          summary: () =>
            foot.map(([name, value]) => (
              <Table.Summary.Row key={name}>
                <Table.Summary.Cell index={0} colSpan={columns.length - 1}>
                  <strong>{name}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  <strong>{value}</strong>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            )),
        })}
      />
    </section>
  );
}
