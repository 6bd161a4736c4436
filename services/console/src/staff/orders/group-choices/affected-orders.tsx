import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { Departure, Order } from '../../../api/gen/booking.ts';
import { Itemised } from '../../../patterns/itemised.tsx';
import { Loaded } from '../../../patterns/loaded.tsx';
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
  const { id: departureId, minimumGroup: minimum } = departure;
  const calledOff = departure.state === 'cancelled';
  const query = useQuery({
    queryKey: ['booking', 'order', 'of-departure', departureId],
    queryFn: async ({ signal }) => {
      const query = { departureId, limit: 100 };
      const { orders } = await answer(api.booking.GET('/v1/orders', { params: { query }, signal }));
      return orders.filter(stillStands);
    },
  });
  return (
    <Card title={t('affected')}>
      <Loaded query={query} lines={2}>
        {(orders) => (
          <Flex vertical gap="middle">
            {(!calledOff || orders.length > 0) && (
              <Alert
                type="warning"
                showIcon
                title={t(calledOff ? 'calledOffWhy' : 'atRiskWhy')}
                {...(!calledOff && {
                  description: t('confirmedSeats', { seats: confirmedSeats(orders), minimum }),
                })}
              />
            )}
            <Orders orders={orders} departure={departure} />
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

const confirmedSeats = (orders: readonly Order[]): number =>
  orders.filter(({ state }) => state === 'confirmed').reduce((sum, { seats }) => sum + seats, 0);

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
