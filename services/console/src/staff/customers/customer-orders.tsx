import type { Order } from '../../api/gen/booking.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List } from '../../patterns/list-page.tsx';
import { useMay } from '../../session/me.ts';
import { loadOrders, useOrderColumns } from '../orders/order-list.tsx';
import { customerRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The orders of a customer, newest first. */
export function CustomerOrders({ customerId }: { readonly customerId: string }) {
  const t = texts.use();
  const { after } = customerRoute.useSearch();
  const navigate = customerRoute.useNavigate();
  return (
    <List<Order, never>
      label={t('orders')}
      queryKey={['booking', 'order', 'of-customer-list', customerId]}
      load={(page, signal) => loadOrders({ ...page, customerId }, signal)}
      columns={useOrderColumns('one-customer')}
      filters={[]}
      search={after === undefined ? {} : { after }}
      onSearch={(page) => void navigate({ search: { tab: 'orders', ...page } })}
      empty={<OrderFor customerId={customerId} />}
    />
  );
}

/** The way to the desk, with the customer chosen there. */
export function OrderFor({ customerId }: { readonly customerId: string }) {
  const t = texts.use();
  const may = useMay();
  if (!may('booking.order.place')) return null;
  return (
    <LinkButton look="primary" to="/desk" search={{ customer: customerId }}>
      {t('orderFor')}
    </LinkButton>
  );
}
