import { answer, api, changing } from '../../api/client.ts';
import type { Offer } from '../../api/gen/booking.ts';
import { Refusal } from '../../api/refusal.ts';
import { useChange } from '../../patterns/use-change.ts';
import { Link, useGo, useParamsOf, useSearchOf } from '../frame/links.tsx';
import { Offered } from '../ordering/offered.tsx';
import { emptyParty, orderOf, type Party } from '../ordering/party.ts';
import { PartyForm } from '../ordering/party-form.tsx';
import { waitRoute } from './routes.ts';
import { texts } from './texts.ts';

/** Joins the waiting list of a departure that has no room: how many, who, and what it costs today. */
export function WaitPage() {
  const t = texts.use();
  const { productId, departureId } = useParamsOf(waitRoute);
  const { on } = useSearchOf(waitRoute);
  return (
    <Offered title={t('joinTitle')} {...{ productId, departureId, on }}>
      {(offer, customerId) => <WaitForm offer={offer} customerId={customerId} />}
    </Offered>
  );
}

/** Whoever waits is not bound by the seats that are left; how large a party may be is booking's to say. */
const manySeats = 99;

function WaitForm({ offer, customerId }: { readonly offer: Offer; readonly customerId: string }) {
  const t = texts.use();
  const go = useGo();
  const join = useChange(
    (party: Party, key) =>
      answer(
        api.booking.POST('/v1/own-waiting-entries', {
          body: orderOf(offer, party),
          headers: changing(key),
        }),
      ),
    {
      touches: [
        ['booking', 'waiting-entry'],
        ['booking', 'departure'],
      ],
      done: t('joined'),
    },
  );
  const room = join.error instanceof Refusal && join.error.code === 'booking/seats-available';
  return (
    <>
      <PartyForm
        offer={{ ...offer, available: manySeats }}
        customerId={customerId}
        name={`wait-${offer.id}`}
        start={emptyParty}
        change={join}
        onSent={() => go({ to: '/waiting', replace: true })}
        what={t('joinNext')}
        deed={t('join')}
      />
      {room && <BookInstead offer={offer} />}
    </>
  );
}

function BookInstead({ offer: { id: departureId, productId, departsOn } }: { readonly offer: Offer }) {
  const t = texts.use();
  return (
    <p>
      <Link
        to="/products/$productId/order/$departureId"
        params={{ productId, departureId }}
        search={{ on: departsOn }}
        className="button-link"
      >
        {t('bookNow')}
      </Link>
    </p>
  );
}
