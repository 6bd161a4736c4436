import { useMay } from '../../session/me.ts';
import { Link } from '../frame/links.tsx';
import { useQuotationsToAnswer } from '../quotations/own-quotations.ts';
import { useOffersOpen } from '../waiting/own-entries.ts';
import { texts } from './texts.ts';

/** Orders, quotations and places on waiting lists: three pages of one matter, with how much of it waits for an answer. */
export function TripsNav() {
  const t = texts.use();
  const may = useMay();
  const toAnswer = useQuotationsToAnswer();
  const offers = useOffersOpen();
  return (
    <nav className="trips-nav" aria-label={t('title')}>
      <Link to="/orders" activeProps={{ 'aria-current': 'page' }}>
        {t('orders')}
      </Link>
      {may('booking.own-quotation.read') && (
        <Link to="/quotations" activeProps={{ 'aria-current': 'page' }}>
          {t('quotations')}
          <Count of={toAnswer} />
        </Link>
      )}
      {may('booking.own-waiting-list.read') && (
        <Link to="/waiting" activeProps={{ 'aria-current': 'page' }}>
          {t('waitingList')}
          <Count of={offers} />
        </Link>
      )}
    </nav>
  );
}

function Count({ of }: { readonly of: number }) {
  const t = texts.use();
  if (of === 0) return null;
  return (
    <span className="trips-count" title={t('toAnswer', { count: of })}>
      {of}
    </span>
  );
}
