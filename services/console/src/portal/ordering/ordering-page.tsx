import { Button } from 'antd';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useProduct } from '../catalogue/product/use-product.ts';
import { Link, useParamsOf, useSearchOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { OrderForm } from './order-form.tsx';
import { useOwnCustomer } from './own-customer.ts';
import { orderingRoute } from './routes.ts';
import { texts } from './texts.ts';
import { useOffer } from './use-offer.ts';
import '../catalogue/catalogue.css';
import './ordering.css';

/** Orders a departure: how many, who, what it costs; the seats are held when it is sent. */
export function OrderingPage() {
  const t = texts.use();
  const { productId, departureId } = useParamsOf(orderingRoute);
  const { on } = useSearchOf(orderingRoute);
  const product = useProduct(productId);
  const offer = useOffer(productId, departureId, on);
  const own = useOwnCustomer();
  return (
    <PortalPage
      title={t('title')}
      lead={
        product.data && (
          <>
            {localText(product.data.name)}
            {offer.data && ` · ${dateText(offer.data.departsOn)}`}
          </>
        )
      }
    >
      <Loaded query={offer} lines={12}>
        {(found) =>
          found === null ? (
            <Gone productId={productId} />
          ) : (
            <Loaded query={own} lines={12}>
              {(customer) =>
                customer === null ? (
                  <NotYet onRetry={() => void own.refetch()} />
                ) : (
                  <OrderForm offer={found} customerId={customer.id} />
                )
              }
            </Loaded>
          )
        }
      </Loaded>
      <p>
        <Link to="/products/$productId" params={{ productId }}>
          {t('back')}
        </Link>
      </p>
    </PortalPage>
  );
}

function Gone({ productId }: { readonly productId: string }) {
  const t = texts.use();
  return (
    <Nothing
      title={t('goneTitle')}
      next={
        <Link to="/products/$productId" params={{ productId }} className="button-link">
          {t('otherDepartures')}
        </Link>
      }
    >
      {t('goneWhy')}
    </Nothing>
  );
}

function NotYet({ onRetry }: { readonly onRetry: () => void }) {
  const t = texts.use();
  return (
    <Nothing title={t('noCustomerTitle')} next={<Button onClick={onRetry}>{t('retry')}</Button>}>
      {t('noCustomerWhy')}
    </Nothing>
  );
}
