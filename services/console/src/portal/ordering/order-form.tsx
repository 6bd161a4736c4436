import { answer, api, changing } from '../../api/client.ts';
import type { Offer, OrderDetail } from '../../api/gen/booking.ts';
import { Refusal } from '../../api/refusal.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { Link, useGo } from '../frame/links.tsx';
import { couponsIn, emptyParty, orderOf, partyOf, type Party } from './party.ts';
import { PartyForm } from './party-form.tsx';
import { texts } from './texts.ts';

/** The order as it is filled in. @param before the order that is changed, where it is none that is new */
export function OrderForm({
  offer,
  customerId,
  before: shown,
}: {
  readonly offer: Offer;
  readonly customerId: string;
  readonly before?: OrderDetail;
}) {
  const t = texts.use();
  const go = useGo();
  const place = useChange(
    (wanted: Party, key) => store(orderOf(offer, wanted), couponsIn(wanted), key, before),
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: t(shown ? 'changedOrder' : 'placed'),
    },
  );
  // What is read anew behind the form was not in it: it is sent on the order it was filled in from, until the conflict is told.
  const before: OrderDetail | undefined = useAsOpened(
    shown,
    !(place.error instanceof Refusal && place.error.status === 412),
  );
  return (
    <PartyForm
      key={before?.version}
      {...{ offer, customerId }}
      name={`order-${before?.id ?? offer.id}`}
      version={before?.version}
      start={before ? partyOf(before) : emptyParty}
      change={place}
      onSent={({ id: orderId }) => go({ to: '/orders/$orderId', params: { orderId }, replace: true })}
      what={t(before ? 'changeNext' : 'next')}
      deed={t(before ? 'change' : 'place')}
      instead={!before && <WaitInstead offer={offer} />}
      couponsTaken={!before}
    />
  );
}

/** Where a party is larger than the room that is left, it can wait for more of it. */
function WaitInstead({ offer: { id: departureId, productId, departsOn } }: { readonly offer: Offer }) {
  const t = texts.use();
  const may = useMay();
  if (!may('booking.own-waiting-list.join')) return null;
  return (
    <Link
      to="/products/$productId/wait/$departureId"
      params={{ productId, departureId }}
      search={{ on: departsOn }}
    >
      {t('waitInstead')}
    </Link>
  );
}

/** A new order, or the one there is as it is wanted now: only its author's, before its approval. */
function store(
  { departureId, ...wanted }: ReturnType<typeof orderOf>,
  coupons: string[],
  key: string,
  before: OrderDetail | undefined,
) {
  if (!before)
    return answer(
      api.booking.POST('/v1/own-orders', {
        body: { departureId, ...wanted, coupons },
        headers: changing(key),
      }),
    );
  return answer(
    api.booking.PUT('/v1/own-orders/{orderId}', {
      params: { path: { orderId: before.id } },
      body: wanted,
      headers: changing(key, before.version),
    }),
  );
}
