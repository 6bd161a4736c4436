import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Request } from '../../api/gen/itinerary.ts';
import { ChooseCustomer } from '../../names/choose-records.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface RequestForm extends Pick<Request, 'customerId' | 'purpose'> {
  readonly preferences?: string;
  readonly specialNeeds?: string;
  readonly budget?: NonNullable<Request['budget']>;
}

/** Takes a customer's request down, and opens its page. */
export function TakeRequest({
  open,
  onClose,
  customerId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly customerId?: string;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<RequestForm>();
  const change = useChange(
    async ({ preferences = '', specialNeeds = '', ...asked }: RequestForm, key) => {
      const body = { ...asked, preferences, specialNeeds };
      const { id } = await answer(api.itinerary.POST('/v1/requests', { body, headers: changing(key) }));
      await navigate({ to: '/requests/$requestId', params: { requestId: id } });
    },
    { touches: [['itinerary', 'request']], done: t('taken') },
  );
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormDrawer
      title={t('take')}
      name={`take-request-${customerId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={customerId ? { customerId } : {}}
    >
      <Form.Item name="customerId" label={t('customer')} rules={required}>
        <ChooseCustomer />
      </Form.Item>
      <Form.Item name="purpose" label={t('purpose')} rules={required} extra={t('purposeHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="preferences" label={t('preferences')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="specialNeeds" label={t('specialNeeds')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="budget" label={t('budget')}>
        <AmountInput />
      </Form.Item>
    </FormDrawer>
  );
}
