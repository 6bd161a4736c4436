import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { OrderCancellation, OrderDetail } from '../../../api/gen/booking.ts';
import { dateText, instantText } from '../../../format/dates.ts';
import { Missed } from '../../../patterns/loaded.tsx';
import { Money } from '../../../patterns/money.tsx';
import { useMe } from '../../../session/me.ts';
import { Reckoning } from '../cancel/reckoning.tsx';
import { texts } from '../texts.ts';

/** What was cancelled of the order, with what it came to and what has gone back. */
export function Cancellations({ order: { id: orderId, version } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'order', orderId, 'cancellations', version],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/cancellations', {
          params: { path: { orderId }, query: { limit: 20 } },
          signal,
        }),
      ),
  });
  const cancellations = query.data?.cancellations ?? [];
  if (cancellations.length === 0 && !query.error) return null;
  return (
    <section className="panel">
      <h2>{t('cancellations')}</h2>
      <Missed of={[query]} />
      {cancellations.map((cancellation) => (
        <OneCancellation key={cancellation.id} cancellation={cancellation} />
      ))}
    </section>
  );
}

function OneCancellation({ cancellation }: { readonly cancellation: OrderCancellation }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { scope, createdAt, reckoning, refundDue, refunded } = cancellation;
  return (
    <>
      <p>
        {scope === 'order' ? t('wholeOrder') : t('partOfOrder')} · {instantText(createdAt, timeZone)}
      </p>
      {reckoning.cause === 'unpaid' && <p>{t('cancelledUnpaid')}</p>}
      <Reckoning of={reckoning} />
      {refundDue.amount !== '0' && (
        <ul className="bare-list rows">
          <li>
            <span>
              {t('refund')}{' '}
              <small className="quiet">{t('refundBy', { date: dateText(reckoning.refundDueOn) })}</small>
            </span>
            <Money of={refundDue} />
          </li>
          <li>
            <span>{t('refunded')}</span>
            <Money of={refunded} />
          </li>
        </ul>
      )}
    </>
  );
}
