import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { ProColumns } from '../../pro/index.ts';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { OrderState } from '../selling/state.tsx';
import { orderStates } from '../selling/words.ts';
import { ordersRoute, type OrderFilter } from './routes.ts';
import { texts } from './texts.ts';

const states = [
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

/** Every order within reach, found by what customers and colleagues ask by. */
export function OrdersPage() {
  const t = texts.use();
  const search = ordersRoute.useSearch();
  const navigate = ordersRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <List<Order, OrderFilter>
        label={t('title')}
        queryKey={['booking', 'order']}
        load={load}
        columns={useColumns()}
        filters={useFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

async function load({ state: said, ...query }: ListSearch<OrderFilter>, signal: AbortSignal) {
  // An address may say anything; what is no state does not filter.
  const state = states.find((one) => one === said);
  const { orders, next } = await answer(
    api.booking.GET('/v1/orders', {
      params: { query: { ...query, ...(state && { state }), limit: pageSize } },
      signal,
    }),
  );
  return { rows: orders, next };
}

function useFilters(): readonly Filter<OrderFilter>[] {
  const t = texts.use();
  const people = useMay()('crm.customer.read');
  return [
    { name: 'number', label: t('number') },
    {
      name: 'state',
      label: t('state'),
      input: states.map((value) => ({ value, label: orderStates.word(value) })),
    },
    ...(people
      ? ([
          { name: 'customerName', label: t('customerName') },
          { name: 'phone', label: t('phone') },
        ] as const)
      : []),
    { name: 'groupNumber', label: t('groupNumber') },
    { name: 'destinationCity', label: t('destination') },
    { name: 'departsFrom', label: t('departsFrom'), input: 'date' },
    { name: 'departsUntil', label: t('departsUntil'), input: 'date' },
  ];
}

function useColumns(): ProColumns<Order>[] {
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
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} stacked /> },
    { title: t('seats'), align: 'end', render: (_, { seats }) => seats },
    { title: t('total'), align: 'end', render: (_, { total }) => <Money of={total} /> },
    { title: t('paid'), align: 'end', render: (_, { paid }) => <Money of={paid} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
