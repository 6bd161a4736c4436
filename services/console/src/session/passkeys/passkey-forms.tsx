import { Form, Input, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Passkey } from '../../api/gen/identity.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { addPasskey } from './add-passkey.ts';
import { texts } from './texts.ts';
import { touches } from './touches.ts';

interface AddForm {
  readonly name: string;
  readonly password?: string;
}

/** Adds a key of this device. */
export function AddPasskey({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<AddForm>();
  const change = useChange(
    ({ name, password }: AddForm, key) => addPasskey(name, { ...(password && { password }) }, key),
    {
      touches,
      done: t('passkeyAdded'),
    },
  );
  return (
    <FormDialog title={t('addPasskey')} draft={null} deed={t('goOn')} {...{ open, onClose, form, change }}>
      <Typography.Paragraph>{t('addPasskeyWhy')}</Typography.Paragraph>
      <Form.Item
        name="name"
        label={t('passkeyName')}
        extra={t('passkeyNameHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={t('currentPassword')} extra={t('proofHint')}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

/** Names a key anew. */
export function RenamePasskey({
  open,
  passkey,
  onClose,
}: {
  readonly open: boolean;
  readonly passkey: Passkey;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ name: string }>();
  const path = { passkeyId: passkey.id };
  const change = useChange(
    (body: { name: string }, key) =>
      answer(
        api.identity.PATCH('/v1/me/passkeys/{passkeyId}', { params: { path }, body, headers: changing(key) }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <FormDialog
      title={t('rename')}
      draft={{ name: `passkey-name-${passkey.id}` }}
      {...{ open, onClose, form, change }}
      initial={{ name: passkey.name }}
    >
      <Form.Item
        name="name"
        label={t('passkeyName')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input autoFocus maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
