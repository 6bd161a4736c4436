import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Money, OperationsSheetDetail } from '../../api/gen/itinerary.ts';
import { SupplierFields } from '../../names/supplier-fields.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { sheetTouches } from './sheet-touches.ts';
import { texts } from './texts.ts';

const serviceKinds = ['hotel', 'restaurant', 'vehicle', 'ticket', 'ground-agent', 'insurance'] as const;

interface ReserveForm {
  readonly supplierName: string;
  readonly supplierId?: string;
  readonly serviceKind: (typeof serviceKinds)[number];
  readonly description?: string;
  readonly agreedCost: Money;
  readonly deadline: string;
}

/** Notes what a supplier is asked for, at which price, and until when they are to confirm. */
export function Reserve({
  sheet,
  open,
  onClose,
}: {
  readonly sheet: OperationsSheetDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<ReserveForm>();
  const { id: sheetId, version } = sheet;
  const change = useChange(
    ({ supplierId, description = '', ...asked }: ReserveForm, key) =>
      answer(
        api.itinerary.POST('/v1/operations-sheets/{sheetId}/reservations', {
          params: { path: { sheetId } },
          body: { ...asked, description, ...(supplierId && { supplierId }) },
          headers: changing(key, version),
        }),
      ),
    { touches: sheetTouches, done: t('reserved') },
  );
  const required = [{ required: true, message: t('required') }];
  return (
    <FormDrawer title={t('reserve')} name={`reserve-${sheetId}`} {...{ open, onClose, form, change }}>
      <SupplierFields label={t('supplier')} required={t('required')} />
      <Form.Item name="serviceKind" label={t('service')} rules={required}>
        <Select options={serviceKinds.map((value) => ({ value, label: texts.word(value) }))} />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="agreedCost" label={t('agreedCost')} rules={required}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="deadline" label={t('deadline')} rules={required}>
        <LocalDateInput />
      </Form.Item>
    </FormDrawer>
  );
}
