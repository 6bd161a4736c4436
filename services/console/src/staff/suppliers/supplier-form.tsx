import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Supplier } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { CountrySelect } from '../selling/country-select.tsx';
import { supplierKinds } from './kinds.ts';
import { texts } from './texts.ts';

type SupplierForm = Pick<Supplier, 'kind' | 'name' | 'country' | 'city'> & {
  readonly contractUntil?: string | null;
  readonly note?: string;
};

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const bodyOf = ({ contractUntil, note = '', ...form }: SupplierForm) => ({
  ...form,
  note,
  ...(contractUntil && { contractUntil }),
});

export function EnterSupplier({ open, onClose }: DrawerProps) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<SupplierForm>();
  const change = useChange(
    async (said: SupplierForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/suppliers', { body: bodyOf(said), headers: changing(key) }),
      );
      await navigate({ to: '/suppliers/$supplierId', params: { supplierId: id } });
    },
    { touches: [['booking', 'supplier']], done: t('entered') },
  );
  return (
    <FormDrawer
      title={t('enter')}
      name="enter-supplier"
      {...{ open, onClose, form, change }}
      initial={{ kind: 'hotel', country: 'CN' }}
    >
      <Fields />
    </FormDrawer>
  );
}

export function ChangeSupplier({ supplier, open, onClose }: DrawerProps & { readonly supplier: Supplier }) {
  const t = texts.use();
  const [form] = Form.useForm<SupplierForm>();
  const {
    id: supplierId,
    version,
    kind,
    name,
    country,
    city,
    contractUntil,
    note,
  } = useAsOpened(supplier, open);
  const change = useChange(
    (said: SupplierForm, key) =>
      answer(
        api.booking.PUT('/v1/suppliers/{supplierId}', {
          params: { path: { supplierId } },
          body: bodyOf(said),
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'supplier']], done: t('changed') },
  );
  return (
    <FormDrawer
      title={t('change')}
      name={`change-supplier-${supplierId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ kind, name, country, city, contractUntil, note }}
    >
      <Fields />
    </FormDrawer>
  );
}

function Fields() {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  return (
    <>
      <Form.Item name="kind" label={t('kind')} rules={required}>
        <Select options={supplierKinds.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name={['name', 'zh']} label={t('nameZh')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('nameEn')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="country" label={t('country')} rules={required}>
        <CountrySelect />
      </Form.Item>
      <Form.Item name="city" label={t('city')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contractUntil" label={t('contractUntil')}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}
