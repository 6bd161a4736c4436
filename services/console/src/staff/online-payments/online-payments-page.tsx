import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { OnlinePayment } from '../../api/gen/finance.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { OrderCustomer } from '../links.tsx';
import { onlinePaymentsRoute } from './routes.ts';
import { texts } from './texts.ts';
import { OnlinePaymentState } from './words.tsx';

/** What customers began to pay online. */
export function OnlinePaymentsPage() {
  const t = texts.use();
  const may = useMay();
  const search = onlinePaymentsRoute.useSearch();
  const navigate = onlinePaymentsRoute.useNavigate();
  const callbacks = may('finance.payment-callback.read') && (
    <LinkButton to="/online-payments/callbacks">{t('callbacks')}</LinkButton>
  );
  return (
    <Page title={t('title')} actions={callbacks}>
      <List<OnlinePayment, 'orderId'>
        label={t('title')}
        queryKey={['finance', 'online-payment']}
        load={async (query, signal) => {
          const { onlinePayments, next } = await answer(
            api.finance.GET('/v1/online-payments', {
              params: { query: { ...query, limit: pageSize } },
              signal,
            }),
          );
          return { rows: onlinePayments, next };
        }}
        columns={useColumns()}
        filters={[{ name: 'orderId', label: t('order'), input: ChooseOrder }]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<OnlinePayment>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('order'),
      render: (_, { id, orderNumber }) => (
        <Link to="/online-payments/$onlinePaymentId" params={{ onlinePaymentId: id }}>
          {orderNumber}
        </Link>
      ),
    },
    { title: t('state'), render: (_, { state }) => <OnlinePaymentState of={state} /> },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('customer'), render: (_, { orderId }) => <OrderCustomer id={orderId} /> },
    { title: t('startedBy'), render: (_, { startedBy }) => <UserName id={startedBy} /> },
    { title: t('provider'), render: (_, { provider }) => texts.word(provider) },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
  ];
}
