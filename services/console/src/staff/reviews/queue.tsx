import { Badge, Card, Flex, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { More } from '../../patterns/more.tsx';
import { texts } from './texts.ts';
import type { useQueue } from './use-queue.ts';

/** One kind of thing that waits, and how many there are. */
export function Queue<Row extends { readonly id: string }>({
  title,
  query,
  own = () => false,
  columns,
  detail,
  foot,
}: {
  readonly title: string;
  readonly query: ReturnType<typeof useQueue<Row>>;
  /** What one has made oneself is shown, and waits for somebody else. */
  readonly own?: (row: Row) => boolean;
  readonly columns: ColumnsType<Row>;
  readonly detail?: (row: Row) => ReactNode;
  /** What is said below, whether anything waits or not. */
  readonly foot?: ReactNode;
}) {
  const t = texts.use();
  const waiting = (query.data ?? []).filter((row) => !own(row)).length;
  return (
    <Card
      title={
        <Flex gap="small" align="center">
          {title}
          {/* As many as wait for whoever looks; home counts the same. */}
          <Badge count={waiting > 0 && query.hasNextPage ? `${waiting}+` : waiting} color="#0b6e5f" />
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
      <More query={query} />
      {foot && <div style={{ marginTop: 12 }}>{foot}</div>}
    </Card>
  );
}
