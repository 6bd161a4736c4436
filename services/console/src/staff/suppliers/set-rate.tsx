import { Form, Input, InputNumber, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierRate } from '../../api/gen/booking.ts';
import type { Money } from '../../format/money.ts';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

const units = ['room-night', 'person', 'person-day', 'group', 'day', 'trip', 'ticket', 'meal'] as const;

interface RateForm extends Pick<SupplierRate, 'service' | 'unit' | 'validFrom' | 'validTo' | 'minimumUnits'> {
  readonly price: Money;
}

/** Sets what a service of a supplier costs from a day to a day. */
export function SetRate({
  supplierId,
  open,
  onClose,
}: {
  readonly supplierId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<RateForm>();
  const change = useChange(
    ({ price: { amount, currency }, ...said }: RateForm, key) =>
      answer(
        api.booking.POST('/v1/suppliers/{supplierId}/rates', {
          params: { path: { supplierId } },
          body: { ...said, amount, currency },
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'supplier']], done: t('rateSet') },
  );
  return (
    <FormDrawer<RateForm>
      title={t('setRate')}
      name={`supplier-rate-${supplierId}`}
      {...{ open, onClose, form, change }}
      initial={{ unit: 'room-night', minimumUnits: 1 }}
    >
      <RateFields />
    </FormDrawer>
  );
}

/** What a service costs, in which unit, and from when to when. */
function RateFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item
        name="service"
        label={t('service')}
        extra={t('serviceHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} rules={required}>
        <Select options={units.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="validFrom" label={t('validFrom')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="validTo" label={t('validTo')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="minimumUnits" label={t('minimum')} rules={required}>
        <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="price" label={t('amount')} rules={required}>
        <AmountInput />
      </Form.Item>
    </>
  );
}
