import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Contract } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseCustomer, ChooseDeparture, ChooseOrder } from '../../names/choose-records.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink, OrderLink } from '../links.tsx';
import { ContractState } from './contract-state.tsx';
import { GenerateContract } from './generate-contract.tsx';
import { contractsRoute } from './routes.ts';
import { texts } from './texts.ts';

const states = ['generated', 'sent', 'signed', 'superseded', 'void'] as const;

/** Contracts within reach. */
export function ContractsPage() {
  const t = texts.use();
  const may = useMay();
  const search = contractsRoute.useSearch();
  const navigate = contractsRoute.useNavigate();
  const [generating, setGenerating] = useState(false);
  const generate = may('itinerary.contract.generate') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setGenerating(true)}>
      {t('generate')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={generate}>
      <List
        label={t('title')}
        queryKey={['itinerary', 'contract']}
        load={async ({ state, ...query }, signal) => {
          const { contracts, next } = await answer(
            api.itinerary.GET('/v1/contracts', {
              params: { query: { ...query, ...oneOf('state', states, state), limit: pageSize } },
              signal,
            }),
          );
          return { rows: contracts, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'number', label: t('number') },
          {
            name: 'state',
            label: t('state'),
            input: states.map((value) => ({ value, label: texts.word(value) })),
          },
          { name: 'customerId', label: t('customer'), input: ChooseCustomer },
          { name: 'orderId', label: t('order'), input: ChooseOrder },
          { name: 'departureId', label: t('departure'), input: ChooseDeparture },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <GenerateContract
        open={generating}
        onClose={() => setGenerating(false)}
        {...(search.orderId && { orderId: search.orderId })}
      />
    </Page>
  );
}

function useColumns(): Column<Contract>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/contracts/$contractId" params={{ contractId: id }}>
          {number}
        </Link>
      ),
    },
    { title: t('state'), render: (_, { state }) => <ContractState of={state} /> },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} /> },
    { title: t('total'), align: 'end', render: (_, { total }) => <Money of={total} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
