import type { UseQueryResult } from '@tanstack/react-query';
import { Badge, Card, Flex, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { texts } from './texts.ts';

/** One kind of thing that waits, and how many there are. */
export function Queue<Row extends { readonly id: string }>({
  title,
  query,
  columns,
  detail,
  foot,
}: {
  readonly title: string;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly columns: ColumnsType<Row>;
  readonly detail?: (row: Row) => ReactNode;
  /** What is said below, whether anything waits or not. */
  readonly foot?: ReactNode;
}) {
  const t = texts.use();
  return (
    <Card
      title={
        <Flex gap="small" align="center">
          {title}
          <Badge count={query.data?.length ?? 0} color="#0b6e5f" />
        </Flex>
      }
    >
      <Loaded query={query} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Typography.Text type="secondary">{t('nothing')}</Typography.Text>
          ) : (
            <Itemised
              label={title}
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
              {...(detail && { detail })}
            />
          )
        }
      </Loaded>
      {foot && <div style={{ marginTop: 12 }}>{foot}</div>}
    </Card>
  );
}
