import { Button } from 'antd';
import { notices } from '../../../frame/notices.tsx';
import { answer, api, changing } from '../../../api/client.ts';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay, useMe } from '../../../session/me.ts';
import { Link } from '../../frame/links.tsx';
import { texts } from '../texts.ts';

/** Out of an order: withdrawn for nothing before its approval, cancelled by the rules afterwards. */
export function WayOut({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const { id: orderId, state, authorId } = order;
  if (order.calledOff) return null; // what becomes of it is chosen above
  const before = state === 'in-review' || state === 'returned';
  if (before && authorId === user.id && may('booking.order.submit')) return <Withdraw order={order} />;
  if ((state !== 'awaiting-payment' && state !== 'confirmed') || !may('booking.order.cancel')) return null;
  return (
    <p>
      <Link to="/orders/$orderId/cancel" params={{ orderId }}>
        {t('cancel')}
      </Link>
    </p>
  );
}

function Withdraw({ order: { id: orderId, version } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const withdraw = useChange(
    (_nothing: null, key) =>
      answer(
        api.booking.DELETE('/v1/orders/{orderId}', {
          params: { path: { orderId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking']], done: t('withdrawn') },
  );
  const ask = () =>
    notices.confirm({
      title: t('withdraw'),
      content: t('withdrawWhy'),
      okText: t('withdraw'),
      cancelText: t('keep'),
      okButtonProps: { danger: true },
      onOk: () => withdraw.mutateAsync(null).catch(() => undefined), // shown from the change itself
    });
  return (
    <div>
      <ProblemAlert problem={withdraw.error} />
      <Button size="large" block danger loading={withdraw.isPending} onClick={() => void ask()}>
        {t('withdraw')}
      </Button>
    </div>
  );
}
