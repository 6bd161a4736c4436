import { Loaded } from '../../patterns/loaded.tsx';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { Link, useParamsOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { useChangeable } from '../orders/use-changeable.ts';
import { useOrder } from '../orders/use-order.ts';
import { useTripName } from '../orders/trip-names.ts';
import { OrderForm } from './order-form.tsx';
import { useOwnCustomer } from './own-customer.ts';
import { changeOrderRoute } from './routes.ts';
import { texts } from './texts.ts';
import { useOffer } from './use-offer.ts';
import '../catalogue/catalogue.css';
import './ordering.css';

/** Changes an order that waits for its review: how many, who travels, the note. */
export function ChangePage() {
  const t = texts.use();
  const { orderId } = useParamsOf(changeOrderRoute);
  const query = useOrder(orderId);
  return (
    <>
      <Loaded query={query} lines={12}>
        {(order) => <ChangeOne order={order} />}
      </Loaded>
      <p>
        <Link to="/orders/$orderId" params={{ orderId }}>
          {t('backToOrder')}
        </Link>
      </p>
    </>
  );
}

function ChangeOne({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const changeable = useChangeable(order);
  const { name, departsOn } = useTripName(order);
  const offer = useOffer(order.productId, order.departureId, departsOn);
  const own = useOwnCustomer();
  return (
    <PortalPage title={t('changeTitle')} lead={name}>
      <Loaded query={offer} lines={12}>
        {(found) => (
          <Loaded query={own} lines={12}>
            {(customer) =>
              found && customer && changeable ? (
                // Its own seats are free for it.
                <OrderForm
                  offer={{ ...found, available: found.available + order.seats }}
                  customerId={customer.id}
                  before={order}
                />
              ) : (
                <Nothing title={t('notChangeable')} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </PortalPage>
  );
}
