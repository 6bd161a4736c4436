import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const methods = ['bank-transfer', 'cash', 'card-terminal'] as const;

interface PaymentForm {
  readonly amount: string;
  readonly method: (typeof methods)[number];
  readonly receivedOn: string;
  readonly reference?: string;
}

/** Money that has come in for an order; what is due next is offered. */
export function RecordPayment({
  order,
  open,
  onClose,
}: {
  readonly order: OrderDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<PaymentForm>();
  const { currency } = order.total;
  const change = useChange(
    ({ amount, reference = '', ...body }: PaymentForm, key) =>
      answer(
        api.finance.POST('/v1/payments', {
          body: {
            ...body,
            reference,
            orderId: order.id,
            amount: { amount, currency },
            beyondTotal: 'refuse',
          },
          headers: changing(key),
        }),
      ),
    {
      touches: [
        ['booking', 'order'],
        ['finance', 'payment'],
      ],
      done: t('paymentRecorded'),
    },
  );
  return (
    <FormDrawer
      title={`${t('recordPayment')} ${order.number}`}
      name={`record-payment-${order.id}`}
      {...{ open, onClose, form, change }}
      initial={{
        amount: order.standing.next?.outstanding.amount ?? order.standing.outstanding.amount,
        method: 'bank-transfer',
        receivedOn: todayIn(timeZone),
      }}
      action={t('recordPayment')}
    >
      <Form.Item name="amount" label={t('amount')} rules={required}>
        <MoneyInput currency={currency} />
      </Form.Item>
      <Form.Item name="method" label={t('method')} rules={required}>
        <Select options={methods.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('receivedOn')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="reference" label={t('reference')} extra={t('referenceHint')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}
