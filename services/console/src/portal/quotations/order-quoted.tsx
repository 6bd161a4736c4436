import { Button } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OwnQuotationDetail } from '../../api/gen/booking.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { useGo } from '../frame/links.tsx';
import { useOwnCustomer } from '../ordering/own-customer.ts';
import { categories, namedIn, type Party } from '../ordering/party.ts';
import { Note } from '../ordering/party-form.tsx';
import { usePartyDraft } from '../ordering/use-party-draft.ts';
import { WhoTravels } from '../ordering/who-travels.tsx';
import { texts } from './texts.ts';
import '../ordering/ordering.css';

/** Orders by an accepted quotation, at its price: only who travels and a note are left to say. */
export function OrderQuoted({ quotation }: { readonly quotation: OwnQuotationDetail }) {
  const t = texts.use();
  const may = useMay();
  const customer = useOwnCustomer().data;
  const { state, departureId } = quotation;
  if (state !== 'accepted' || !may('booking.own-order.place')) return null;
  if (departureId === null)
    return (
      <section className="panel">
        <p>{t('arranged')}</p>
      </section>
    );
  return customer ? <OrderForm quotation={quotation} customerId={customer.id} /> : null;
}

function OrderForm({
  quotation,
  customerId,
}: {
  readonly quotation: OwnQuotationDetail;
  readonly customerId: string;
}) {
  const t = texts.use();
  const go = useGo();
  const { party, change, discard } = usePartyDraft(`quoted-${quotation.id}`, quotedParty(quotation));
  const place = usePlacing(quotation);
  const send = async () => {
    // What failed is shown from the change itself.
    const placed = await place.mutateAsync(party).catch(() => undefined);
    if (!placed) return;
    discard();
    await go({ to: '/orders/$orderId', params: { orderId: placed.id }, replace: true });
  };
  return (
    <form
      aria-label={t('orderTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <WhoTravels party={party} customerId={customerId} onChange={change} />
      <Note note={party.note} onChange={(note) => change({ ...party, note })} />
      <section className="panel">
        <h2>{t('orderTitle')}</h2>
        <p className="quiet">{t('orderWhy')}</p>
        <ProblemAlert problem={place.error} />
        <Button type="primary" size="large" htmlType="submit" block loading={place.isPending}>
          {t('order')}
        </Button>
      </section>
    </form>
  );
}

function usePlacing({ id: quotationId, version }: OwnQuotationDetail) {
  const t = texts.use();
  return useChange(
    (wanted: Party, key) =>
      answer(
        api.booking.POST('/v1/own-quotations/{quotationId}/order', {
          params: { path: { quotationId } },
          body: { travellers: namedIn(wanted), note: wanted.note.trim() },
          headers: changing(key, version),
        }),
      ),
    {
      touches: [
        ['booking', 'quotation'],
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: t('placed'),
    },
  );
}

/** Those who are quoted for, nobody named yet. */
function quotedParty({ content }: OwnQuotationDetail): Party {
  const counts = categories.map((category) => {
    const lines = content.lines.filter((line) => line.category === category);
    return [category, lines.reduce((sum, { count }) => sum + count, 0)] as const;
  });
  return { counts: Object.fromEntries(counts), singleRooms: 0, named: {}, note: '' };
}
