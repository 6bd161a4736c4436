import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Offer, OrderDetail } from '../../api/gen/booking.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { Field } from '../frame/field.tsx';
import { Link, useGo } from '../frame/links.tsx';
import { HowMany } from './how-many.tsx';
import { emptyParty, orderOf, partyOf, seatsOf, type Party } from './party.ts';
import { PriceLines } from './price-lines.tsx';
import { texts } from './texts.ts';
import { usePartyDraft } from './use-party-draft.ts';
import { WhoTravels } from './who-travels.tsx';

/** The order as it is filled in; what was entered is kept until it is sent. @param before the order that is changed, where it is none that is new */
export function OrderForm({
  offer,
  customerId,
  before,
}: {
  readonly offer: Offer;
  readonly customerId: string;
  readonly before?: OrderDetail;
}) {
  const t = texts.use();
  const go = useGo();
  const draft = usePartyDraft(before?.id ?? offer.id, before ? partyOf(before) : emptyParty);
  const { party, change: changeParty } = draft;
  const [nobody, setNobody] = useState(false);
  const place = useChange((wanted: Party, key) => store(orderOf(offer, wanted), key, before), {
    touches: [
      ['booking', 'order'],
      ['booking', 'departure'],
    ],
    done: t(before ? 'changedOrder' : 'placed'),
  });
  const send = async () => {
    setNobody(seatsOf(party) === 0);
    if (seatsOf(party) === 0) return;
    // What failed is shown from the change itself.
    const placed = await place.mutateAsync(party).catch(() => undefined);
    if (!placed) return;
    draft.discard();
    await go({ to: '/orders/$orderId', params: { orderId: placed.id }, replace: true });
  };
  return (
    <form
      className="ordering"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div>
        {draft.restored && <p role="status">{t('draftFound')}</p>}
        <HowMany offer={offer} party={party} onChange={changeParty} />
        <WhoTravels party={party} customerId={customerId} onChange={changeParty} />
        <Contact />
        <section className="panel">
          <Field label={t('note')} hint={t('noteHint')}>
            {(id) => (
              <textarea
                id={id}
                value={party.note}
                maxLength={500}
                rows={3}
                onChange={(event) => changeParty({ ...party, note: event.target.value })}
              />
            )}
          </Field>
        </section>
      </div>
      <div className="panel ordering-price">
        <PriceLines offer={offer} party={party} />
        <p className="quiet">{t(before ? 'changeNext' : 'next')}</p>
        {nobody && <p role="alert">{t('needAdult')}</p>}
        <ProblemAlert problem={place.error} />
        <Button type="primary" size="large" htmlType="submit" block loading={place.isPending}>
          {t(before ? 'change' : 'place')}
        </Button>
      </div>
    </form>
  );
}

/** A new order, or the one there is as it is wanted now: only its author's, before its approval. */
function store(
  { departureId, ...wanted }: ReturnType<typeof orderOf>,
  key: string,
  before: OrderDetail | undefined,
) {
  if (!before)
    return answer(
      api.booking.POST('/v1/own-orders', { body: { departureId, ...wanted }, headers: changing(key) }),
    );
  return answer(
    api.booking.PUT('/v1/own-orders/{orderId}', {
      params: { path: { orderId: before.id } },
      body: wanted,
      headers: changing(key, before.version),
    }),
  );
}

function Contact() {
  const t = texts.use();
  const { user } = useMe();
  return (
    <section className="panel">
      <h2>{t('contact')}</h2>
      <p className="quiet">{t('contactWhy')}</p>
      <p>
        {user.displayName} · {user.email} · {user.mobile ?? t('noMobile')}
      </p>
      <Link to="/account">{t('toAccount')}</Link>
    </section>
  );
}
