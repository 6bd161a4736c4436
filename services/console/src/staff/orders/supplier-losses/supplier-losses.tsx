import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../../api/client.ts';
import type { Order, SupplierLoss } from '../../../api/gen/booking.ts';
import { UserName } from '../../../names/names.tsx';
import { Confirm } from '../../../patterns/confirm.tsx';
import { Itemised } from '../../../patterns/itemised.tsx';
import { Loaded } from '../../../patterns/loaded.tsx';
import { Money } from '../../../patterns/money.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay } from '../../../session/me.ts';
import { RecordLoss } from './record-loss.tsx';
import { texts } from './texts.ts';

const touches = [['booking', 'order']];

/** What suppliers charge for an order, and keep when it is cancelled. */
export function SupplierLosses({ order }: { readonly order: Pick<Order, 'id' | 'total'> }) {
  const t = texts.use();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const query = useQuery({
    queryKey: ['booking', 'order', order.id, 'supplier-losses'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/supplier-losses', {
          params: { path: { orderId: order.id }, query: { limit: 100 } },
          signal,
        }),
      ),
  });
  const record = may('booking.supplier-loss.record') && (
    <Button onClick={() => setRecording(true)}>{t('record')}</Button>
  );
  return (
    <Card title={t('title')} extra={record}>
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{t('why')}</Typography.Text>
        <Loaded query={query} lines={2}>
          {({ supplierLosses }) =>
            supplierLosses.length === 0 ? (
              <Typography.Text type="secondary">{t('none')}</Typography.Text>
            ) : (
              <Losses losses={supplierLosses} currency={order.total.currency} />
            )
          }
        </Loaded>
      </Flex>
      <RecordLoss order={order} open={recording} onClose={() => setRecording(false)} />
    </Card>
  );
}

function Losses({
  losses,
  currency,
}: {
  readonly losses: readonly SupplierLoss[];
  readonly currency: string;
}) {
  const t = texts.use();
  const may = useMay();
  const total = losses.reduce((sum, { lost }) => sum + BigInt(lost.amount), 0n);
  return (
    <Itemised<SupplierLoss>
      label={t('title')}
      rows={losses}
      rowKey={({ id }) => id}
      columns={[
        ...(may('booking.supplier-loss.record')
          ? [
              {
                title: '',
                key: 'deeds',
                width: 90,
                render: (_: unknown, one: SupplierLoss) => <Withdraw loss={one} />,
              },
            ]
          : []),
        { title: t('supplier'), dataIndex: 'supplier' },
        { title: t('service'), dataIndex: 'service' },
        { title: t('proof'), render: (_, { proof }) => proof || '—' },
        { title: t('recordedBy'), render: (_, { recordedBy }) => <UserName id={recordedBy} /> },
        { title: t('cost'), align: 'right', render: (_, { cost }) => <Money of={cost} /> },
        { title: t('lost'), align: 'right', render: (_, { lost }) => <Money of={lost} /> },
      ]}
      foot={[[t('total'), <Money key="total" of={{ amount: total.toString(), currency }} />]]}
    />
  );
}

function Withdraw({ loss: { id: supplierLossId, supplier, service } }: { readonly loss: SupplierLoss }) {
  const t = texts.use();
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.DELETE('/v1/supplier-losses/{supplierLossId}', {
          params: { path: { supplierLossId } },
          headers: changing(key),
        }),
      ),
    { touches, done: t('withdrawn') },
  );
  return (
    <Confirm
      label={t('withdraw')}
      why={t('withdrawWhy', { supplier, service })}
      input={{}}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
