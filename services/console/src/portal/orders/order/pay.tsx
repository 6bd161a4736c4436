import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api, changing } from '../../../api/client.ts';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { instantText } from '../../../format/dates.ts';
import { moneyText } from '../../../format/money.ts';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay, useMe } from '../../../session/me.ts';
import { texts } from '../../trips/texts.ts';

const payable = ['awaiting-payment', 'confirmed', 'travelling', 'completed'];

/** Leads to the provider's page to pay what is due next; it leads back here, where the payment shows as soon as the provider has told of it. */
export function Pay({ order: { id: orderId, state, standing, calledOff } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const start = useChange(
    async (returnTo: string, key) => {
      const { payAt } = await answer(
        api.finance.POST('/v1/online-payments', { body: { orderId, returnTo }, headers: changing(key) }),
      );
      location.assign(payAt);
    },
    { touches: [] },
  );
  if (!standing.next || calledOff || !payable.includes(state) || !may('finance.online-payment.start'))
    return null;
  return (
    <>
      <LastAttempt orderId={orderId} />
      <ProblemAlert problem={start.error} />
      <Button
        type="primary"
        size="large"
        block
        loading={start.isPending}
        onClick={() => start.mutate(`/portal/orders/${orderId}`)}
      >
        {t('pay', { amount: moneyText(standing.next.outstanding) })}
      </Button>
    </>
  );
}

/** What has become of the last visit to the provider's page: whoever was refused there, or left it, reads here that nothing was paid. */
function LastAttempt({ orderId }: { readonly orderId: string }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const enabled = useMay()('finance.online-payment.read');
  const { data } = useQuery({
    queryKey: ['finance', 'online-payment', orderId],
    queryFn: ({ signal }) =>
      answer(api.finance.GET('/v1/online-payments', { params: { query: { orderId, limit: 1 } }, signal })),
    enabled,
    // Providers tell in their own time.
    refetchInterval: 15_000,
  });
  const last = data?.onlinePayments[0];
  if (last?.state !== 'refused' && last?.state !== 'open') return null;
  return (
    <p role="status" className={last.state === 'refused' ? 'pay-refused' : 'quiet'}>
      {t(last.state === 'refused' ? 'payRefused' : 'payOpen', {
        when: instantText(last.createdAt, timeZone),
      })}
    </p>
  );
}
