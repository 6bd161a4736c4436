import type { OrderDetail } from '../../api/gen/booking.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { Link, useParamsOf } from '../frame/links.tsx';
import { PortalPage } from '../frame/portal-page.tsx';
import { HoldClock } from './hold-clock.tsx';
import { CalledOff } from './order/called-off.tsx';
import { Cancellations } from './order/cancellations.tsx';
import { OrderMoney } from './order/order-money.tsx';
import { OrderSteps } from './order/order-steps.tsx';
import { OrderTravellers } from './order/order-travellers.tsx';
import { Returned } from './order/returned.tsx';
import { WayOut } from './order/way-out.tsx';
import { OrderState } from './order-state.tsx';
import { Documents } from '../trips/documents.tsx';
import { Itinerary } from '../trips/itinerary.tsx';
import { MoneyMoved } from '../trips/money-moved.tsx';
import { WaitingForYou } from '../trips/waiting-for-you.tsx';
import { orderRoute } from './routes.ts';
import { texts } from './texts.ts';
import { useTripName } from './trip-names.ts';
import { useOrder } from './use-order.ts';
import '../catalogue/catalogue.css';
import './orders.css';

/** States in which there is no trip any more. */
const ended = ['cancelled', 'expired'];

/** One order: where it stands, what it costs, who travels, and what can be done now. */
export function OrderPage() {
  const { orderId } = useParamsOf(orderRoute);
  const query = useOrder(orderId);
  return (
    <Loaded query={query} lines={14}>
      {(order) => <OneOrder order={order} />}
    </Loaded>
  );
}

function OneOrder({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { name, dates } = useTripName(order);
  const { number, state, holdExpiresAt, productId, calledOff } = order;
  return (
    <PortalPage title={name} lead={[dates, t('order', { number })].filter(Boolean).join(' · ')}>
      <div className="order">
        <div>
          <section className="panel order-state" aria-live="polite">
            <div className="order-card-head">
              <OrderState state={state} calledOff={calledOff !== null} />
              {holdExpiresAt && !calledOff && <HoldClock until={holdExpiresAt} />}
            </div>
            <p>{calledOff ? t('calledOff-why') : texts.word(`${state}-why`)}</p>
            {!calledOff && <OrderSteps order={order} />}
            {(state === 'expired' || state === 'cancelled') && (
              <Link to="/products/$productId" params={{ productId }} className="button-link">
                {t('orderAgain')}
              </Link>
            )}
          </section>
          <CalledOff order={order} />
          <WaitingForYou orderId={order.id} />
          <Returned order={order} />
          {!ended.includes(state) && !calledOff && <Itinerary orderId={order.id} />}
          <OrderTravellers order={order} />
          <Cancellations order={order} />
        </div>
        <div>
          <OrderMoney order={order} />
          <MoneyMoved orderId={order.id} />
          <Documents order={order} />
          <WayOut order={order} />
        </div>
      </div>
      <p>
        <Link to="/orders">{t('backToOrders')}</Link>
        {' · '}
        <Link to="/products/$productId" params={{ productId }}>
          {t('seeProduct')}
        </Link>
      </p>
    </PortalPage>
  );
}
