import { DownOutlined } from '../../patterns/icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { GenerateContract } from '../contracts/generate-contract.tsx';
import { CancelOrder } from './cancellation/cancel-order.tsx';
import { useWayToSheet } from '../operations-sheets/use-sheet-of.ts';
import { EditOrder } from './edit-order.tsx';
import { RecordPayment } from '../payments/record-payment.tsx';
import type { OrderAction } from './order-steps.ts';
import { ApproveOrder, DeleteOrder, ResubmitOrder, ReturnOrder } from './review-dialogs.tsx';
import { texts } from './texts.ts';
import { useOrderActions } from './use-order-actions.ts';

/** What may be done with an order now, by whoever looks at it: the next step stands out. */
export function OrderActions({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const [chosen, setChosen] = useState<OrderAction>();
  const { next, beside, others, contract } = useOrderActions(order);
  const navigate = useNavigate();
  const sheet = useWayToSheet(order.departureId);
  const choose = (action: OrderAction) => {
    if (action === 'toContract' && contract)
      void navigate({ to: '/contracts/$contractId', params: { contractId: contract.id } });
    else if (action === 'toSheet') void navigate({ href: sheet });
    else setChosen(action);
  };
  return (
    <>
      {next && (
        <Button type="primary" onClick={() => choose(next)}>
          {t(next)}
        </Button>
      )}
      {beside.map((action) => (
        <Button key={action} danger={action === 'delete'} onClick={() => choose(action)}>
          {t(action)}
        </Button>
      ))}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((action) => ({
              key: action,
              label: t(action),
              danger: action !== 'drawUpContract',
            })),
            onClick: ({ key }) => setChosen(others.find((action) => action === key)),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('more')}
          </Button>
        </Dropdown>
      )}
      <Dialogs order={order} chosen={chosen} onClose={() => setChosen(undefined)} />
    </>
  );
}

/** What asks before each is done. */
function Dialogs({
  order,
  chosen,
  onClose: close,
}: {
  readonly order: OrderDetail;
  readonly chosen: OrderAction | undefined;
  readonly onClose: () => void;
}) {
  const is = (action: OrderAction) => ({ order, open: chosen === action, onClose: close });
  return (
    <>
      <ApproveOrder {...is('approve')} />
      <ReturnOrder {...is('return')} />
      <ResubmitOrder {...is('resubmit')} />
      <DeleteOrder {...is('delete')} />
      <EditOrder {...is('edit')} />
      <GenerateContract orderId={order.id} open={chosen === 'drawUpContract'} onClose={close} />
      <RecordPayment orderId={order.id} open={chosen === 'recordPayment'} onClose={close} />
      <CancelOrder kind="customer" {...is('cancel-customer')} />
      <CancelOrder kind="break-off" {...is('cancel-break-off')} />
      <CancelOrder kind="agency" {...is('cancel-agency')} />
      <CancelOrder kind="no-show" {...is('cancel-no-show')} />
    </>
  );
}
