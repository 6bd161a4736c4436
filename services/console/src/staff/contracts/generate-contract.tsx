import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { approvedStates } from '../../names/order-states.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface GenerateForm {
  readonly orderId: string;
  /** An unsigned contract of the same order that the new one replaces. */
  readonly supersedes?: string;
}

/** Generates the contract of an order, and opens it. */
export function useGenerateContract(done: string) {
  const navigate = useNavigate();
  return useChange(
    async (body: GenerateForm, key) => {
      const { id } = await answer(api.itinerary.POST('/v1/contracts', { body, headers: changing(key) }));
      await navigate({ to: '/contracts/$contractId', params: { contractId: id } });
    },
    { touches: [['itinerary', 'contract']], done },
  );
}

export function GenerateContract({
  open,
  onClose,
  orderId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly orderId?: string;
}) {
  const t = texts.use();
  const [form] = Form.useForm<GenerateForm>();
  const change = useGenerateContract(t('wasGenerated'));
  return (
    <FormDrawer
      title={t('generate')}
      action={t('generate')}
      name={`generate-contract-${orderId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={orderId ? { orderId } : {}}
    >
      <Form.Item
        name="orderId"
        label={t('order')}
        extra={t('generateHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <ChooseOrder within={{ states: approvedStates }} />
      </Form.Item>
    </FormDrawer>
  );
}
