import { DownOutlined } from '../../patterns/icons.tsx';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { GenerateContract } from '../contracts/generate-contract.tsx';
import { CancelOrder } from './cancellation/cancel-order.tsx';
import { EditOrder } from './edit-order.tsx';
import { RecordPayment } from '../payments/record-payment.tsx';
import { ApproveOrder, DeleteOrder, ResubmitOrder, ReturnOrder } from './review-dialogs.tsx';
import { texts } from './texts.ts';
import { useOrderActions, type OrderAction } from './use-order-actions.ts';

/** What may be done with an order now, by whoever looks at it. */
export function OrderActions({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const [chosen, setChosen] = useState<OrderAction>();
  const { first, others } = useOrderActions(order);
  const close = () => setChosen(undefined);
  const is = (action: OrderAction) => ({ order, open: chosen === action, onClose: close });
  return (
    <>
      {first.map((action, index) => (
        <Button
          key={action}
          type={index === 0 && action !== 'delete' ? 'primary' : 'default'}
          danger={action === 'delete'}
          onClick={() => setChosen(action)}
        >
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
