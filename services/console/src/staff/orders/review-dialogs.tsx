import { Input, Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface DialogProps {
  readonly order: Pick<Order, 'id' | 'number' | 'version'>;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Reason {
  readonly reason: string;
}

const touches = [
  ['booking', 'order'],
  ['booking', 'departure'],
];
const at = ({ id, version }: DialogProps['order'], key: string) => ({
  params: { path: { orderId: id } },
  headers: changing(key, version),
});

/** The reviewer's yes. */
export function ApproveOrder({ order: shown, open, onClose }: DialogProps) {
  const t = texts.use();
  const order = useAsOpened(shown, open);
  const change = useChange(
    (_nothing: object, key) => answer(api.booking.POST('/v1/orders/{orderId}/approval', at(order, key))),
    { touches, done: t('approved', { number: order.number }) },
  );
  return (
    <ActionDialog
      title={`${t('approve')} ${order.number}`}
      explanation={t('approveWhy')}
      action={t('approve')}
      {...{ open, onClose, change }}
    />
  );
}

/** The reviewer's no, with what is to be mended. */
export function ReturnOrder({ order: shown, open, onClose }: DialogProps) {
  const t = texts.use();
  const order = useAsOpened(shown, open);
  const change = useChange(
    (body: Reason, key) =>
      answer(api.booking.POST('/v1/orders/{orderId}/return', { ...at(order, key), body })),
    { touches, done: t('returned', { number: order.number }) },
  );
  return (
    <ActionDialog<Reason>
      title={`${t('return')} ${order.number}`}
      explanation={t('returnWhy')}
      action={t('return')}
      danger
      draft={{ name: `return-order-${order.id}`, version: order.version }}
      {...{ open, onClose, change }}
    >
      <ReasonField />
    </ActionDialog>
  );
}

export function ResubmitOrder({ order: shown, open, onClose }: DialogProps) {
  const t = texts.use();
  const order = useAsOpened(shown, open);
  const change = useChange(
    (body: { readonly note?: string }, key) =>
      answer(api.booking.POST('/v1/orders/{orderId}/resubmission', { ...at(order, key), body })),
    { touches, done: t('resubmitted') },
  );
  return (
    <ActionDialog
      title={`${t('resubmit')} ${order.number}`}
      action={t('resubmit')}
      draft={{ name: `resubmit-order-${order.id}`, version: order.version }}
      {...{ open, onClose, change }}
    >
      <Form.Item name="note" label={t('reviewerNote')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}

export function DeleteOrder({ order: shown, open, onClose }: DialogProps) {
  const t = texts.use();
  const order = useAsOpened(shown, open);
  const change = useChange(
    (_nothing: object, key) => answer(api.booking.DELETE('/v1/orders/{orderId}', at(order, key))),
    { touches, done: t('deleted') },
  );
  return (
    <ActionDialog
      title={`${t('delete')} ${order.number}`}
      explanation={t('deleteWhy')}
      action={t('delete')}
      danger
      {...{ open, onClose, change }}
    />
  );
}
