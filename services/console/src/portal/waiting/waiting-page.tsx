import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { Link } from '../frame/links.tsx';
import { More } from '../frame/more.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { TripsNav } from '../orders/trips-nav.tsx';
import { OneEntry } from './one-entry.tsx';
import { useOwnEntries } from './own-entries.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';
import '../orders/orders.css';

/** What the customer waits for, and what is offered to them; the newest first. */
export function WaitingPage() {
  const t = texts.use();
  const query = useOwnEntries();
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <PortalPage title={t('title')} lead={t('lead')}>
      <TripsNav />
      {query.isPending && <Waiting lines={8} />}
      {query.error && !entries && <Failed problem={query.error} onRetry={() => void query.refetch()} />}
      {entries && entries.length === 0 && (
        <Nothing
          title={t('emptyTitle')}
          next={
            <Link to="/" className="button-link">
              {t('toTrips')}
            </Link>
          }
        >
          {t('emptyWhy')}
        </Nothing>
      )}
      <ul className="bare-list order-cards">
        {entries?.map((entry) => (
          <OneEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      <More query={query} />
    </PortalPage>
  );
}
