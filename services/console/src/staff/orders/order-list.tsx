import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { OrderState } from '../selling/state.tsx';
import type { OrderFilter } from './routes.ts';
import { texts } from './texts.ts';

export const states = [
  'in-review',
  'returned',
  'awaiting-payment',
  'confirmed',
  'travelling',
  'completed',
  'settled',
  'cancelled',
  'expired',
] as const;

/** One page of orders, as a list asks for it. */
export async function loadOrders(
  { state: said, overdue, ...query }: ListSearch<OrderFilter>,
  signal: AbortSignal,
) {
  // An address may say anything; what is no state does not filter.
  const state = states.find((one) => one === said);
  const { orders, next } = await answer(
    api.booking.GET('/v1/orders', {
      params: {
        query: { ...query, ...(state && { state }), ...(overdue && { overdue: true }), limit: pageSize },
      },
      signal,
    }),
  );
  return { rows: orders, next };
}

/** What lists of orders show of each. @param of whom, where all are somebody's: they need not be named again */
export function useOrderColumns(of?: 'one-customer'): Column<Order>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/orders/$orderId" params={{ orderId: id }}>
          {number}
        </Link>
      ),
    },
    { title: t('state'), render: (_, { state }) => <OrderState of={state} /> },
    {
      title: t('customer'),
      hidden: of === 'one-customer',
      render: (_, { customerId }) => <CustomerLink id={customerId} />,
    },
    { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} stacked /> },
    { title: t('seats'), align: 'end', render: (_, { seats }) => seats },
    { title: t('total'), align: 'end', render: (_, { total }) => <Money of={total} /> },
    { title: t('paid'), align: 'end', render: (_, { paid }) => <Money of={paid} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
