import type { ComponentProps, ReactNode } from 'react';
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
          <Listed title={t('sentToYou')} query={quotations}>
            {sent.map((quotation) => (
              <OneQuotation key={quotation.id} quotation={quotation} />
            ))}
          </Listed>
          <Listed title={t('asked')} query={requests}>
            {asked.map((request) => (
              <OneRequest key={request.id} request={request} />
            ))}
          </Listed>
        </>
      ) : problem ? (
        <Failed problem={problem} onRetry={again} />
      ) : (
        <Waiting lines={10} />
      )}
    </PortalPage>
  );
}

/** A part of the page; nothing where there is none of it. */
function Listed({
  title,
  query,
  children,
}: {
  readonly title: string;
  readonly query: ComponentProps<typeof More>['query'];
  readonly children: readonly ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="bare-list rows">{children}</ul>
      <More query={query} />
    </section>
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
