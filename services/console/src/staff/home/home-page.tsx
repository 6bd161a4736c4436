import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { answer, api } from '../../api/client.ts';
import { todayIn } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded, Waiting } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { lastThirtyDays } from '../analytics/figures.ts';
import { Tasks } from './tasks.tsx';
import { texts } from './texts.ts';
import './home.css';

// Tables and charts come with the figures, after what is to be done.
const FiguresOfDays = lazy(async () => ({ default: (await import('./figures-of-days.tsx')).FiguresOfDays }));

/** Where the day begins: what waits, what is asked for most, how it goes. */
export function HomePage() {
  const t = texts.use();
  const may = useMay();
  const { user, agency } = useMe();
  const toDesk = may('booking.order.place') && (
    <LinkButton to="/desk" look="primary">
      {t('newOrder')}
    </LinkButton>
  );
  return (
    <Page title={t('hello', { name: user.displayName })} subtitle={localText(agency.name)} actions={toDesk}>
      <h2 className="home-part">{t('tasks')}</h2>
      <Tasks />
      {may('analytics.report.read') && <Figures />}
    </Page>
  );
}

function Figures() {
  const t = texts.use();
  const { from, to } = lastThirtyDays(todayIn(useMe().agency.timeZone));
  const sales = useQuery({
    queryKey: ['analytics', 'sales', { from, to }],
    queryFn: ({ signal }) =>
      answer(api.analytics.GET('/v1/sales', { params: { query: { from, to } }, signal })),
  });
  return (
    <>
      <h2 className="home-part">{t('figures')}</h2>
      <Loaded query={sales}>
        {(figures) => (
          <Suspense fallback={<Waiting />}>
            <FiguresOfDays {...figures} from={from} to={to} />
          </Suspense>
        )}
      </Loaded>
    </>
  );
}
