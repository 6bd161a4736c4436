import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { useMay } from '../../session/me.ts';
import { Link } from '../frame/links.tsx';
import { More } from '../frame/more.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { TripsNav } from '../orders/trips-nav.tsx';
import { OneQuotation } from './one-quotation.tsx';
import { OneRequest } from './one-request.tsx';
import { useOwnQuotations, useOwnRequests } from './own-quotations.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';
import '../orders/orders.css';

/** What the agency has quoted, and what it was asked to quote. */
export function QuotationsPage() {
  const t = texts.use();
  const quotations = useOwnQuotations();
  const requests = useOwnRequests();
  const sent = quotations.data?.pages.flatMap((page) => page.quotations);
  // What was answered is above, with its answer.
  const asked = requests.data?.pages
    .flatMap((page) => page.requests)
    .filter(({ quotationId }) => quotationId === null);
  const problem = quotations.error ?? requests.error;
  const again = () => void Promise.all([quotations.refetch(), requests.refetch()]);
  return (
    <PortalPage title={t('title')} lead={t('lead')}>
      <TripsNav />
      {sent && asked ? (
        <>
          {sent.length + asked.length === 0 ? (
            <Nothing title={t('emptyTitle')} next={<Ask />}>
              {t('emptyWhy')}
            </Nothing>
          ) : (
            <p>
              <Ask />
            </p>
          )}
          {sent.length > 0 && (
            <section className="panel">
              <h2>{t('sentToYou')}</h2>
              <ul className="bare-list rows">
                {sent.map((quotation) => (
                  <OneQuotation key={quotation.id} quotation={quotation} />
                ))}
              </ul>
              <More query={quotations} />
            </section>
          )}
          {asked.length > 0 && (
            <section className="panel">
              <h2>{t('asked')}</h2>
              <ul className="bare-list rows">
                {asked.map((request) => (
                  <OneRequest key={request.id} request={request} />
                ))}
              </ul>
              <More query={requests} />
            </section>
          )}
        </>
      ) : problem ? (
        <Failed problem={problem} onRetry={again} />
      ) : (
        <Waiting lines={10} />
      )}
    </PortalPage>
  );
}

function Ask() {
  const t = texts.use();
  const may = useMay();
  if (!may('booking.own-quotation.request')) return null;
  return (
    <Link to="/quotations/ask" className="button-link">
      {t('ask')}
    </Link>
  );
}
