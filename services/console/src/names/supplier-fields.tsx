import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { answer, api } from '../api/client.ts';
import { localText } from '../format/names.ts';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';

/** The active suppliers of the directory, for whoever may read it. */
function useSuppliers() {
  const enabled = useMay()('booking.supplier.read');
  return useQuery({
    queryKey: ['booking', 'supplier', 'choice'],
    queryFn: async ({ signal }) => {
      const query = { limit: 100, state: 'active' as const };
      return (await answer(api.booking.GET('/v1/suppliers', { params: { query }, signal }))).suppliers;
    },
    enabled,
    staleTime: 60_000,
  });
}

/** `supplierName` and, where it is one of the directory, `supplierId`: a name of nobody in it is taken as it is. */
export function SupplierFields({ label, required }: { readonly label: string; readonly required: string }) {
  useLocale();
  const form = Form.useFormInstance<{ supplierName: string; supplierId: string | undefined }>();
  const suppliers = (useSuppliers().data ?? []).map(({ id, name }) => ({ id, value: localText(name) }));
  const name = (text: string) =>
    form.setFieldValue('supplierId', suppliers.find(({ value }) => value === text)?.id);
  return (
    <>
      <Form.Item
        name="supplierName"
        label={label}
        rules={[{ required: true, whitespace: true, message: required }]}
      >
        <AutoComplete
          options={suppliers.map(({ value }) => ({ value }))}
          showSearch={{
            filterOption: (text, option) => option?.value.toLowerCase().includes(text.toLowerCase()) ?? false,
          }}
          onChange={name}
          maxLength={200}
        />
      </Form.Item>
      <Form.Item name="supplierId" hidden>
        <Input />
      </Form.Item>
    </>
  );
}
