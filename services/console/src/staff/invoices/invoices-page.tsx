import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Invoice } from '../../api/gen/finance.ts';
import { ChooseBranch, ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { OrderLink } from '../links.tsx';
import { IssueInvoice } from './issue-invoice.tsx';
import { invoicesRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The invoices within reach. */
export function InvoicesPage() {
  const t = texts.use();
  const may = useMay();
  const search = invoicesRoute.useSearch();
  const navigate = invoicesRoute.useNavigate();
  const [issuing, setIssuing] = useState(false);
  const issue = may('finance.invoice.issue') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setIssuing(true)}>
      {t('issue')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={issue}>
      <List
        label={t('title')}
        queryKey={['finance', 'invoice']}
        load={async (query, signal) => {
          const { invoices, next } = await answer(
            api.finance.GET('/v1/invoices', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: invoices, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'number', label: t('number') },
          { name: 'orderId', label: t('order'), input: ChooseOrder },
          { name: 'branchId', label: t('branch'), input: ChooseBranch },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <IssueInvoice
        open={issuing}
        onClose={() => setIssuing(false)}
        {...(search.orderId && { orderId: search.orderId })}
      />
    </Page>
  );
}

function useColumns(): Column<Invoice>[] {
  const t = texts.use();
  return [
    {
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: id }}>
          {number}
        </Link>
      ),
    },
    { title: t('madeOutTo'), render: (_, { title }) => title },
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('kind'), render: (_, { kind }) => t(kind) },
    { title: t('issuedOn'), render: (_, { issuedOn }) => issuedOn },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('issuedBy'), render: (_, { issuedBy }) => <UserName id={issuedBy} /> },
  ];
}
