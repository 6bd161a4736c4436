import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Request } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseCustomer } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink } from '../links.tsx';
import { requestsRoute } from './routes.ts';
import { TakeRequest } from './take-request.tsx';
import { texts } from './texts.ts';

/** What customers want, in their words. */
export function RequestsPage() {
  const t = texts.use();
  const may = useMay();
  const search = requestsRoute.useSearch();
  const navigate = requestsRoute.useNavigate();
  const [taking, setTaking] = useState(false);
  const take = may('itinerary.request.take') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setTaking(true)}>
      {t('take')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={take}>
      <List
        label={t('title')}
        queryKey={['itinerary', 'request']}
        load={async (query, signal) => {
          const { requests, next } = await answer(
            api.itinerary.GET('/v1/requests', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: requests, next };
        }}
        columns={useColumns()}
        filters={[{ name: 'customerId', label: t('customer'), input: ChooseCustomer }]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <TakeRequest
        open={taking}
        onClose={() => setTaking(false)}
        {...(search.customerId && { customerId: search.customerId })}
      />
    </Page>
  );
}

function useColumns(): Column<Request>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('purpose'),
      className: 'long-text',
      render: (_, { id, purpose }) => (
        <Link to="/requests/$requestId" params={{ requestId: id }}>
          {purpose}
        </Link>
      ),
    },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    {
      title: t('budget'),
      align: 'end',
      render: (_, { budget }) => (budget ? <Money of={budget} /> : '—'),
    },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('takenBy'), render: (_, { authorId }) => <UserName id={authorId} /> },
    { title: t('takenAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
