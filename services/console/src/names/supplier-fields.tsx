import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AutoComplete, Form, Input, Typography } from 'antd';
import { localText } from '../format/names.ts';
import { useSettled } from '../patterns/choose.tsx';
import { describe } from '../patterns/problem-alert.tsx';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';
import { activeSuppliers } from './active-suppliers.ts';
import { useContractWarning } from './supplier-contract.ts';
import { idOfName } from './supplier-of-name.ts';

const suppliersNamed = (text: string) => ({
  queryKey: ['booking', 'supplier', 'choice', text],
  queryFn: ({ signal }: { signal: AbortSignal }) => activeSuppliers(text, signal),
  staleTime: 60_000,
});

/** `supplierName` and, where it is one of the directory, `supplierId`: a name of nobody in it is taken as it is. */
export function SupplierFields({ label, required }: { readonly label: string; readonly required: string }) {
  useLocale();
  const form = Form.useFormInstance<{ supplierName: string; supplierId: string | undefined }>();
  const queries = useQueryClient();
  const enabled = useMay()('booking.supplier.read');
  const text = useSettled(Form.useWatch<string | undefined>('supplierName', form)?.trim() ?? '');
  const suppliers = useQuery({ ...suppliersNamed(text), enabled }).data ?? [];
  const warningOf = useContractWarning();
  const meant = suppliers.find(({ id }) => id === idOfName(suppliers, text));
  const warning = meant && warningOf(meant);
  // As the form is sent: whoever types a whole name and goes on has chosen that supplier.
  const resolve = async (_rule: object, name = '') => {
    if (!enabled || !name.trim()) return;
    const found = await queries.query(suppliersNamed(name.trim())).catch((error: unknown) => {
      throw new Error(describe(error).title, { cause: error });
    });
    form.setFieldValue('supplierId', idOfName(found, name));
  };
  return (
    <>
      <Form.Item
        name="supplierName"
        label={label}
        {...(warning && { extra: <Typography.Text type="warning">{warning}</Typography.Text> })}
        validateTrigger={['onChange', 'onSubmit']}
        rules={[
          { required: true, whitespace: true, message: required },
          { validator: resolve, validateTrigger: 'onSubmit' },
        ]}
      >
        <AutoComplete
          options={suppliers.map(({ name }) => ({ value: localText(name) }))}
          showSearch={{ filterOption: false }}
          onChange={() => form.setFieldValue('supplierId', undefined)}
          maxLength={200}
        />
      </Form.Item>
      <Form.Item name="supplierId" hidden>
        <Input />
      </Form.Item>
    </>
  );
}
