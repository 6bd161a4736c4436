import { Alert, Form, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { answer, api, changing } from '../../../api/client.ts';
import type { Departure, Order } from '../../../api/gen/booking.ts';
import { todayIn } from '../../../format/dates.ts';
import { ChooseDeparture } from '../../../names/choose-records.tsx';
import { FormDrawer } from '../../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../../patterns/local-date-input.tsx';
import { useAsOpened } from '../../../patterns/use-as-opened.ts';
import { useChange } from '../../../patterns/use-change.ts';
import { texts } from './texts.ts';

const choices = ['transfer', 'postponement', 'refund'] as const;
const consentWays = ['in-person', 'telephone', 'message', 'letter'] as const;

interface ChoiceForm {
  readonly choice: (typeof choices)[number];
  readonly targetDepartureId?: string;
  readonly consent: { readonly by: (typeof consentWays)[number]; readonly on: string; readonly text: string };
}

interface RecordChoiceProps {
  readonly order: Pick<Order, 'id' | 'number' | 'version'>;
  /** The one that was cancelled. */
  readonly departure: Departure;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [
  ['booking', 'order'],
  ['booking', 'departure'],
  ['finance', 'refund'],
];

/** Records what a customer chose after their departure was cancelled, with their consent, and does it. */
export function RecordChoice({ order, departure, open, onClose }: RecordChoiceProps) {
  const t = texts.use();
  const [form] = Form.useForm<ChoiceForm>();
  const { id: orderId, number, version } = useAsOpened(order, open);
  const change = useChange(
    ({ targetDepartureId, ...said }: ChoiceForm, key) =>
      answer(
        api.booking.POST('/v1/orders/{orderId}/group-choices', {
          params: { path: { orderId } },
          body: { ...said, ...(said.choice !== 'refund' && targetDepartureId && { targetDepartureId }) },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('recorded') },
  );
  return (
    <FormDrawer<ChoiceForm>
      title={`${t('record')} ${number}`}
      name={`group-choice-${orderId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{
        choice: 'transfer',
        consent: { by: 'telephone', on: todayIn(departure.timeZone), text: '' },
      }}
      action={t('record')}
    >
      <Alert type="warning" showIcon title={t('recordWhy')} style={{ marginBottom: 16 }} />
      <ChoiceFields departure={departure} />
      <ConsentFields />
    </FormDrawer>
  );
}

function ChoiceFields({ departure }: Pick<RecordChoiceProps, 'departure'>) {
  const t = texts.use();
  const form = Form.useFormInstance<ChoiceForm>();
  const choice = Form.useWatch<ChoiceForm['choice'] | undefined>('choice') ?? 'transfer';
  const dayAfter = dayjs(departure.departsOn).add(1, 'day').format('YYYY-MM-DD');
  const within =
    choice === 'postponement'
      ? { onSale: true, from: dayAfter, productId: departure.productId }
      : { onSale: true, from: todayIn(departure.timeZone) };
  return (
    <>
      <Form.Item name="choice" label={t('choice')} rules={[{ required: true, message: t('required') }]}>
        <Radio.Group
          vertical
          options={choices.map((value) => ({ value, label: t(value) }))}
          onChange={() => form.setFieldValue('targetDepartureId', undefined)}
        />
      </Form.Item>
      {choice !== 'refund' && (
        <Form.Item
          name="targetDepartureId"
          label={t('target')}
          rules={[{ required: true, message: t('required') }]}
        >
          <ChooseDeparture within={within} />
        </Form.Item>
      )}
    </>
  );
}

function ConsentFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name={['consent', 'by']} label={t('consentBy')} rules={required}>
        <Select options={consentWays.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name={['consent', 'on']} label={t('consentOn')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item
        name={['consent', 'text']}
        label={t('consentText')}
        extra={t('consentHint')}
        rules={[...required, { min: 3, whitespace: true, message: t('atLeast') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}
