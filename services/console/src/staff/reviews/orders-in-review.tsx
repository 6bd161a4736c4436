import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { UserName } from '../../names/names.tsx';
import { Countdown } from '../../patterns/countdown.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { OrderLines } from '../orders/order-lines.tsx';
import { orderQuery } from '../orders/order-query.ts';
import { OrderTravellers } from '../orders/order-travellers.tsx';
import { ApproveOrder, ReturnOrder } from '../orders/review-dialogs.tsx';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { Queue } from './queue.tsx';
import { texts } from './texts.ts';
import { shown, useQueue } from './use-queue.ts';

/** Orders that wait for their review; those whose hold ends first stand first. */
export function OrdersInReview() {
  const t = texts.use();
  const { user } = useMe();
  const query = useQueue<Order>(['booking', 'order', 'in-review'], async (after, signal) => {
    const asked = { state: 'in-review' as const, sort: 'hold' as const, limit: shown, ...after };
    const { orders, next } = await answer(
      api.booking.GET('/v1/orders', { params: { query: asked }, signal }),
    );
    return { rows: orders, next };
  });
  return (
    <Queue<Order>
      title={t('orders')}
      query={query}
      own={({ authorId }) => authorId === user.id}
      detail={(order) => <OrderToDecide orderId={order.id} />}
      columns={[
        {
          title: t('number'),
          render: (_, { id, number }) => (
            <Link to="/orders/$orderId" params={{ orderId: id }}>
              {number}
            </Link>
          ),
        },
        { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
        { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} stacked /> },
        { title: t('seats'), align: 'right', dataIndex: 'seats' },
        { title: t('total'), align: 'right', render: (_, { total }) => <Money of={total} /> },
        { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
        { title: t('hold'), render: (_, order) => <Hold of={order} /> },
        { title: t('decision'), render: (_, order) => <Decision order={order} /> },
      ]}
    />
  );
}

function Hold({ of: { holdExpiresAt } }: { readonly of: Order }) {
  const t = texts.use();
  if (!holdExpiresAt) return <>—</>;
  return <Countdown until={holdExpiresAt} over={t('holdOver')} touches={['booking', 'order']} />;
}

function Decision({ order }: { readonly order: Order }) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const [chosen, setChosen] = useState<'approve' | 'return'>();
  const onClose = () => setChosen(undefined);
  if (order.authorId === user.id) return <Typography.Text type="secondary">{t('own')}</Typography.Text>;
  return (
    <Flex gap="small">
      <Button
        size="small"
        type="primary"
        aria-label={`${t('approve')} ${order.number}`}
        onClick={() => setChosen('approve')}
      >
        {t('approve')}
      </Button>
      {may('booking.order.return') && (
        <Button
          size="small"
          aria-label={`${t('return')} ${order.number}`}
          onClick={() => setChosen('return')}
        >
          {t('return')}
        </Button>
      )}
      <ApproveOrder order={order} open={chosen === 'approve'} onClose={onClose} />
      <ReturnOrder order={order} open={chosen === 'return'} onClose={onClose} />
    </Flex>
  );
}

function OrderToDecide({ orderId }: { readonly orderId: string }) {
  const query = useQuery(orderQuery(orderId));
  return (
    <Loaded query={query} lines={3}>
      {(order) => (
        <Flex vertical gap="middle">
          {order.note && <Typography.Text>{order.note}</Typography.Text>}
          <OrderLines order={order} />
          <OrderTravellers order={order} />
        </Flex>
      )}
    </Loaded>
  );
}
