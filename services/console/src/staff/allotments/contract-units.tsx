import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Allotment } from '../../api/gen/booking.ts';
import { timeZoneName } from '../../format/dates.ts';
import { ChooseSupplier } from '../../names/choose-records.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { allotmentKinds } from './kinds.ts';
import { texts } from './texts.ts';

type ContractForm = Pick<
  Allotment,
  'supplierId' | 'contractNumber' | 'kind' | 'mode' | 'unitCode' | 'name' | 'timeZone' | 'releaseDays'
>;

const modes = ['allotment', 'free-sale'] as const;

/** Enters what was contracted with a supplier, and opens it: its dates come after. */
export function ContractUnits({
  open,
  onClose,
  supplierId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly supplierId?: string | undefined;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<ContractForm>();
  const change = useChange(
    async (body: ContractForm, key) => {
      const { id } = await answer(api.booking.POST('/v1/allotments', { body, headers: changing(key) }));
      await navigate({ to: '/allotments/$allotmentId', params: { allotmentId: id } });
    },
    { touches: [['booking', 'allotment']], done: t('contracted') },
  );
  return (
    <FormDrawer<ContractForm>
      title={t('enter')}
      name="contract-units"
      {...{ open, onClose, form, change }}
      initial={{
        kind: 'room',
        mode: 'allotment',
        timeZone,
        releaseDays: 7,
        ...(supplierId && { supplierId }),
      }}
    >
      <ContractFields />
    </FormDrawer>
  );
}

function ContractFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  const words = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name="supplierId" label={t('supplier')} rules={required}>
        <ChooseSupplier />
      </Form.Item>
      <Form.Item name="contractNumber" label={t('contract')} rules={words}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={required}>
        <Select options={allotmentKinds.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="mode" label={t('mode')} extra={t('modeHint')} rules={required}>
        <Radio.Group options={modes.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="unitCode" label={t('unitCode')} extra={t('unitCodeHint')} rules={words}>
        <Input maxLength={40} />
      </Form.Item>
      <LocalTextFields name="name" label={t('name')} />
      <Form.Item name="timeZone" label={t('timeZone')} extra={t('timeZoneHint')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={timeZones()} />
      </Form.Item>
      <Form.Item name="releaseDays" label={t('releaseDays')} extra={t('releaseHint')} rules={required}>
        <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

const timeZones = () =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: `${timeZoneName(value)} · ${value}` }));
