import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Cover } from '../catalogue/picture.tsx';
import { Link } from '../frame/links.tsx';
import { More } from '../frame/more.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { HoldClock } from './hold-clock.tsx';
import { OrderState } from './order-state.tsx';
import { texts } from './texts.ts';
import { TripsNav } from './trips-nav.tsx';
import { useTripName } from './trip-names.ts';
import '../catalogue/catalogue.css';
import './orders.css';

/** Everything the customer has ordered, or had ordered for them; the newest first. */
export function OrdersPage() {
  const t = texts.use();
  const query = useInfiniteQuery({
    queryKey: ['booking', 'order', 'own'],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.booking.GET('/v1/orders', {
          params: { query: { limit: 20, ...(after !== null && { after }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });
  const orders = query.data?.pages.flatMap((page) => page.orders);
  return (
    <PortalPage title={t('title')}>
      <TripsNav />
      {query.isPending && <Waiting lines={10} />}
      {query.error && !orders && <Failed problem={query.error} onRetry={() => void query.refetch()} />}
      {orders && orders.length === 0 && (
        <Nothing
          title={t('emptyTitle')}
          next={
            <Link to="/" className="button-link">
              {t('toTrips')}
            </Link>
          }
        >
          {t('emptyWhy')}
        </Nothing>
      )}
      <ul className="bare-list order-cards">
        {orders?.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      <More query={query} />
    </PortalPage>
  );
}

function OrderCard({ order }: { readonly order: Order }) {
  const t = texts.use();
  const { id, number, productId, state, total, seats, holdExpiresAt } = order;
  const { name, dates, calledOff } = useTripName(order);
  return (
    <li className="card order-card">
      <Cover of="products" id={productId} name={name} />
      <div className="card-text">
        <div className="order-card-head">
          <OrderState state={state} calledOff={calledOff} />
          {holdExpiresAt && !calledOff && <HoldClock until={holdExpiresAt} />}
        </div>
        <h2>
          <Link to="/orders/$orderId" params={{ orderId: id }} className="card-link">
            {name}
          </Link>
        </h2>
        {dates && <p className="card-facts">{dates}</p>}
        <p className="card-facts">
          {t('order', { number })} · {seats === 1 ? t('oneSeat') : t('seats', { count: seats })} ·{' '}
          <Money of={total} />
        </p>
      </div>
    </li>
  );
}
