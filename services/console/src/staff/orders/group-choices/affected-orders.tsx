import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { Departure, Order } from '../../../api/gen/booking.ts';
import { Itemised } from '../../../patterns/itemised.tsx';
import { Loaded } from '../../../patterns/loaded.tsx';
import { pageSize } from '../../../patterns/list-page.tsx';
import { Money } from '../../../patterns/money.tsx';
import { useMay } from '../../../session/me.ts';
import { CustomerLink, OrderLink } from '../../links.tsx';
import { OrderState } from '../../selling/state.tsx';
import { RecordChoice } from './record-choice.tsx';
import { texts } from './texts.ts';

const standing = ['in-review', 'returned', 'awaiting-payment', 'confirmed'];

/** Whether an order's customer is still to be asked what they want. */
export const stillStands = ({ state }: Pick<Order, 'state'>): boolean => standing.includes(state);

/** The orders of a departure that may not take place, or does not: what each customer chooses is recorded here. */
export function AffectedOrders({ departure }: { readonly departure: Departure }) {
  const t = texts.use();
  const { id: departureId } = departure;
  const calledOff = departure.state === 'cancelled';
  const query = useInfiniteQuery({
    queryKey: ['booking', 'order', 'of-departure', departureId],
    queryFn: ({ signal, pageParam: after }) => {
      const query = { departureId, limit: pageSize, ...(after && { after }) };
      return answer(api.booking.GET('/v1/orders', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Card title={t('affected')}>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const orders = pages.flatMap((page) => page.orders).filter(stillStands);
          return (
            <Flex vertical gap="middle">
              {!calledOff && <AtRisk departureId={departureId} />}
              {calledOff && orders.length > 0 && <Alert type="warning" showIcon title={t('calledOffWhy')} />}
              {/* A page of orders that have all ended does not say that none stands. */}
              {(orders.length > 0 || !query.hasNextPage) && <Orders orders={orders} departure={departure} />}
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              )}
            </Flex>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** How many seats are confirmed, as booking counts them. */
function AtRisk({ departureId }: { readonly departureId: string }) {
  const t = texts.use();
  const { data } = useQuery({
    queryKey: ['booking', 'departure', departureId, 'group'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/departures/{departureId}/group', { params: { path: { departureId } }, signal }),
      ),
  });
  const figures = data && {
    description: t('confirmedSeats', { seats: data.confirmedSeats, minimum: data.minimumGroup }),
  };
  return <Alert type="warning" showIcon title={t('atRiskWhy')} {...figures} />;
}

function Orders({ orders, departure }: { readonly orders: readonly Order[]; readonly departure: Departure }) {
  const t = texts.use();
  const may = useMay();
  const [chosen, setChosen] = useState<Order>();
  const [open, setOpen] = useState(false);
  const records = departure.state === 'cancelled' && may('booking.group-choice.record');
  const record = (order: Order) => {
    setChosen(order);
    setOpen(true);
  };
  if (orders.length === 0) return <>{t('nobodyLeft')}</>;
  return (
    <>
      <Itemised<Order>
        label={t('affected')}
        rows={orders}
        rowKey={({ id }) => id}
        columns={[
          { title: t('order'), render: (_, { id }) => <OrderLink id={id} /> },
          { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
          { title: t('state'), render: (_, { state }) => <OrderState of={state} /> },
          { title: t('seats'), align: 'right', dataIndex: 'seats' },
          { title: t('total'), align: 'right', render: (_, { total }) => <Money of={total} /> },
          { title: t('paid'), align: 'right', render: (_, { paid }) => <Money of={paid} /> },
          ...(records
            ? [
                {
                  title: t('choice'),
                  render: (_: unknown, order: Order) => (
                    <Button size="small" onClick={() => record(order)}>
                      {t('record')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {chosen && (
        <RecordChoice
          key={chosen.id}
          order={chosen}
          departure={departure}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
