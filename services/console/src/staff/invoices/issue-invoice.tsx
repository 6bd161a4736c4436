import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Invoice } from '../../api/gen/finance.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface InvoiceForm extends Pick<Invoice, 'orderId' | 'title' | 'kind'> {
  readonly taxNumber?: string;
  readonly deliveryEmail?: string;
}

/** Issues the invoice of a fully paid order, and opens it. */
export function IssueInvoice({
  open,
  onClose,
  orderId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly orderId?: string;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<InvoiceForm>();
  const change = useChange(
    async ({ taxNumber, deliveryEmail, ...asked }: InvoiceForm, key) => {
      const body = { ...asked, ...(taxNumber && { taxNumber }), ...(deliveryEmail && { deliveryEmail }) };
      const { id } = await answer(api.finance.POST('/v1/invoices', { body, headers: changing(key) }));
      await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
    },
    { touches: [['finance', 'invoice']], done: t('issued') },
  );
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormDrawer
      title={t('issue')}
      action={t('issue')}
      name={`issue-invoice-${orderId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={{ kind: 'electronic', ...(orderId && { orderId }) }}
    >
      <Form.Item name="orderId" label={t('order')} rules={required} extra={t('issueHint')}>
        <ChooseOrder />
      </Form.Item>
      <Form.Item name="title" label={t('madeOutTo')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="taxNumber" label={t('taxNumber')} extra={t('taxNumberHint')}>
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={required}>
        <Select options={(['electronic', 'paper'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="deliveryEmail" label={t('deliveryEmail')}>
        <Input type="email" maxLength={254} />
      </Form.Item>
    </FormDrawer>
  );
}
