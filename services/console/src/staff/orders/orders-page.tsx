import type { Order } from '../../api/gen/booking.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { orderStates } from '../selling/words.ts';
import { loadOrders, states, useOrderColumns } from './order-list.tsx';
import { ordersRoute, type OrderFilter } from './routes.ts';
import { texts } from './texts.ts';

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
        load={loadOrders}
        columns={useOrderColumns()}
        filters={useFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
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
    { name: 'overdue', label: t('overdue'), input: [{ value: 'yes', label: t('overdueOnly') }] },
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
