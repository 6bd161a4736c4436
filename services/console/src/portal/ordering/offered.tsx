import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Offer } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useProduct } from '../catalogue/product/use-product.ts';
import { Link } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { useOwnCustomer } from './own-customer.ts';
import { texts } from './texts.ts';
import { useOffer } from './use-offer.ts';
import '../catalogue/catalogue.css';
import './ordering.css';

/** A page about a departure that is on offer, for a customer who is known to the agency: to order it, or to wait for it. */
export function Offered({
  title,
  productId,
  departureId,
  on,
  children,
}: {
  readonly title: string;
  readonly productId: string;
  readonly departureId: string;
  /** Its day, from the link. */
  readonly on: string | undefined;
  readonly children: (offer: Offer, customerId: string) => ReactNode;
}) {
  const t = texts.use();
  const product = useProduct(productId);
  const offer = useOffer(productId, departureId, on);
  const own = useOwnCustomer();
  return (
    <PortalPage
      title={title}
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
                  children(found, customer.id)
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
