import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { CustomerFields, type CustomerForm } from './customer-fields.tsx';
import { texts } from './texts.ts';

/** Enters a customer, and opens their page unless there is something else to do with them. */
export function EnterCustomer({
  open,
  onClose,
  onEntered,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onEntered?: (customerId: string) => void;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<CustomerForm>();
  const change = useChange(
    async (body: CustomerForm, key) => {
      const { id } = await answer(api.crm.POST('/v1/customers', { body, headers: changing(key) }));
      if (onEntered) onEntered(id);
      else await navigate({ to: '/customers/$customerId', params: { customerId: id } });
    },
    { touches: [['crm', 'customer']], done: t('entered') },
  );
  return (
    <FormDrawer
      title={t('enter')}
      name="enter-customer"
      open={open}
      onClose={onClose}
      form={form}
      initial={{ kind: 'person', locale: 'zh', source: 'walk-in' }}
      change={change}
    >
      <CustomerFields />
    </FormDrawer>
  );
}
