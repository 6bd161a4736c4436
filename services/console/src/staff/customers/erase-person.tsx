import { Button, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer, Traveller } from '../../api/gen/crm.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** Destroys what is kept sealed of a customer: documents of their own and bank accounts. For good, so the name is entered once more. */
export function EraseCustomer({
  customer: { id: customerId, displayName },
}: {
  readonly customer: Customer;
}) {
  return (
    <Erase
      name={displayName}
      erase={(reason, key) =>
        answer(
          api.crm.POST('/v1/customers/{customerId}/erasures', {
            params: { path: { customerId } },
            body: { reason },
            headers: changing(key),
          }),
        )
      }
    />
  );
}

export function EraseTraveller({ traveller }: { readonly traveller: Traveller }) {
  const { id: travellerId, customerId, name } = traveller;
  return (
    <Erase
      name={name}
      small
      erase={(reason, key) =>
        answer(
          api.crm.POST('/v1/customers/{customerId}/travellers/{travellerId}/erasures', {
            params: { path: { customerId, travellerId } },
            body: { reason },
            headers: changing(key),
          }),
        )
      }
    />
  );
}

interface EraseForm {
  readonly reason: string;
  readonly name: string;
}

function Erase({
  name,
  small = false,
  erase,
}: {
  readonly name: string;
  readonly small?: boolean;
  readonly erase: (reason: string, key: string) => Promise<unknown>;
}) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<EraseForm>();
  const change = useChange(({ reason }: EraseForm, key) => erase(reason.trim(), key), {
    touches: [
      ['crm', 'customer'],
      ['crm', 'traveller'],
      ['crm', 'document'],
      ['crm', 'bank-account'],
    ],
    done: t('erased'),
  });
  return (
    <>
      <Button danger size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {t('erase')}
      </Button>
      <FormDialog
        title={t('eraseTitle', { name })}
        deed={t('erase')}
        // What is said of somebody who is to be forgotten stays nowhere, and their name is entered by whoever erases them.
        draft={null}
        danger
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
      >
        <EraseFields name={name} />
      </FormDialog>
    </>
  );
}

function EraseFields({ name }: { readonly name: string }) {
  const t = texts.use();
  return (
    <>
      <Typography.Paragraph>{t('eraseWhy')}</Typography.Paragraph>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('eraseConfirm', { name })}
        rules={[
          {
            validator: (_rule, entered?: string) =>
              entered?.trim() === name ? Promise.resolve() : Promise.reject(new Error(t('nameDiffers'))),
          },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}
