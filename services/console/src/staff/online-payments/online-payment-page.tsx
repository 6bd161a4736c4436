import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { OnlinePayment, PaymentCallback } from '../../api/gen/finance.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { onlinePaymentRoute } from './routes.ts';
import { texts } from './texts.ts';
import { CallbackOutcome, OnlinePaymentState } from './words.tsx';

/** One online payment, and what its provider said of it. */
export function OnlinePaymentPage() {
  const { onlinePaymentId } = onlinePaymentRoute.useParams();
  const query = useQuery({
    queryKey: ['finance', 'online-payment', onlinePaymentId],
    queryFn: ({ signal }) =>
      answer(
        api.finance.GET('/v1/online-payments/{onlinePaymentId}', {
          params: { path: { onlinePaymentId } },
          signal,
        }),
      ),
  });
  return <Loaded query={query}>{(payment) => <OnePayment payment={payment} />}</Loaded>;
}

function OnePayment({ payment }: { readonly payment: OnlinePayment }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { id, orderId, orderNumber, amount, provider, startedBy, branchId, createdAt, expiresAt } = payment;
  return (
    <Page
      title={t('one', { order: orderNumber })}
      tags={<OnlinePaymentState of={payment.state} />}
      subtitle={<OrderCustomer id={orderId} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [t('amount'), <Money key="amount" of={amount} />],
              [t('order'), <OrderLink key="order" id={orderId} />],
              [t('provider'), texts.word(provider)],
              [t('startedBy'), <UserName key="by" id={startedBy} />],
              [t('createdAt'), instantText(createdAt, timeZone)],
              [t('expiresAt'), instantText(expiresAt, timeZone)],
              [t('branch'), <BranchName key="branch" id={branchId} />],
            ]}
          />
        </Card>
        {useMay()('finance.payment-callback.read') && <Callbacks onlinePaymentId={id} />}
      </Flex>
    </Page>
  );
}

function Callbacks({ onlinePaymentId }: { readonly onlinePaymentId: string }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const query = useQuery({
    queryKey: ['finance', 'payment-callback', 'of', onlinePaymentId],
    queryFn: async ({ signal }) => {
      const params = { query: { onlinePaymentId, limit: 100 } };
      return (await answer(api.finance.GET('/v1/payment-callbacks', { params, signal }))).paymentCallbacks;
    },
  });
  return (
    <Card title={t('callbacks')}>
      <Loaded query={query} lines={2}>
        {(callbacks) =>
          callbacks.length === 0 ? (
            <Typography.Text type="secondary">{t('noCallbacks')}</Typography.Text>
          ) : (
            <Itemised<PaymentCallback>
              label={t('callbacks')}
              rows={callbacks}
              rowKey={({ id }) => id}
              columns={[
                { title: t('receivedAt'), render: (_, one) => instantText(one.receivedAt, timeZone) },
                { title: t('transactionId'), dataIndex: 'transactionId' },
                { title: t('result'), render: (_, { result }) => t(result) },
                { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
                { title: t('outcome'), render: (_, one) => <CallbackOutcome of={one} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
