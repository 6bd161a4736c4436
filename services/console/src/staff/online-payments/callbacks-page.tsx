import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { PaymentCallback } from '../../api/gen/finance.ts';
import { instantText } from '../../format/dates.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { callbacksRoute } from './routes.ts';
import { texts } from './texts.ts';
import { CallbackOutcome, outcomes } from './words.tsx';

/** What providers said of online payments, and what was done with it. */
export function CallbacksPage() {
  const t = texts.use();
  const search = callbacksRoute.useSearch();
  const navigate = callbacksRoute.useNavigate();
  return (
    <Page
      title={t('callbacks')}
      subtitle={t('callbacksWhy')}
      actions={<LinkButton to="/online-payments">{t('title')}</LinkButton>}
    >
      <List<PaymentCallback, 'outcome'>
        label={t('callbacks')}
        queryKey={['finance', 'payment-callback']}
        load={async ({ outcome, ...rest }, signal) => {
          const query = { ...rest, ...oneOf('outcome', outcomes, outcome), limit: pageSize };
          const { paymentCallbacks, next } = await answer(
            api.finance.GET('/v1/payment-callbacks', { params: { query }, signal }),
          );
          return { rows: paymentCallbacks, next };
        }}
        columns={useColumns()}
        filters={[
          {
            name: 'outcome',
            label: t('outcome'),
            input: outcomes.map((value) => ({ value, label: t(value) })),
          },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<PaymentCallback>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    { title: t('receivedAt'), render: (_, { receivedAt }) => instantText(receivedAt, timeZone) },
    { title: t('provider'), render: (_, { provider }) => texts.word(provider) },
    { title: t('transactionId'), render: (_, { transactionId }) => transactionId },
    { title: t('result'), render: (_, { result }) => t(result) },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('outcome'), render: (_, callback) => <CallbackOutcome of={callback} /> },
    {
      title: t('payment'),
      render: (_, { onlinePaymentId }) => (
        <Link to="/online-payments/$onlinePaymentId" params={{ onlinePaymentId }}>
          {t('show')}
        </Link>
      ),
    },
  ];
}
