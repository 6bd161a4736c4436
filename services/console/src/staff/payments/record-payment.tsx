import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import type { Money as Amount } from '../../format/money.ts';
import { todayIn } from '../../format/dates.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { deskMethods, methods } from '../money/words.ts';
import { OrderStanding } from './order-standing.tsx';
import { texts } from './texts.ts';

interface PaymentForm {
  readonly orderId: string;
  readonly amount: Amount;
  readonly method: (typeof deskMethods)[number];
  readonly receivedOn: string;
  readonly reference?: string;
  readonly beyondTotal?: boolean;
}

/** Records money that came in for an order, against what it owes. */
export function RecordPayment({
  open,
  onClose,
  orderId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly orderId?: string;
}) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<PaymentForm>();
  const change = useChange(
    ({ reference = '', beyondTotal, ...payment }: PaymentForm, key) =>
      answer(
        api.finance.POST('/v1/payments', {
          body: { ...payment, reference, beyondTotal: beyondTotal ? 'credit' : 'refuse' },
          headers: changing(key),
        }),
      ),
    {
      touches: [
        ['finance', 'payment'],
        ['booking', 'order'],
      ],
      done: t('recorded'),
    },
  );
  return (
    <FormDrawer
      title={t('record')}
      action={t('record')}
      name={`record-payment-${orderId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={{ method: 'bank-transfer', receivedOn: todayIn(timeZone), ...(orderId && { orderId }) }}
    >
      <Form.Item name="orderId" label={t('order')} rules={[{ required: true, message: t('required') }]}>
        {/* What one order owes is nothing to another. */}
        <ChooseOrder onChange={() => form.resetFields(['amount', 'beyondTotal'])} />
      </Form.Item>
      <AgainstOrder />
    </FormDrawer>
  );
}

/** What the chosen order owes, and the payment. */
function AgainstOrder() {
  const form = Form.useFormInstance<PaymentForm>();
  const orderId = Form.useWatch('orderId', form) as string | undefined; // nothing is chosen at first
  const query = useQuery({
    queryKey: ['booking', 'order', orderId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}', { params: { path: { orderId: orderId ?? '' } }, signal }),
      ),
    enabled: orderId !== undefined,
  });
  if (!orderId) return null;
  return <Loaded query={query}>{(order) => <PaymentFields key={order.id} order={order} />}</Loaded>;
}

function PaymentFields({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const form = Form.useFormInstance<PaymentForm>();
  const { next, outstanding } = order.standing;
  const proposed = next?.outstanding ?? outstanding;
  useEffect(() => {
    if (!form.getFieldValue('amount') && proposed.amount !== '0') form.setFieldValue('amount', proposed);
  }, [form, proposed]);
  const amount = Form.useWatch('amount', form);
  const beyond = amount !== undefined && BigInt(amount.amount) > BigInt(outstanding.amount);
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <OrderStanding order={order} />
      <Form.Item name="amount" label={t('amount')} rules={required}>
        <AmountInput currency={order.total.currency} />
      </Form.Item>
      {beyond && (
        <Form.Item name="beyondTotal" valuePropName="checked" extra={t('beyondRefused')}>
          <Checkbox>{t('beyondTotal')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="method" label={t('method')} rules={required}>
        <Select options={deskMethods.map((value) => ({ value, label: methods.word(value) }))} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('receivedOn')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="reference" label={t('reference')} extra={t('referenceHint')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}
