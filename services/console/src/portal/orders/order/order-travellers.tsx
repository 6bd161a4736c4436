import type { OrderDetail } from '../../../api/gen/booking.ts';
import { Missed } from '../../../patterns/loaded.tsx';
import { Link } from '../../frame/links.tsx';
import { useOwnCustomer, useOwnTravellers } from '../../ordering/own-customer.ts';
import { texts } from '../texts.ts';
import { unnamedCount } from '../../../names/unnamed-places.ts';
import { useNameable } from '../use-nameable.ts';
import { useChangeable } from '../use-changeable.ts';

/** Who travels, and how many are still to be named. */
export function OrderTravellers({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { travellers, note, state } = order;
  const changeable = useChangeable(order);
  const nameable = useNameable(order);
  const customer = useOwnCustomer();
  const theirs = useOwnTravellers(customer.data?.id);
  const known = theirs.data ?? [];
  const open = unnamedCount(order);
  if (travellers.length === 0 && (state === 'cancelled' || state === 'expired')) return null;
  return (
    <section className="panel">
      <h2>{t('travellers')}</h2>
      <Missed of={travellers.length > 0 ? [customer, theirs] : []} />
      {travellers.length === 0 ? (
        <p>{t(changeable || nameable ? 'nameThem' : 'noTravellers')}</p>
      ) : (
        <ul className="bare-list rows">
          {travellers.map(({ travellerId, category }) => (
            <li key={travellerId}>
              <span>{known.find(({ id }) => id === travellerId)?.name ?? '—'}</span>
              <span className="quiet">{t(category)}</span>
            </li>
          ))}
        </ul>
      )}
      {travellers.length > 0 && open > 0 && <p className="quiet">{t('unnamed', { count: open })}</p>}
      {note && (
        <>
          <h3>{t('note')}</h3>
          <p className="long-text">{note}</p>
        </>
      )}
      {nameable && (
        <p>
          <Link to="/orders/$orderId/travellers" params={{ orderId: order.id }} className="button-link">
            {t('nameTravellers')}
          </Link>
        </p>
      )}
      {changeable && (
        <p>
          <Link to="/orders/$orderId/change" params={{ orderId: order.id }}>
            {t('changeOrder')}
          </Link>
        </p>
      )}
    </section>
  );
}
