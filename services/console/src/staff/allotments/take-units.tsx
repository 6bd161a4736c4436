import { Form, InputNumber, Radio } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { ChooseDeparture, ChooseOrder } from '../../names/choose-records.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { DateFields } from './date-fields.tsx';
import type { AllotmentFormProps } from './set-dates.tsx';
import { texts } from './texts.ts';

interface TakingForm {
  readonly for: 'order' | 'departure';
  readonly orderId?: string;
  readonly departureId?: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

/** Takes units of every date of a range for an order or for a whole group, or of none of them. */
export function TakeUnits({ allotment: { id: allotmentId }, open, onClose }: AllotmentFormProps) {
  const t = texts.use();
  const may = useMay();
  const [form] = Form.useForm<TakingForm>();
  const change = useChange(
    ({ for: whom, orderId, departureId, ...said }: TakingForm, key) =>
      answer(
        api.booking.POST('/v1/allotments/{allotmentId}/takings', {
          params: { path: { allotmentId } },
          body: { ...said, ...(whom === 'order' ? orderId && { orderId } : departureId && { departureId }) },
          headers: changing(key),
        }),
      ),
    {
      touches: [
        ['booking', 'allotment'],
        ['booking', 'allotment-taking'],
      ],
      done: t('takenNow'),
    },
  );
  return (
    <FormDrawer<TakingForm>
      title={t('take')}
      action={t('take')}
      name={`allotment-taking-${allotmentId}`}
      {...{ open, onClose, form, change }}
      initial={{ for: may('booking.order.read') ? 'order' : 'departure', quantity: 1 }}
    >
      <HolderFields />
      <DateFields />
      <Form.Item
        name="quantity"
        label={t('unitsADay')}
        extra={t('takeHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  );
}

function HolderFields() {
  const t = texts.use();
  const whom = Form.useWatch<TakingForm['for'] | undefined>('for');
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="for" label={t('takenFor')} rules={required}>
        <Radio.Group
          options={[
            { value: 'order', label: t('order') },
            { value: 'departure', label: t('departure') },
          ]}
        />
      </Form.Item>
      {whom === 'departure' ? (
        <Form.Item name="departureId" label={t('departure')} rules={required}>
          <ChooseDeparture />
        </Form.Item>
      ) : (
        <Form.Item name="orderId" label={t('order')} rules={required}>
          <ChooseOrder />
        </Form.Item>
      )}
    </>
  );
}
