import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { SupplierCost } from '../../api/gen/finance.ts';
import { ChooseBranch, ChooseDeparture } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { EntryLink, MoneyState } from '../money/money-state.tsx';
import { services } from '../money/words.ts';
import { RecordCost } from './record-cost.tsx';
import { costsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What groups cost. */
export function CostsPage() {
  const t = texts.use();
  const may = useMay();
  const search = costsRoute.useSearch();
  const navigate = costsRoute.useNavigate();
  const [recording, setRecording] = useState(false);
  const record = may('finance.supplier-cost.record') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={record}>
      <List
        label={t('title')}
        queryKey={['finance', 'supplier-cost']}
        load={async (query, signal) => {
          const { supplierCosts, next } = await answer(
            api.finance.GET('/v1/supplier-costs', {
              params: { query: { ...query, limit: pageSize } },
              signal,
            }),
          );
          return { rows: supplierCosts, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'departureId', label: t('departure'), input: ChooseDeparture },
          { name: 'branchId', label: t('branch'), input: ChooseBranch },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <RecordCost
        open={recording}
        onClose={() => setRecording(false)}
        {...(search.departureId && { departureId: search.departureId })}
      />
    </Page>
  );
}

function useColumns(): Column<SupplierCost>[] {
  const t = texts.use();
  return [
    { title: t('incurredOn'), render: (_, { incurredOn }) => incurredOn },
    { title: t('departure'), render: (_, { departureId }) => <DepartureLink id={departureId} /> },
    {
      title: t('supplier'),
      render: (_, { id, supplierName }) => (
        <Link to="/supplier-costs/$supplierCostId" params={{ supplierCostId: id }}>
          {supplierName}
        </Link>
      ),
    },
    { title: t('service'), render: (_, { serviceKind }) => services.word(serviceKind) },
    { title: t('description'), render: (_, { description }) => description || '—' },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('state'), render: (_, { state }) => <MoneyState of={state} /> },
    { title: t('voucher'), render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('recordedBy'), render: (_, { recordedBy }) => <UserName id={recordedBy} /> },
  ];
}
