import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Quotation } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { QuotationState } from '../selling/state.tsx';
import { quotationStates } from '../selling/words.ts';
import { quotationsRoute, type QuotationFilter } from './routes.ts';
import { texts } from './texts.ts';
import { WriteQuotation } from './write-quotation.tsx';

const states = ['draft', 'sent', 'accepted', 'ordered', 'declined', 'expired'] as const;

/** Every quotation within reach. */
export function QuotationsPage() {
  const t = texts.use();
  const may = useMay();
  const search = quotationsRoute.useSearch();
  const navigate = quotationsRoute.useNavigate();
  const [writing, setWriting] = useState(false);
  const write = may('booking.quotation.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
      {t('write')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={write}>
      <List<Quotation, QuotationFilter>
        label={t('title')}
        queryKey={['booking', 'quotation']}
        load={load}
        columns={useColumns()}
        filters={[
          {
            name: 'state',
            label: t('state'),
            input: states.map((value) => ({ value, label: quotationStates.word(value) })),
          },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <WriteQuotation open={writing} onClose={() => setWriting(false)} />
    </Page>
  );
}

async function load({ state: said, ...query }: ListSearch<QuotationFilter>, signal: AbortSignal) {
  const state = states.find((one) => one === said);
  const { quotations, next } = await answer(
    api.booking.GET('/v1/quotations', {
      params: { query: { ...query, ...(state && { state }), limit: pageSize } },
      signal,
    }),
  );
  return { rows: quotations, next };
}

function useColumns(): Column<Quotation>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/quotations/$quotationId" params={{ quotationId: id }}>
          {number}
        </Link>
      ),
    },
    { title: t('state'), render: (_, { state }) => <QuotationState of={state} /> },
    { title: t('revision'), align: 'end', render: (_, { revision }) => revision },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    {
      title: t('departure'),
      render: (_, { departureId }) => (departureId ? <DepartureLink id={departureId} stacked /> : '—'),
    },
    { title: t('total'), align: 'end', render: (_, { total }) => <Money of={total} /> },
    { title: t('validUntil'), render: (_, { validUntil }) => validUntil },
    { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
