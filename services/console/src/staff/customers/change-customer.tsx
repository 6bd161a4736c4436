import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { CustomerFields, customerSaid, type CustomerForm } from './customer-fields.tsx';
import { texts } from './texts.ts';

/** Changes what is known of a customer. */
export function ChangeCustomer({
  customer,
  open,
  onClose,
}: {
  readonly customer: Customer;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<CustomerForm>();
  const { id: customerId, version } = useAsOpened(customer, open);
  const change = useChange(
    (form: CustomerForm, key) =>
      answer(
        api.crm.PATCH('/v1/customers/{customerId}', {
          params: { path: { customerId } },
          body: customerSaid(form),
          headers: changing(key, version),
        }),
      ),
    { touches: [['crm', 'customer']], done: t('changed') },
  );
  return (
    <FormDrawer
      title={t('change')}
      name={`change-customer-${customerId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={customer}
    >
      <CustomerFields kindFixed />
    </FormDrawer>
  );
}
