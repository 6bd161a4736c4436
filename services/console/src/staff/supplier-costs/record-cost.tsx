import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Money } from '../../format/money.ts';
import { todayIn } from '../../format/dates.ts';
import { ChooseBranch, ChooseDeparture } from '../../names/choose-records.tsx';
import { SupplierFields } from '../../names/supplier-fields.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { serviceKinds, services } from '../money/words.ts';
import { texts } from './texts.ts';

interface CostForm {
  readonly departureId: string;
  readonly branchId?: string;
  readonly supplierId?: string;
  readonly supplierName: string;
  readonly serviceKind: (typeof serviceKinds)[number];
  readonly amount: Money;
  readonly incurredOn: string;
  readonly description?: string;
}

/** Records what a supplier is owed for a group. */
export function RecordCost({
  open,
  onClose,
  departureId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly departureId?: string;
}) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<CostForm>();
  const change = useChange(
    ({ branchId, supplierId, description = '', ...cost }: CostForm, key) => {
      const body = {
        ...cost,
        description,
        ...(branchId && { branchId }),
        ...(supplierId && { supplierId }),
      };
      return answer(api.finance.POST('/v1/supplier-costs', { body, headers: changing(key) }));
    },
    { touches: [['finance', 'supplier-cost']], done: t('recorded') },
  );
  return (
    <FormDrawer
      title={t('record')}
      action={t('record')}
      name={`record-cost-${departureId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={{ incurredOn: todayIn(timeZone), ...(departureId && { departureId }) }}
    >
      <CostFields />
    </FormDrawer>
  );
}

/** What is owed to whom, for which group. */
function CostFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="departureId" label={t('departure')} rules={required}>
        <ChooseDeparture />
      </Form.Item>
      <SupplierFields label={t('supplier')} required={t('required')} />
      <Form.Item name="serviceKind" label={t('service')} rules={required}>
        <Select options={serviceKinds.map((value) => ({ value, label: services.word(value) }))} />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')} rules={required}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="incurredOn" label={t('incurredOn')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="branchId" label={t('branch')} extra={t('branchHint')}>
        <ChooseBranch />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  );
}
