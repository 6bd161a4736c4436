import { useParamsOf, useSearchOf } from '../frame/links.tsx';
import { Offered } from './offered.tsx';
import { OrderForm } from './order-form.tsx';
import { orderingRoute } from './routes.ts';
import { texts } from './texts.ts';

/** Orders a departure: how many, who, what it costs; the seats are held when it is sent. */
export function OrderingPage() {
  const t = texts.use();
  const { productId, departureId } = useParamsOf(orderingRoute);
  const { on } = useSearchOf(orderingRoute);
  return (
    <Offered title={t('title')} {...{ productId, departureId, on }}>
      {(offer, customerId) => <OrderForm offer={offer} customerId={customerId} />}
    </Offered>
  );
}
