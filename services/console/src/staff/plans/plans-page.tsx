import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Plan } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { ChooseDeparture } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { DraftPlan } from './draft-plan.tsx';
import { plansRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What happens on each day of the departures. */
export function PlansPage() {
  const t = texts.use();
  const may = useMay();
  const search = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const [drafting, setDrafting] = useState(false);
  const draft = may('itinerary.plan.draft') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrafting(true)}>
      {t('draft')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={draft}>
      <List
        label={t('title')}
        queryKey={['itinerary', 'plan']}
        load={async (query, signal) => {
          const { plans, next } = await answer(
            api.itinerary.GET('/v1/plans', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: plans, next };
        }}
        columns={useColumns()}
        filters={[{ name: 'departureId', label: t('departure'), input: ChooseDeparture }]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <DraftPlan
        open={drafting}
        onClose={() => setDrafting(false)}
        {...(search.departureId && { departureId: search.departureId })}
      />
    </Page>
  );
}

function useColumns(): Column<Plan>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('name'),
      render: (_, { id, title }) => (
        <Link to="/plans/$planId" params={{ planId: id }}>
          {localText(title)}
        </Link>
      ),
    },
    { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} /> },
    { title: t('days'), render: (_, { days }) => t('daysOf', { count: days.length }) },
    { title: t('version'), render: (_, { version }) => t('versionOf', { version }) },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
