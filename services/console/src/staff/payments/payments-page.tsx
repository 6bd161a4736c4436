import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Payment } from '../../api/gen/finance.ts';
import { ChooseBranch, ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { EntryLink, MoneyState } from '../money/money-state.tsx';
import { methods } from '../money/words.ts';
import { RecordPayment } from './record-payment.tsx';
import { paymentsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What came in, newest first. */
export function PaymentsPage() {
  const t = texts.use();
  const may = useMay();
  const search = paymentsRoute.useSearch();
  const navigate = paymentsRoute.useNavigate();
  const [recording, setRecording] = useState(false);
  const record = may('finance.payment.record') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={record}>
      <List
        label={t('title')}
        queryKey={['finance', 'payment']}
        load={async (query, signal) => {
          const { payments, next } = await answer(
            api.finance.GET('/v1/payments', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: payments, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'orderId', label: t('order'), input: ChooseOrder },
          { name: 'branchId', label: t('branch'), input: ChooseBranch },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <RecordPayment
        open={recording}
        onClose={() => setRecording(false)}
        {...(search.orderId && { orderId: search.orderId })}
      />
    </Page>
  );
}

function useColumns(): Column<Payment>[] {
  const t = texts.use();
  return [
    { title: t('receivedOn'), render: (_, { receivedOn }) => receivedOn },
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('customer'), render: (_, { orderId }) => <OrderCustomer id={orderId} /> },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('method'), render: (_, { method }) => methods.word(method) },
    { title: t('reference'), render: (_, { reference }) => reference || '—' },
    {
      title: t('refunded'),
      align: 'end',
      render: (_, { refunded }) => (refunded.amount === '0' ? '—' : <Money of={refunded} />),
    },
    { title: t('state'), render: (_, { state }) => <MoneyState of={state} /> },
    { title: t('voucher'), render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('recordedBy'), render: (_, { recordedBy }) => <UserName id={recordedBy} /> },
  ];
}
