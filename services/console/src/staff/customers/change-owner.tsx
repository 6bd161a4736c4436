import { Button, Form } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { StaffInput } from '../../names/staff.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** Has somebody else of the staff look after the customer. */
export function ChangeOwner({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ ownerId: string }>();
  const { id: customerId, version, ownerId } = useAsOpened(customer, open);
  const change = useChange(
    (body: { ownerId: string }, key) =>
      answer(
        api.crm.PUT('/v1/customers/{customerId}/owner', {
          params: { path: { customerId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: [['crm', 'customer']], done: t('ownerChanged') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('changeOwner')}</Button>
      <FormDialog
        title={t('changeOwner')}
        draft={{ name: `owner-of-${customerId}`, version }}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="ownerId" label={t('newOwner')} rules={[{ required: true, message: t('chooseOne') }]}>
          <StaffInput without={[ownerId]} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
