import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { Refusal } from '../../api/refusal.ts';
import { unnamedPlaces } from '../../names/unnamed-places.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { Link, useGo, useParamsOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { useNameable } from '../orders/use-nameable.ts';
import { useOrder } from '../orders/use-order.ts';
import { useTripName } from '../orders/trip-names.ts';
import { useOwnCustomer } from './own-customer.ts';
import { emptyParty, namedIn, type Party } from './party.ts';
import { nameTravellersRoute } from './routes.ts';
import { texts } from './texts.ts';
import { WhoTravels } from './who-travels.tsx';
import './ordering.css';

/** Says who travels with an order that is approved already. */
export function NamePage() {
  const t = texts.use();
  const { orderId } = useParamsOf(nameTravellersRoute);
  const query = useOrder(orderId);
  return (
    <>
      <Loaded query={query} lines={12}>
        {(order) => <NameOne order={order} />}
      </Loaded>
      <p>
        <Link to="/orders/$orderId" params={{ orderId }}>
          {t('backToOrder')}
        </Link>
      </p>
    </>
  );
}

function NameOne({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const nameable = useNameable(order);
  const { name } = useTripName(order);
  const own = useOwnCustomer();
  return (
    <PortalPage title={t('nameTitle')} lead={name}>
      <Loaded query={own} lines={12}>
        {(customer) =>
          customer && nameable ? (
            <NameForm order={order} customerId={customer.id} />
          ) : (
            <Nothing title={t('notNameable')} />
          )
        }
      </Loaded>
    </PortalPage>
  );
}

function NameForm({
  order: latest,
  customerId,
}: {
  readonly order: OrderDetail;
  readonly customerId: string;
}) {
  const t = texts.use();
  const go = useGo();
  const [named, setNamed] = useState<Party['named']>({});
  const change = useChange(
    (party: Party, key) =>
      answer(
        api.booking.POST('/v1/own-orders/{orderId}/travellers', {
          params: { path: { orderId: order.id } },
          body: { travellers: namedIn(party) },
          headers: changing(key, order.version),
        }),
      ),
    { touches: [['booking', 'order']], done: t('namedNow') },
  );
  // It is sent on the order it was filled in from, until a conflict is told.
  const order: OrderDetail = useAsOpened(
    latest,
    !(change.error instanceof Refusal && change.error.status === 412),
  );
  const party: Party = { ...emptyParty, counts: unnamedPlaces(order), named };
  const some = namedIn(party).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!some) return;
        change.mutate(party, {
          onSuccess: () => void go({ to: '/orders/$orderId', params: { orderId: order.id }, replace: true }),
        });
      }}
    >
      <WhoTravels
        {...{ party, customerId }}
        why={t('nameWhy')}
        others={order.travellers.map(({ travellerId }) => travellerId)}
        onChange={(next) => setNamed(next.named)}
      />
      <ProblemAlert problem={change.error} />
      <Button type="primary" size="large" htmlType="submit" disabled={!some} loading={change.isPending}>
        {t('saveNames')}
      </Button>
    </form>
  );
}
