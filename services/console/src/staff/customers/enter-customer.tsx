import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { CustomerFields, customerSaid, type CustomerForm } from './customer-fields.tsx';
import { namedAlike, PerhapsTheSame } from './possible-duplicates.tsx';
import { texts } from './texts.ts';

interface EnterForm extends CustomerForm {
  readonly confirmDuplicate?: boolean;
}

/**
 * Enters a customer, and opens their page unless there is something else to do with them. Who may be the same is shown before and, where a name alone is
 * alike, after.
 */
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
  const [form] = Form.useForm<EnterForm>();
  const [alike, setAlike] = useState<readonly string[]>([]);
  const change = useChange(
    async (entered: EnterForm, key) => {
      const body = { ...entered, ...customerSaid(entered) };
      const call = answer(api.crm.POST('/v1/customers', { body, headers: changing(key) }));
      const { id, possibleDuplicates } = await call.catch((error: unknown) => {
        setAlike(namedAlike(error));
        throw withoutIds(error);
      });
      setAlike([]);
      if (onEntered) return onEntered(id);
      const ids = possibleDuplicates.map((one) => one.id).join(',');
      await navigate({
        to: '/customers/$customerId',
        params: { customerId: id },
        search: ids ? { alike: ids } : {},
      });
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
      <PerhapsTheSame ids={alike} />
      {alike.length > 0 && (
        <Form.Item name="confirmDuplicate" valuePropName="checked">
          <Checkbox>{t('enterAnyway')}</Checkbox>
        </Form.Item>
      )}
      <CustomerFields />
    </FormDrawer>
  );
}

/** A refusal that names customers says so with their ids; the links below it say who they are. */
function withoutIds(error: unknown): unknown {
  if (!(error instanceof Refusal) || namedAlike(error).length === 0) return error;
  return new Refusal({ title: texts.say('lookFirst'), status: error.status, code: error.code });
}
