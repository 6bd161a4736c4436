import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { AllotmentRelease } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { ChooseSupplier } from '../../names/choose-records.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useLocale } from '../../texts/use-locale.ts';
import { allotmentQuery } from './allotment-query.ts';
import { SupplierLink } from './allotments-page.tsx';
import { releasesRoute, type ReleaseFilter } from './routes.ts';
import { texts } from './texts.ts';

/** What went back to suppliers on release days. */
export function ReleasesPage() {
  const t = texts.use();
  const search = releasesRoute.useSearch();
  const navigate = releasesRoute.useNavigate();
  const { allotmentId } = search;
  return (
    <Page title={t('releases')} subtitle={allotmentId && <AllotmentLink id={allotmentId} />}>
      <List<AllotmentRelease, ReleaseFilter>
        label={t('releases')}
        queryKey={['booking', 'allotment', 'release']}
        load={async (query, signal) => {
          const { releases, next } = await answer(
            api.booking.GET('/v1/allotment-releases', {
              params: { query: { ...query, limit: pageSize } },
              signal,
            }),
          );
          return { rows: releases, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'supplierId', label: t('supplier'), input: ChooseSupplier },
          { name: 'from', label: t('releasedFrom'), input: 'date' },
          { name: 'to', label: t('releasedTo'), input: 'date' },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<AllotmentRelease>[] {
  const t = texts.use();
  return [
    { title: t('releasedOn'), render: (_, { releasedOn }) => releasedOn },
    { title: t('allotment'), render: (_, { allotmentId }) => <AllotmentLink id={allotmentId} /> },
    { title: t('supplier'), render: (_, { supplierId }) => <SupplierLink id={supplierId} /> },
    { title: t('units'), align: 'end', render: (_, { units }) => units },
    {
      title: t('releasedDates'),
      render: (_, { dates }) => (
        <div className="long-text">
          {dates.map(({ date, quantity }) => t('dateUnits', { date, quantity })).join(t('comma'))}
        </div>
      ),
    },
  ];
}

function AllotmentLink({ id }: { readonly id: string }) {
  useLocale();
  const allotment = useQuery({ ...allotmentQuery(id), staleTime: 300_000 }).data;
  return (
    <Link to="/allotments/$allotmentId" params={{ allotmentId: id }}>
      {allotment ? localText(allotment.name) : '—'}
    </Link>
  );
}
