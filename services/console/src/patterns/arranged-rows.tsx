import { Button } from 'antd';
import { ProTable } from '../pro/index.ts';
import { columnKey, type RowsProps } from './rows.tsx';
import { texts } from './texts.ts';

/**
 * The rows of a list as a person has arranged them: which columns, in which order, how dense; kept in their browser. ProComponents'
 * table, which weighs more than the list: it is loaded for whoever wants that.
 */
export function ArrangedRows<Row extends { readonly id: string }>({
  columns,
  rows,
  busy,
  empty,
  name,
  onPlain,
}: RowsProps<Row> & {
  /** Which list it is, for what is kept of it. */
  readonly name: string;
  readonly onPlain: () => void;
}) {
  const t = texts.use();
  const shown = columns.filter(({ hidden }) => !hidden);
  return (
    <ProTable<Row>
      rowKey="id"
      search={false}
      pagination={false}
      cardProps={false}
      defaultSize="middle"
      // Buttons with their names: its own icons are for a mouse alone.
      options={{
        setting: { settingIcon: <Button>{t('columns')}</Button> },
        densityIcon: <Button>{t('density')}</Button>,
        fullScreen: false,
        reload: false,
      }}
      columnsState={{ persistenceKey: `yitu.columns.${name}`, persistenceType: 'localStorage' }}
      toolBarRender={() => [
        <Button key="plain" onClick={onPlain}>
          {t('plainTable')}
        </Button>,
      ]}
      loading={busy}
      columns={shown.map((column, index) => ({
        ...{ key: columnKey(column, index), title: column.title, align: column.align ?? 'start' },
        ...(column.width !== undefined && { width: column.width }),
        ...(column.className !== undefined && { className: column.className }),
        render: (_, row: Row) => column.render(undefined, row),
      }))}
      dataSource={[...rows]}
      // An empty table has nothing to scroll to.
      {...(rows.length > 0 && { scroll: { x: 'max-content' } })}
      locale={{ emptyText: empty || ' ' }}
    />
  );
}
