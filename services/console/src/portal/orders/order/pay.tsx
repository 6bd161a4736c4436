import { Button } from 'antd';
import { answer, api, changing } from '../../../api/client.ts';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { moneyText } from '../../../format/money.ts';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay } from '../../../session/me.ts';
import { texts } from '../../trips/texts.ts';

const payable = ['awaiting-payment', 'confirmed', 'travelling', 'completed'];

/** Leads to the provider's page to pay what is due next; it leads back here, where the payment shows as soon as the provider has told of it. */
export function Pay({ order: { id: orderId, state, standing } }: { readonly order: OrderDetail }) {
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
  if (!standing.next || !payable.includes(state) || !may('finance.online-payment.start')) return null;
  return (
    <>
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
